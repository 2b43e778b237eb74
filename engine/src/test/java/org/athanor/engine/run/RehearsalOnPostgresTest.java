package org.athanor.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.athanor.engine.Refusals.refused;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.athanor.engine.database.BeforeAndAfter.Comparison;
import org.athanor.engine.database.TableLock;
import org.athanor.engine.database.TestPostgres;
import org.athanor.engine.guard.Environment;
import org.athanor.engine.guard.Policy;
import org.athanor.engine.hazard.LockMode;
import org.athanor.engine.problem.ProblemKind;
import org.athanor.engine.run.RehearsalResult.Ending;
import org.athanor.engine.run.RehearsedStep.Outcome;
import org.athanor.engine.schema.TableName;
import org.junit.jupiter.api.Test;

class RehearsalOnPostgresTest extends RehearsalContract {
    private static final Patience SHORT = new Patience(Duration.ZERO, Optional.of(Duration.ofMillis(400)),
            Optional.empty(), 0);

    @Override
    String emptyDatabase() {
        return TestPostgres.freshDatabase();
    }

    @Override
    String alone() {
        return "CREATE INDEX CONCURRENTLY i ON a (id)";
    }

    @Override
    String endless() {
        return "SELECT pg_sleep(60);";
    }

    @Test
    void locks_and_rewritten_tables_are_told_where_they_are_new() {
        revisions().execute("CREATE TABLE orders (id integer, total integer)");
        revisions().execute("CREATE TABLE customer (id integer PRIMARY KEY)");
        revisions().then("a", """
                CREATE TABLE fresh (id integer);
                ALTER TABLE orders ADD customer integer;
                ALTER TABLE orders ADD FOREIGN KEY (customer) REFERENCES customer;
                ALTER TABLE orders ALTER total TYPE bigint;
                DROP TABLE customer CASCADE;""");

        var sent = rehearse().steps().getFirst().sent();

        assertThat(sent.subList(1, 6)).extracting(RehearsedStatement.Sent::locks)
                .satisfiesExactly(locks -> assertThat(locks).isEmpty(),
                        locks -> assertThat(locks).containsExactly(lock("orders", LockMode.ACCESS_EXCLUSIVE)),
                        locks -> assertThat(locks).contains(lock("customer", LockMode.SHARE_ROW_EXCLUSIVE)),
                        locks -> assertThat(locks).doesNotContain(lock("orders", LockMode.ACCESS_EXCLUSIVE)),
                        locks -> assertThat(locks).contains(lock("customer", LockMode.ACCESS_EXCLUSIVE)));
        assertThat(sent).filteredOn(s -> !s.rewritten().isEmpty()).singleElement().satisfies(s -> {
            assertThat(s.statement().text()).contains("bigint");
            assertThat(s.rewritten()).containsExactly(TableName.of("orders"));
        });
    }

    private static TableLock lock(String table, LockMode mode) {
        return new TableLock(TableName.of(table), mode);
    }

    @Test
    void sequences_stand_where_they_stood() {
        revisions().execute("CREATE TABLE s (id serial, x integer)");
        revisions().execute("CREATE TABLE i (id integer GENERATED ALWAYS AS IDENTITY, x integer)");
        revisions().execute("CREATE SEQUENCE \"My Seq\"");
        revisions().execute("INSERT INTO s (x) VALUES (1), (2)");
        revisions().then("a", """
                INSERT INTO s (x) VALUES (3);
                SELECT setval('s_id_seq', 1000);
                SELECT nextval('"My Seq"');
                INSERT INTO i (x) VALUES (1), (2), (3);""").thenPython("b", """
                with op.get_bind().begin_nested() as n:
                    op.execute("INSERT INTO s (x) VALUES (4)")
                    n.rollback()
                op.execute("INSERT INTO s (x) VALUES (5)")""");

        var result = rehearse();

        assertThat(result.isWhole()).as("%s", result).isTrue();
        assertThat(result.comparison()).isEqualTo(Comparison.EQUAL);
        assertThat(revisions().ask("SELECT last_value FROM s_id_seq")).containsExactly("2");
    }

