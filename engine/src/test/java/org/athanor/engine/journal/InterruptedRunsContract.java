package org.athanor.engine.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.athanor.engine.graph.Histories.ids;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;

import org.athanor.engine.run.RunEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A run that was cut off is found, and what became of it is told, on every product.
abstract class InterruptedRunsContract {
    @TempDir
    Path folder;
    private Scene scene;

    abstract Scene emptyScene(Path folder);

    /// A statement that only runs outside of a transaction.
    abstract String alone();

    /// A run ends here as if its process had ended: nobody catches this.
    private static final class Cut extends Error {
        private static final long serialVersionUID = 1;
    }

    @BeforeEach
    void prepare() {
        scene = emptyScene(folder).write("a", "", "CREATE TABLE a (id integer);")
                .write("b", "a", "CREATE TABLE b1 (id integer);\nCREATE TABLE b2 (id integer);")
                .write("c", "b", "CREATE TABLE c (id integer);");
    }

    Scene scene() {
        return scene;
    }

    void cutWhen(Predicate<RunEvent> moment) {
        scene.byOneWhoIsGone();
        assertThatExceptionOfType(Cut.class).isThrownBy(() -> scene.upgrade("head", event -> {
            if (moment.test(event)) {
                throw new Cut();
            }
        }));
    }

    static Predicate<RunEvent> sending(String sql) {
        return event -> event instanceof RunEvent.StatementStarted(_, var statement)
                && statement.text().startsWith(sql);
    }

    static Predicate<RunEvent> through(String sql) {
        return event -> event instanceof RunEvent.StatementFinished finished
                && finished.statement().text().startsWith(sql);
    }

    Aftermath aftermath() {
        return scene.news().unsettled().getFirst();
    }

    static Aftermath.Kind fate(Aftermath aftermath, String sql) {
        return aftermath.fates().stream().filter(f -> f.statement().sending().sql().startsWith(sql)).findFirst()
                .orElseThrow().kind();
    }

    @Test
    void what_was_not_committed_is_rolled_back() {
        scene.upgrade("a");
        cutWhen(through("CREATE TABLE b1"));

        var aftermath = aftermath();

        assertThat(fate(aftermath, "CREATE TABLE b1")).isEqualTo(Aftermath.Kind.ROLLED_BACK);
        assertThat(aftermath.applied()).hasValue(0);
        assertThat(aftermath.problem().message()).contains("has no end: 0 of 2 steps are applied");
        assertThat(aftermath.problem().hint()).contains("Nothing is left half-done. Go on with `athanor upgrade c`.");
    }

    @Test
    void what_ran_outside_of_a_transaction_stays_with_all_before_it() {
        scene.write("b", "a", "CREATE TABLE b1 (id integer);\n-- +transaction off\n" + alone()
                + ";\n-- +transaction on\nCREATE TABLE b2 (id integer);");
        cutWhen(sending("CREATE TABLE b2"));

        var aftermath = aftermath();

        assertThat(fate(aftermath, "CREATE TABLE b1")).isEqualTo(Aftermath.Kind.COMMITTED);
        assertThat(fate(aftermath, alone())).isEqualTo(Aftermath.Kind.COMMITTED);
        assertThat(fate(aftermath, "CREATE TABLE b2")).isEqualTo(Aftermath.Kind.ROLLED_BACK);
        assertThat(aftermath.problem().hint()).contains("stay:\n", "b, statement 1: CREATE TABLE b1",
                "Undo them by hand");
    }

    @Test
    void a_later_run_that_is_completed_puts_it_away() {
        cutWhen(through("CREATE TABLE b1"));
        assertThat(scene.news().unsettled()).hasSize(1);

        scene.upgrade("head");

        assertThat(scene.news().unsettled()).isEmpty();
    }

    @Test
    void a_later_run_that_fails_does_not() {
        cutWhen(through("CREATE TABLE b1"));
        scene.news();
        scene.write("c", "b", "INSERT INTO nowhere VALUES (1);").upgrade("head");

        assertThat(scene.news().unsettled()).hasSize(1);
    }

