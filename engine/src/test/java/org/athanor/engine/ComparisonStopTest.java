package org.athanor.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.athanor.engine.database.ConnectionSettings;
import org.athanor.engine.database.Database;
import org.athanor.engine.problem.ProblemKind;
import org.athanor.engine.problem.Refusal;
import org.athanor.engine.project.Project;
import org.athanor.engine.run.RunEvent;
import org.athanor.engine.run.Stop;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A comparison that somebody gives up ends where it is.
class ComparisonStopTest {
    private static final SchemaSource DATABASE = new SchemaSource.Actual();
    private static final SchemaSource HEAD = new SchemaSource.AtRevision("head");

    @TempDir
    Path folder;

    @Test
    void no_more_revisions_are_carried_out() throws Exception {
        var stop = new Stop();
        List<Integer> steps = new ArrayList<>();

        assertThatThrownBy(() -> athanor().compare(DATABASE, HEAD, event -> {
            if (event instanceof RunEvent.StepStarted(var number, var of, _)) {
                assertThat(of).isEqualTo(5);
                steps.add(number);
                if (number == 2) {
                    stop.afterThisStatement();
                }
            }
        }, stop)).isInstanceOfSatisfying(Refusal.class,
                refusal -> assertThat(refusal.problem().kind()).isEqualTo(ProblemKind.INTERRUPTED));
        assertThat(steps).endsWith(2);
    }

    @Test
    void one_that_is_given_up_before_it_begins_reads_nothing() throws Exception {
        var stop = new Stop();
        stop.now();

        assertThatThrownBy(() -> athanor().compare(DATABASE, HEAD, _ -> {
            throw new AssertionError("It goes on");
        }, stop)).isInstanceOf(Refusal.class).hasMessageContaining("given up");
    }

    @Test
    void a_search_for_the_place_ends_where_it_is_given_up() throws Exception {
        var stop = new Stop();
        List<Integer> steps = new ArrayList<>();
        var athanor = athanor();
        athanor.upgrade("head");

        assertThatThrownBy(() -> athanor.locate((step, _) -> {
            steps.add(step);
            if (step == 2) {
                stop.afterThisStatement();
            }
        }, stop)).isInstanceOfSatisfying(Refusal.class,
                refusal -> assertThat(refusal.problem().kind()).isEqualTo(ProblemKind.INTERRUPTED));
        assertThat(steps).endsWith(2);
    }

    private Athanor athanor() throws Exception {
        Files.createDirectories(folder.resolve("versions"));
        var config = Files.writeString(folder.resolve("athanor.toml"), "[athanor]\n");
        for (int i = 1; i <= 5; i++) {
            Files.writeString(folder.resolve("versions/r%d.sql".formatted(i)), """
                    -- revision: r%d
                    -- down_revision: %s
                    -- message: Step

                    -- +upgrade
                    CREATE TABLE t%1$d (id integer);
                    """.formatted(i, i == 1 ? "" : "r" + (i - 1)));
        }
        return Athanor.open(Project.open(config),
                Database.of(ConnectionSettings.parse("sqlite:///" + folder.resolve("x.db"), folder)));
    }
}