    @Test
    void in_production_sequences_are_not_held_but_told() {
        revisions().execute("CREATE TABLE s (id serial, x integer)");
        revisions().then("a", "INSERT INTO s (x) VALUES (3);\nSELECT setval('s_id_seq', 1000);");

        var result = rehearse(RunOptions.USUAL.with(Policy.of(Environment.PRODUCTION)), RunListener.SILENT,
                new Stop());

        assertThat(texts(result.leftOut())).containsExactly("SELECT setval('s_id_seq', 1000)");
        assertThat(result.comparison().differences()).isEmpty();
        assertThat(result.comparison().movedSequences()).containsExactly("public.s_id_seq went from 0 to 1");
    }

    @Test
    void in_production_what_holds_others_up_needs_a_word() {
        revisions().execute("CREATE TABLE orders (total integer)");
        revisions().execute("INSERT INTO orders SELECT generate_series(1, 1000)");
        revisions().then("a", "ALTER TABLE orders ALTER total TYPE bigint;");
        var production = Policy.of(Environment.PRODUCTION);
        var name = revisions().database().shortName();

        assertThat(refused(() -> rehearse(RunOptions.USUAL.with(production), RunListener.SILENT, new Stop())))
                .satisfies(problem -> {
                    assertThat(problem.kind()).isEqualTo(ProblemKind.NOT_CONFIRMED);
                    assertThat(problem.message()).contains("keep others from their work");
                });
        assertThat(rehearse(RunOptions.USUAL.with(production.confirmedBy(name)), RunListener.SILENT, new Stop())
                .isWhole()).isTrue();
    }

    @Test
    void what_reaches_out_of_the_database_is_never_sent() {
        revisions().execute("CREATE TABLE t (x text)");
        revisions().then("a", """
                COPY t TO PROGRAM 'touch left_behind';
                SELECT dblink_exec('dbname=postgres', 'CREATE TABLE left_behind ()');
                DO $$ BEGIN PERFORM dblink_exec('dbname=postgres', 'CREATE TABLE left_behind ()'); END $$;
                SELECT pg_terminate_backend(pg_backend_pid());
                CHECKPOINT;
                NOTIFY somebody;
                CREATE FUNCTION f() RETURNS void LANGUAGE sql AS $$ SELECT 1; $$;
                CREATE FUNCTION g() RETURNS integer LANGUAGE sql BEGIN ATOMIC SELECT 1; SELECT 2; END;
                DO $$ BEGIN PERFORM f(); END $$;""");

        var result = rehearse();

        assertThat(result.isCompleted()).as("%s", result.ending()).isTrue();
        assertThat(result.leftOut()).hasSize(5);
    }

    @Test
    void a_commit_can_not_hide_behind_a_backslash() {
        revisions().thenPython("a", """
                op.execute("SET standard_conforming_strings = off")
                op.execute("SELECT '\\\\'' ; COMMIT; CREATE TABLE left_behind (id integer); SELECT '\\\\''")""");

        assertThat(rehearse().comparison()).isEqualTo(Comparison.EQUAL);
    }

    @Test
    void a_commit_can_not_hide_where_only_the_server_sees_it() {
        revisions().thenPython("a", """
                op.execute("CREATE TABLE left_behind (id integer)")
                op.execute("SELECT 1 -- x\\r; COMMIT")
                op.execute("SELECT E'a'\\n'\\\\' '; COMMIT; --'")
                op.execute("SELECT 1 AS \\u00a0$$; COMMIT; --$$")
                op.execute("CREATE TRIGGER begin AFTER INSERT ON left_behind EXECUTE FUNCTION f(); COMMIT")
                op.execute("CREATE TABLE other AS SELECT dblink_exec('dbname=postgres', 'DROP TABLE x')")""");

        var result = rehearse();

        assertThat(result.isCompleted()).as("%s", result.ending()).isTrue();
        assertThat(result.leftOut()).hasSize(5);
        assertThat(result.comparison()).isEqualTo(Comparison.EQUAL);
    }

    @Test
    void where_backslashes_are_escapes_nothing_is_rehearsed() {
        revisions().then("a", "CREATE TABLE a (id integer);");
        revisions().execute("DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET standard_conforming_strings = off',"
                + " current_database()); END $$");

        var result = rehearse();

        assertThat(result.ending()).isInstanceOfSatisfying(Ending.Failed.class,
                failed -> assertThat(failed.problem().message()).contains("standard_conforming_strings is off"));
        assertThat(result.steps()).extracting(RehearsedStep::outcome).containsOnly(Outcome.NOT_REACHED);
    }