    @Test
    void a_run_that_failed_within_a_step_is_told_as_long_as_something_stays() {
        scene.write("b", "a", "CREATE TABLE b1 (id integer);\n-- +transaction off\n" + alone()
                + ";\n-- +transaction on\nINSERT INTO nowhere VALUES (1);").upgrade("head");

        var failed = aftermath();
        assertThat(failed.problem().message()).contains("failed within a step: 1 of 3 steps are applied");
        assertThat(fate(failed, "CREATE TABLE b1")).isEqualTo(Aftermath.Kind.COMMITTED);
        assertThat(fate(failed, "INSERT INTO nowhere")).isEqualTo(Aftermath.Kind.ROLLED_BACK);
        assertThat(failed.problem().hint()).contains("stay:\n", "b, statement 1: CREATE TABLE b1", "Undo them by hand");

        scene.journal().mark(scene.book(), failed.run(), "dropped b1");
        assertThat(scene.news().unsettled()).isEmpty();
    }

    @Test
    void a_run_that_failed_and_left_nothing_is_not_told() {
        scene.write("c", "b", "INSERT INTO nowhere VALUES (1);").upgrade("head");

        assertThat(scene.news().unsettled()).isEmpty();
    }

    @Test
    void a_mark_puts_it_away() {
        cutWhen(through("CREATE TABLE b1"));
        var run = aftermath().run();

        scene.journal().mark(scene.book(), run, "seen to");

        assertThat(scene.news().unsettled()).isEmpty();
        assertThat(scene.book().runs().getFirst().mark().orElseThrow().reason()).isEqualTo("seen to");
    }

    @Test
    void a_run_that_still_goes_on_is_not_cut_off() {
        scene.upgrade("head", event -> {
            if (event instanceof RunEvent.StatementStarted) {
                assertThat(scene.open().unsettled()).isEmpty();
            }
        });
    }

    @Test
    void a_run_without_an_end_on_another_host_is_told_too() {
        scene.by(new Who("me", "elsewhere", 1, Instant.EPOCH, "test", "1", Optional.empty()));
        assertThatExceptionOfType(Cut.class).isThrownBy(() -> scene.upgrade("head", event -> {
            if (event instanceof RunEvent.StepFinished) {
                throw new Cut();
            }
        }));

        assertThat(aftermath().problem().message()).contains("me@elsewhere");
        assertThat(aftermath().problem().hint()).contains("may still go on there");
    }

    @Test
    void a_run_that_ended_by_an_exception_has_an_end() {
        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> scene.upgrade("head", event -> {
            if (event instanceof RunEvent.StepFinished) {
                throw new IllegalStateException("broken");
            }
        }));

        assertThat(scene.book().runs().getFirst().ending().orElseThrow().end().problem()).contains("broken");
        assertThat(scene.news().unsettled()).isEmpty();
    }

    @Test
    void an_edited_file_is_told_with_the_difference() {
        scene.upgrade("head");
        assertThat(scene.news().edited()).isEmpty();

        scene.write("b", "a", "CREATE TABLE b1 (id bigint);\nCREATE TABLE b2 (id integer);");

        var edited = scene.news().edited();
        assertThat(edited).extracting(e -> e.revision().toString()).containsExactly("b");
        assertThat(edited.getFirst().difference().orElseThrow()).contains("-CREATE TABLE b1 (id integer);",
                "+CREATE TABLE b1 (id bigint);");
    }

    @Test
    void a_file_is_not_edited_by_comments_or_by_time() {
        scene.upgrade("head");
        scene.write("b", "a", "-- Two of them\nCREATE TABLE b1\n  (id integer);\nCREATE TABLE b2 (id integer)");
        scene.write("c", "b", "CREATE TABLE c (id integer);");

        assertThat(scene.news().edited()).isEmpty();
    }

    @Test
    void a_file_that_was_applied_again_is_what_it_says_now() {
        scene.upgrade("head");
        var athanor = scene.open();
        athanor.run(athanor.planDowngrade("b"), event -> {}, () -> false);
        scene.write("c", "b", "CREATE TABLE c2 (id integer);");
        assertThat(scene.news().edited()).isEmpty();

        scene.upgrade("head");

        assertThat(scene.news().edited()).isEmpty();
    }

    @Test
    void steps_of_a_run_that_was_cut_off_count_if_they_stayed() {
        cutWhen(event -> event instanceof RunEvent.Committed committed && committed.heads().equals(ids("c")));
        scene.write("a", "", "CREATE TABLE a (id bigint);");
        scene.write("b", "a", "CREATE TABLE b1 (id bigint);");

        assertThat(scene.news().edited()).hasSize(2);
    }
}
