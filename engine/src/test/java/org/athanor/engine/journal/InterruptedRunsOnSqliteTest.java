package org.athanor.engine.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;

import org.athanor.engine.Athanor;
import org.junit.jupiter.api.Test;

class InterruptedRunsOnSqliteTest extends InterruptedRunsContract {
    @Override
    Scene emptyScene(Path folder) {
        return Scene.onSqlite(folder);
    }

    @Override
    String alone() {
        return "VACUUM";
    }

    @Test
    void steps_before_the_cut_are_applied() {
        cutWhen(sending("CREATE TABLE b2"));

        var aftermath = aftermath();

        assertThat(aftermath.applied()).hasValue(1);
        assertThat(fate(aftermath, "CREATE TABLE a ")).isEqualTo(Aftermath.Kind.COMMITTED);
        assertThat(fate(aftermath, "CREATE TABLE b1")).isEqualTo(Aftermath.Kind.ROLLED_BACK);
    }

    @Test
    void a_statement_outside_of_a_transaction_that_was_under_way_is_unknown() {
        scene().write("b", "a", "-- +transaction off\nVACUUM;");
        cutWhen(sending("VACUUM"));

        assertThat(fate(aftermath(), "VACUUM")).isEqualTo(Aftermath.Kind.UNKNOWN);
        assertThat(aftermath().problem().hint()).contains("Of these nobody knows:", "b, statement 1: VACUUM");
    }

    @Test
    void a_database_that_moved_on_since_leaves_it_unknown() {
        cutWhen(sending("CREATE TABLE b2"));
        scene().write("other", "a", "CREATE TABLE other (id integer);");
        var athanor = scene().open();
        Athanor.open(athanor.project(), scene().database())
                .run(athanor.planUpgrade("other"), event -> {}, () -> false);

        assertThat(aftermath().applied()).isEmpty();
        assertThat(fate(aftermath(), "CREATE TABLE b1")).isEqualTo(Aftermath.Kind.UNKNOWN);
    }
}
