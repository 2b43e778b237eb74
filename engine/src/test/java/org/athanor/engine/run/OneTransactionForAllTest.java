package org.athanor.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.athanor.engine.graph.Histories.ids;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

import org.athanor.engine.database.TestPostgres;
import org.athanor.engine.plan.Transactions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What PostgreSQL's usual way is: all steps in one transaction.
class OneTransactionForAllTest {
    private static final String TABLES = "SELECT table_name FROM information_schema.tables"
            + " WHERE table_schema = 'public' ORDER BY 1";

    @TempDir
    Path folder;
    private Revisions revisions;

    @BeforeEach
    void prepare() {
        revisions = new Revisions(folder, TestPostgres.freshDatabase());
    }

    @Test
    void all_steps_are_committed_together() {
        revisions.then("a", "CREATE TABLE a (id integer);").then("b", "CREATE TABLE b (id integer);");

        assertThat(events("head")).filteredOn(e -> e.startsWith("committed"))
                .containsExactly("committed [a, b] at [b]");
        assertThat(revisions.athanor().planDowngrade("base").transactions()).isEqualTo(Transactions.ONE_FOR_ALL);
    }

    @Test
    void a_failing_step_takes_all_before_it_with_it() {
        revisions.then("a", "CREATE TABLE a (id integer);").then("b", "CREATE TABLE b (id integer);").then("c",
                "SELECT * FROM nowhere;");

        assertThat(upgrade()).isInstanceOfSatisfying(RunResult.Failed.class, failed -> {
            assertThat(failed.applied()).isEmpty();
            assertThat(failed.heads()).isEmpty();
            assertThat(failed.step().name()).isEqualTo("c");
            assertThat(failed.leftovers().isEmpty()).isTrue();
            assertThat(failed.problem().hint()).contains(
                    "It was rolled back together with the 2 steps before it, which shared its transaction.");
        });
        assertThat(revisions.athanor().rows()).isEmpty();
        assertThat(revisions.ask(TABLES)).isEmpty();
    }

    @Test
    void a_run_that_is_asked_to_stop_leaves_nothing() {
        revisions.then("a", "CREATE TABLE a (id integer);").then("b", "CREATE TABLE b (id integer);");
        var athanor = revisions.athanor();
        var stop = new AtomicBoolean();

        var result = athanor.run(athanor.planUpgrade("head"),
                event -> stop.compareAndSet(false, event instanceof RunEvent.StepFinished), stop::get);

        assertThat(result).isInstanceOfSatisfying(RunResult.Stopped.class, stopped -> {
            assertThat(stopped.applied()).isEmpty();
            assertThat(stopped.remaining()).hasSize(2);
        });
        assertThat(revisions.ask(TABLES)).isEmpty();
    }

    @Test
    void a_statement_outside_commits_what_went_before_with_its_version_rows() {
        revisions.then("a", "CREATE TABLE a (id integer);").then("b", """
                INSERT INTO a VALUES (1);
                -- +transaction off
                CREATE INDEX CONCURRENTLY i ON a (id);
                -- +transaction on
                INSERT INTO a VALUES (2);""").then("c", "INSERT INTO a VALUES (3);");

        assertThat(events("head")).filteredOn(e -> e.startsWith("committed"))
                .containsExactly("committed [a] at [a]", "committed [b] at [b]", "committed [c] at [c]");
        assertThat(revisions.ask("SELECT id FROM a ORDER BY 1")).containsExactly("1", "2", "3");
    }

    @Test
    void a_step_that_left_its_transaction_is_not_lost_with_one_that_follows() {
        revisions.then("a", "CREATE TABLE a (id integer);")
                .then("b", "-- +transaction off\nCREATE INDEX CONCURRENTLY i ON a (id);")
                .then("c", "SELECT * FROM nowhere;");

        assertThat(upgrade()).isInstanceOfSatisfying(RunResult.Failed.class, failed -> {
            assertThat(failed.applied()).extracting(s -> s.name()).containsExactly("a", "b");
            assertThat(failed.partly()).isEmpty();
        });
        assertThat(revisions.athanor().rows()).contains(ids("b"));
    }

    @Test
    void a_project_may_want_a_transaction_for_each_step() {
        revisions.config("transaction_per_migration = true").then("a", "CREATE TABLE a (id integer);").then("b",
                "SELECT * FROM nowhere;");

        assertThat(upgrade().heads()).isEqualTo(ids("a"));
        assertThat(revisions.athanor().rows()).contains(ids("a"));
    }

    @Test
    void a_connection_that_is_cut_leaves_nothing() {
        revisions.then("a", "CREATE TABLE a (id integer);").then("b", "SELECT pg_terminate_backend(pg_backend_pid());");

        assertThat(upgrade()).isInstanceOfSatisfying(RunResult.Failed.class,
                failed -> assertThat(failed.applied()).isEmpty());
        assertThat(revisions.ask(TABLES)).isEmpty();
    }

    private RunResult upgrade() {
        return revisions.athanor().upgrade("head", RunOptions.USUAL, RunListener.SILENT, new Stop());
    }

    private List<String> events(String target) {
        var heard = new ArrayList<String>();
        revisions.athanor().upgrade(target, RunOptions.USUAL, event -> heard.add(RunnerContract.told(event)),
                new Stop());
        return heard;
    }
}