    @Test
    void a_statement_that_needs_an_earlier_commit_decides_nothing() {
        revisions().config("transaction_per_migration = true");
        revisions().execute("CREATE TYPE mood AS ENUM ('sad')");
        revisions().then("a", "ALTER TYPE mood ADD VALUE 'glad';").then("b",
                "CREATE TABLE m (x mood DEFAULT 'glad');\nINSERT INTO m VALUES ('glad');");

        assertThat(rehearse().ending()).isInstanceOf(Ending.Undecided.class);
        assertThat(revisions().athanor().upgrade("head", RunOptions.USUAL, RunListener.SILENT, new Stop()))
                .isInstanceOf(RunResult.Completed.class);
    }

    @Test
    void a_deferred_check_fails_as_it_does_at_a_commit() {
        revisions().execute("CREATE TABLE parent (id integer PRIMARY KEY)");
        revisions().execute("CREATE TABLE child (p integer REFERENCES parent DEFERRABLE INITIALLY DEFERRED)");
        revisions().then("a", "INSERT INTO child VALUES (7);");

        var result = rehearse();

        assertThat(result.ending()).isInstanceOfSatisfying(Ending.Failed.class,
                failed -> assertThat(failed.problem().message()).contains("foreign key"));
        assertThat(result.steps()).extracting(RehearsedStep::outcome).containsExactly(Outcome.FAILED);
    }

    @Test
    void a_connection_that_is_cut_is_told_and_nothing_stays() {
        revisions().then("a", "CREATE TABLE a (id integer);").then("b", "SELECT pg_sleep(60);");
        CompletableFuture.delayedExecutor(500, TimeUnit.MILLISECONDS).execute(() -> revisions().ask(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'SELECT pg_sleep%'"
                        + " AND datname = current_database()"));

        var result = rehearse();

        assertThat(result.ending()).isInstanceOfSatisfying(Ending.Failed.class,
                failed -> assertThat(failed.problem().message()).contains("terminating connection"));
        assertThat(result.comparison()).isEqualTo(Comparison.EQUAL);
    }

    @Test
    void readers_are_held_up_no_longer_than_a_lock_is_waited_for() throws Exception {
        revisions().execute("CREATE TABLE orders (id integer)");
        revisions().then("a", "ALTER TABLE orders ADD paid boolean;");
        var waits = new CountDownLatch(1);
        var heard = new ArrayList<RunEvent>();
        try (var holder = hold("LOCK TABLE orders IN ACCESS SHARE MODE")) {
            var rehearsal = CompletableFuture.supplyAsync(
                    () -> rehearse(new RunOptions(SHORT), event -> {
                        heard.add(event);
                        if (event instanceof RunEvent.StatementStarted(_, var s) && s.text().startsWith("ALTER")) {
                            waits.countDown();
                        }
                    }, new Stop()));
            assertThat(waits.await(20, TimeUnit.SECONDS)).isTrue();
            Thread.sleep(150);

            long started = System.nanoTime();
            revisions().ask("SELECT count(*) FROM orders");
            var held = Duration.ofNanos(System.nanoTime() - started);
            var result = rehearsal.get(20, TimeUnit.SECONDS);

            assertThat(held).isLessThan(Duration.ofMillis(1500));
            assertThat(result.ending()).isInstanceOfSatisfying(Ending.Failed.class, failed -> assertThat(
                    failed.problem().hint()).contains("It waited for pid ", "the shop, user postgres",
                            "LOCK TABLE orders"));
            assertThat(heard).filteredOn(RunEvent.Blocked.class::isInstance).hasSize(1);
            assertThat(result.comparison()).isEqualTo(Comparison.EQUAL);
            holder.rollback();
        }
        assertThat(columns()).containsExactly("id");
    }

