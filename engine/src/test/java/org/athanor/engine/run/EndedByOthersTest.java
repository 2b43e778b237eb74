package org.athanor.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

import org.athanor.engine.Athanor;
import org.athanor.engine.database.ConnectionSettings;
import org.athanor.engine.database.Database;
import org.athanor.engine.database.TestPostgres;
import org.athanor.engine.problem.ProblemKind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Runs whose statements are ended by somebody else, or by their time limit: no fault of the file.
@Timeout(60)
class EndedByOthersTest {
    private static final String UNDER_WAY = "SELECT %s(pid)::text FROM pg_stat_activity WHERE state = 'active'"
            + " AND query LIKE '%%pg_sleep(40)%%' AND pid <> pg_backend_pid() AND datname = current_database()";

    @TempDir
    Path folder;
    private Revisions revisions;
    private String url = "";
    private final List<Connection> opened = new CopyOnWriteArrayList<>();

    @BeforeEach
    void prepare() {
        url = TestPostgres.freshDatabase();
        revisions = new Revisions(folder, url).config("transaction_per_migration = true")
                .then("a", "CREATE TABLE a (id integer);");
    }

    @Test
    void a_connection_that_an_administrator_ended_is_told_as_such() throws Exception {
        revisions.then("b", "CREATE TABLE b (id integer);\nSELECT pg_sleep(40);");

        assertThat(failedWhen("pg_terminate_backend")).satisfies(failed -> {
            assertThat(failed.problem().kind()).isEqualTo(ProblemKind.DATABASE_ERROR);
            assertThat(failed.problem().message())
                    .startsWith("The server ended the connection: terminating connection");
            assertThat(failed.problem().hint()).contains("pg_terminate_backend", "The step was rolled back",
                    "The steps before it stay applied", "Run again").doesNotContain("Mend the file");
            assertThat(failed.applied()).hasSize(1);
        });
        assertThat(revisions.ask("SELECT to_regclass('b')::text")).containsOnlyNulls();
    }

    @Test
    void a_statement_that_somebody_cancelled_is_told_as_such() throws Exception {
        revisions.then("b", "SELECT pg_sleep(40);");

        assertThat(failedWhen("pg_cancel_backend").problem().hint()).contains("pg_cancel_backend", "Run again")
                .doesNotContain("Mend the file", "--statement-timeout");
    }

    @Test
    void a_step_that_asks_the_database_is_told_the_same() throws Exception {
        revisions.thenPython("b", "if op.get_bind().exec_driver_sql('SELECT 1').scalar() == 1:\n"
                + "    op.execute('SELECT pg_sleep(40)')");

        assertThat(failedWhen("pg_cancel_backend").problem().hint()).contains("pg_cancel_backend", "Run again")
                .doesNotContain("Mend the file");
    }

    @Test
    void a_step_that_goes_on_after_a_cancelled_statement_is_blamed_for_what_comes_next() throws Exception {
        revisions.thenPython("b", """
                bind = op.get_bind()
                try:
                    with bind.begin_nested():
                        bind.exec_driver_sql('SELECT pg_sleep(40)')
                except Exception:
                    pass
                op.execute('INSERT INTO nowhere VALUES (1)')""");

        assertThat(failedWhen("pg_cancel_backend").problem().hint()).endsWith("Mend the file and run again.");
    }

    @Test
    void a_time_limit_that_was_over_is_told_with_how_to_raise_it() {
        revisions.then("b", "SELECT pg_sleep(40);");

        var failed = (RunResult.Failed) run(Optional.of(Duration.ofMillis(300)));

        assertThat(failed.problem().hint()).contains("Its time limit of 300 ms was over", "--statement-timeout",
                "-- +statement_timeout", "Run again").doesNotContain("Mend the file", "pg_cancel_backend");
    }

    @Test
    void an_index_whose_builder_was_ended_is_built_anew_by_the_next_run() throws Exception {
        revisions.execute("CREATE FUNCTION slow(integer) RETURNS integer IMMUTABLE LANGUAGE plpgsql AS"
                + " $$ BEGIN IF current_setting('athanor.slow', true) = 'on' THEN PERFORM pg_sleep(40); END IF; RETURN $1; END $$");
        revisions.execute("CREATE TABLE t (id integer)");
        revisions.execute("INSERT INTO t VALUES (1)");
        revisions.then("b", "-- +transaction off\nSET athanor.slow = 'on';\n"
                + "CREATE INDEX CONCURRENTLY IF NOT EXISTS i ON t (slow(id));");

        var ended = CompletableFuture.supplyAsync(() -> run(Optional.empty()));
        while (revisions.ask(UNDER_WAY.formatted("pg_terminate_backend").replace("%pg_sleep(40)%", "CREATE INDEX%"))
                .isEmpty()) {
            Thread.sleep(20);
        }

        assertThat(((RunResult.Failed) ended.get(30, TimeUnit.SECONDS)).problem().hint()).contains(
                "The index i is left half built", "the next run drops it", "Run again").doesNotContain("Mend the file");
        assertThat(revisions.athanor().planUpgrade("head").steps().getFirst().statements().get(1).text()).startsWith(
                "DROP INDEX CONCURRENTLY IF EXISTS public.i");
    }

    @Test
    void of_a_connection_that_was_lost_nobody_knows_outside_of_a_transaction() throws Exception {
        revisions.then("b", "-- +transaction off\nSELECT pg_sleep(40);");
        var plain = revisions.database();
        var database = Database.of(ConnectionSettings.parse(url, folder), () -> {
            var connection = plain.connect();
            opened.add(connection);
            return connection;
        });
        var run = CompletableFuture.supplyAsync(() -> Athanor.open(revisions.athanor().project(), database)
                .upgrade("head", RunOptions.USUAL, RunListener.SILENT, new Stop()));
        while (revisions.ask(UNDER_WAY.formatted("")).isEmpty()) {
            Thread.sleep(20);
        }
        for (var connection : opened) {
            connection.abort(Runnable::run);
        }

        assertThat(((RunResult.Failed) run.get(30, TimeUnit.SECONDS)).problem().hint()).contains(
                "can't be known from here", "athanor status").doesNotContain("rolled back", "Mend the file");
    }

    private RunResult.Failed failedWhen(String ended) throws Exception {
        var run = CompletableFuture.supplyAsync(() -> run(Optional.empty()));
        while (revisions.ask(UNDER_WAY.formatted(ended)).isEmpty()) {
            Thread.sleep(20);
        }
        return (RunResult.Failed) run.get(30, TimeUnit.SECONDS);
    }

    private RunResult run(Optional<Duration> limit) {
        return revisions.athanor().upgrade("head",
                new RunOptions(new Patience(Duration.ZERO, Optional.empty(), limit, 0)), RunListener.SILENT,
                new Stop());
    }
}
