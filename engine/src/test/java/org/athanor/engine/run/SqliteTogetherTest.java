package org.athanor.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.athanor.engine.Refusals.refused;
import static org.athanor.engine.graph.Histories.ids;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.athanor.engine.database.RunLock;
import org.athanor.engine.database.VersionTable;
import org.athanor.engine.problem.ProblemKind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Runs beside others on SQLite.
@Timeout(60)
class SqliteTogetherTest {
    private static final String ENDLESS = "WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c)"
            + " SELECT max(n) FROM c;";

    @TempDir
    Path folder;
    private Revisions revisions;

    @BeforeEach
    void prepare() {
        revisions = new Revisions(folder, "sqlite:///shop.db");
    }

    @Test
    void a_run_waits_for_another_one_and_says_who_it_is() {
        revisions.then("a", "CREATE TABLE a (id integer);");
        try (var lock = RunLock.of(revisions.database(), VersionTable.DEFAULT)) {
            assertThat(take(lock)).isEmpty();

            var problem = refused(
                    () -> run(new Patience(Duration.ofMillis(300), Optional.empty(), Optional.empty(), 0)));

            assertThat(problem.kind()).isEqualTo(ProblemKind.RUN_UNDER_WAY);
            assertThat(problem.message()).contains("pid " + ProcessHandle.current().pid());
        }
        assertThat(run(Patience.USUAL).heads()).isEqualTo(ids("a"));
        assertThat(folder.resolve("shop.db-athanor-lock")).doesNotExist();
    }

    @Test
    void who_waited_plans_again_from_where_the_database_stands_then() {
        revisions.then("a", "CREATE TABLE a (id integer);").then("b", "CREATE TABLE b (id integer);");
        var athanor = revisions.athanor();
        var plans = new ArrayList<Integer>();
        var lock = RunLock.of(revisions.database(), VersionTable.DEFAULT);
        assertThat(take(lock)).isEmpty();

        var result = athanor.upgrade("head", RunOptions.USUAL, event -> {
            switch (event) {
                case RunEvent.Planned(var plan) -> plans.add(plan.steps().size());
                case RunEvent.Waiting _ -> {
                    revisions.execute(VersionTable.DEFAULT.create(athanor.database().dialect()).text());
                    revisions.execute("INSERT INTO alembic_version VALUES ('a')");
                    lock.close();
                }
                default -> {
                }
            }
        }, new Stop());

        assertThat(plans).containsExactly(2, 1);
        assertThat(result.applied()).hasSize(1);
        assertThat(result.heads()).isEqualTo(ids("b"));
    }

    @Test
    void readers_are_not_kept_out_by_the_lock() {
        revisions.execute("CREATE TABLE t (id integer)");
        try (var lock = RunLock.of(revisions.database(), VersionTable.DEFAULT)) {
            assertThat(take(lock)).isEmpty();
            revisions.execute("INSERT INTO t VALUES (1)");
            assertThat(revisions.ask("SELECT id FROM t")).containsExactly("1");
        }
    }

    @Test
    void every_statement_of_a_text_is_run() {
        revisions.thenPython("a",
                """
                        op.execute("CREATE TABLE t (x text); INSERT INTO t VALUES ('a;b'); -- done; really\\nINSERT INTO t VALUES ('c')")
                        op.execute('''CREATE TRIGGER g AFTER DELETE ON t BEGIN
                            INSERT INTO t VALUES ('g'); INSERT INTO t VALUES ('h'); END; DELETE FROM t WHERE x = 'c';''')""");

        assertThat(run(Patience.USUAL)).isInstanceOf(RunResult.Completed.class);
        assertThat(revisions.ask("SELECT x FROM t")).containsExactly("a;b", "g", "h");
    }

    @Test
    void only_what_changes_rows_is_counted() {
        revisions.then("a", "CREATE TABLE t (x text);\nINSERT INTO t VALUES ('a'), ('b');\nCREATE INDEX i ON t (x);\n"
                + "WITH c(x) AS (VALUES ('c')) INSERT INTO t SELECT x FROM c;\nALTER TABLE t ADD y text;\nDROP INDEX i;");
        var rows = new ArrayList<Long>();

        revisions.athanor().upgrade("head", RunOptions.USUAL, event -> {
            if (event instanceof RunEvent.StatementFinished(_, _, var counted, _)) {
                rows.add(counted);
            }
        }, new Stop());

        assertThat(rows).containsExactly(0L, 0L, 2L, 0L, 1L, 0L, 0L, 1L);
    }

    @Test
    void a_text_whose_second_statement_fails_is_rolled_back_as_a_whole() {
        revisions.thenPython("a", "op.execute('CREATE TABLE t (x text); INSERT INTO nowhere VALUES (1)')");

        assertThat(run(Patience.USUAL)).isInstanceOf(RunResult.Failed.class);
        assertThat(revisions.ask("SELECT name FROM sqlite_master")).isEmpty();
    }

    @Test
    void a_step_is_tried_again_while_somebody_else_writes() throws SQLException {
        revisions.execute("CREATE TABLE t (id integer)");
        revisions.then("a", "CREATE TABLE a (id integer);");
        var retries = new ArrayList<RunEvent>();
        try (var other = revisions.connect()) {
            other.setAutoCommit(false);
            other.createStatement().execute("INSERT INTO t VALUES (1)");
            var options = new RunOptions(new Patience(Duration.ZERO, Optional.of(Duration.ofMillis(50)),
                    Optional.empty(), 5));

            var result = revisions.athanor().upgrade("head", options, event -> {
                if (event instanceof RunEvent.TryingAgain) {
                    retries.add(event);
                    release(other);
                }
            }, new Stop());

            assertThat(result.heads()).as("%s %s", result, retries).isEqualTo(ids("a"));
            assertThat(retries).hasSize(1);
        }
    }

    @Test
    void a_cancelled_statement_ends_the_run_soon() {
        revisions.then("a", "CREATE TABLE a (id integer);").then("b", ENDLESS);
        var stop = new Stop();
        long started = System.nanoTime();
        CompletableFuture.delayedExecutor(500, TimeUnit.MILLISECONDS).execute(stop::now);

        var result = revisions.athanor().upgrade("head", RunOptions.USUAL, RunListener.SILENT, stop);

        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofMillis(2500));
        assertThat(result).isInstanceOfSatisfying(RunResult.Stopped.class, stopped -> {
            assertThat(stopped.heads()).isEqualTo(ids("a"));
            assertThat(stopped.remaining()).hasSize(1);
        });
    }

    @Test
    void a_statement_that_takes_too_long_is_ended() {
        revisions.then("a", "-- +statement_timeout 300ms\n" + ENDLESS);

        assertThat(run(Patience.USUAL)).isInstanceOfSatisfying(RunResult.Failed.class,
                failed -> assertThat(failed.problem().message()).contains("took longer than it may"));
    }

    @Test
    void a_lock_file_that_a_killed_program_left_is_no_lock() throws Exception {
        Files.writeString(folder.resolve("shop.db-athanor-lock"), "1\tsomebody\t2026-01-01T00:00:00Z\n");
        revisions.then("a", "CREATE TABLE a (id integer);");

        assertThat(run(Patience.USUAL).heads()).isEqualTo(ids("a"));
    }

    private RunResult run(Patience patience) {
        return revisions.athanor().upgrade("head", new RunOptions(patience), RunListener.SILENT, new Stop());
    }

    private static List<RunLock.Holder> take(RunLock lock) {
        try {
            return lock.take().stream().toList();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Committing alone would let the driver begin the next transaction at once.
    private static void release(java.sql.Connection connection) {
        try {
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