    @Test
    void a_rehearsal_that_waits_is_cancelled_within_two_seconds() throws Exception {
        revisions().execute("CREATE TABLE orders (id integer)");
        revisions().then("a", "ALTER TABLE orders ADD paid boolean;");
        var stop = new Stop();
        var asked = new ArrayList<Long>();
        try (var holder = hold("LOCK TABLE orders IN ACCESS SHARE MODE")) {
            var patient = new Patience(Duration.ZERO, Optional.of(Duration.ofMinutes(1)), Optional.empty(), 0);

            var result = rehearse(new RunOptions(patient), event -> {
                if (event instanceof RunEvent.Blocked) {
                    asked.add(System.nanoTime());
                    Thread.startVirtualThread(stop::now);
                }
            }, stop);

            assertThat(Duration.ofNanos(System.nanoTime() - asked.getFirst())).isLessThan(Duration.ofSeconds(2));
            assertThat(result.ending()).isEqualTo(new Ending.Stopped());
            holder.rollback();
        }
        assertThat(columns()).containsExactly("id");
    }

    @Test
    void a_rehearsal_is_tried_again_from_its_start_when_a_lock_was_not_had() throws Exception {
        revisions().execute("CREATE TABLE orders (id integer)");
        revisions().then("a", "CREATE TABLE a (id integer);").then("b", "ALTER TABLE orders ADD paid boolean;");
        try (var holder = hold("LOCK TABLE orders")) {
            var result = rehearse(new RunOptions(new Patience(Duration.ZERO, Optional.of(Duration.ofMillis(100)),
                    Optional.empty(), 3)), event -> {
                        if (event instanceof RunEvent.TryingAgain) {
                            rollback(holder);
                        }
                    }, new Stop());

            assertThat(result.isWhole()).isTrue();
            assertThat(result.steps()).extracting(s -> s.script().size()).containsExactly(1, 1);
        }
    }

    @Test
    void a_look_at_an_index_waits_no_longer_than_a_statement_and_names_whom_it_waits_for() throws SQLException {
        revisions().execute("CREATE TABLE orders (id integer PRIMARY KEY)");
        revisions().then("a", "CREATE TABLE a (id integer);");
        var heard = new ArrayList<RunEvent>();
        long started = System.nanoTime();
        try (var holder = hold("LOCK TABLE orders")) {
            var refusal = refused(() -> rehearse(new RunOptions(SHORT), heard::add, new Stop()));

            assertThat(refusal.kind()).isEqualTo(ProblemKind.DATABASE_LOCKED);
            assertThat(refusal.hint()).contains("It waited for pid ", "the shop", "LOCK TABLE orders");
            assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(5));
            assertThat(heard).filteredOn(RunEvent.Blocked.class::isInstance).hasSize(1);
            holder.rollback();
        }
        assertThat(rehearse().isWhole()).isTrue();
    }

    @Test
    void whoever_cancels_while_an_index_is_looked_at_does_not_wait() throws SQLException {
        revisions().execute("CREATE TABLE orders (id integer PRIMARY KEY)");
        revisions().then("a", "CREATE TABLE a (id integer);");
        var stop = new Stop();
        var asked = new ArrayList<Long>();
        try (var holder = hold("LOCK TABLE orders")) {
            var result = rehearse(new RunOptions(new Patience(Duration.ZERO, Optional.of(Duration.ZERO),
                    Optional.empty(), 0)), event -> {
                        if (event instanceof RunEvent.Blocked) {
                            asked.add(System.nanoTime());
                            stop.now();
                        }
                    }, stop);

            assertThat(result.ending()).isEqualTo(new Ending.Stopped());
            assertThat(Duration.ofNanos(System.nanoTime() - asked.getFirst())).isLessThan(Duration.ofSeconds(2));
            holder.rollback();
        }
        assertThat(revisions().ask("SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'"
                + " AND datname = current_database()")).containsExactly("0");
    }

    private Connection hold(String lock) throws SQLException {
        var connection = revisions().connect();
        connection.setAutoCommit(false);
        connection.createStatement().execute("SET application_name = 'the shop'");
        connection.createStatement().execute(lock);
        return connection;
    }

    private static void rollback(Connection connection) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<String> columns() {
        return revisions().ask("SELECT attname FROM pg_attribute WHERE attrelid = 'orders'::regclass AND attnum > 0"
                + " ORDER BY attnum");
    }
}
