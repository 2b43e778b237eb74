package org.athanor.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.athanor.engine.graph.Histories.ids;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

import org.athanor.engine.database.TestPostgres;
import org.athanor.engine.problem.ProblemKind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Runs beside sessions that hold locks, on PostgreSQL.
@Timeout(60)
class LockSafetyTest {
    private static final Patience SHORT = new Patience(Duration.ZERO, Optional.of(Duration.ofMillis(400)),
            Optional.empty(), 0);

    @TempDir
    Path folder;
    private Revisions revisions;
    private Optional<Connection> holder = Optional.empty();

    @BeforeEach
    void prepare() {
        revisions = new Revisions(folder, TestPostgres.freshDatabase());
        revisions.execute("CREATE TABLE orders (id integer)");
    }

    @AfterEach
    void release() throws SQLException {
        if (holder.isPresent()) {
            holder.get().close();
        }
    }

    /// Another session takes a lock and keeps it until its transaction ends.
    private Connection hold(String lock) throws SQLException {
        var connection = revisions.connect();
        holder = Optional.of(connection);
        connection.setAutoCommit(false);
        connection.createStatement().execute("SET application_name = 'the shop'");
        connection.createStatement().execute(lock);
        return connection;
    }

    @Test
    void who_holds_the_lock_is_named_and_the_schema_is_as_before() throws SQLException {
        revisions.then("a", "ALTER TABLE orders ADD paid boolean;");
        hold("LOCK TABLE orders IN ACCESS SHARE MODE");
        var heard = new ArrayList<RunEvent>();

        var result = run(SHORT, heard);

        assertThat(result).isInstanceOfSatisfying(RunResult.Failed.class, failed -> {
            assertThat(failed.problem().kind()).isEqualTo(ProblemKind.DATABASE_LOCKED);
            assertThat(failed.problem().place().orElseThrow().line()).isEqualTo(4);
            assertThat(failed.problem().hint()).contains("It waited for pid ", "the shop, user postgres",
                    "idle in transaction", "LOCK TABLE orders IN ACCESS SHARE MODE");
        });
        assertThat(heard).filteredOn(RunEvent.Blocked.class::isInstance).singleElement()
                .isInstanceOfSatisfying(RunEvent.Blocked.class, blocked -> assertThat(blocked.blockers())
                        .extracting(b -> b.application().orElse("")).containsExactly("the shop"));
        assertThat(columns()).containsExactly("id");
    }

    @Test
    void readers_are_held_up_no_longer_than_the_lock_is_waited_for() throws Exception {
        revisions.then("a", "ALTER TABLE orders ADD paid boolean;");
        hold("LOCK TABLE orders IN ACCESS SHARE MODE");
        var run = CompletableFuture.supplyAsync(() -> run(SHORT, new ArrayList<>()));
        Thread.sleep(200);

        long started = System.nanoTime();
        revisions.ask("SELECT count(*) FROM orders");
        var held = Duration.ofNanos(System.nanoTime() - started);

        assertThat(held).isLessThan(Duration.ofMillis(1500));
        assertThat(run.get(20, TimeUnit.SECONDS)).isInstanceOf(RunResult.Failed.class);
    }

    @Test
    void a_step_is_tried_again_until_the_lock_is_free() throws Exception {
        revisions.config("transaction_per_migration = true").then("a", "CREATE TABLE a (id integer);").then("b",
                "CREATE TABLE b (id integer);\nALTER TABLE orders ADD paid boolean;");
        var other = hold("LOCK TABLE orders");
        var heard = new CopyOnWriteArrayList<RunEvent>();

        var result = run(new Patience(Duration.ZERO, Optional.of(Duration.ofMillis(100)), Optional.empty(), 5),
                event -> {
                    heard.add(event);
                    if (event instanceof RunEvent.TryingAgain(_, _, var retry, _, _) && retry == 2) {
                        other.rollback();
                    }
                });

        assertThat(result.heads()).isEqualTo(ids("b"));
        assertThat(heard).filteredOn(RunEvent.TryingAgain.class::isInstance).hasSize(2);
        assertThat(columns()).containsExactly("id", "paid");
    }

    @Test
    void no_lock_is_held_while_a_run_pauses() throws SQLException {
        revisions.then("a", "CREATE TABLE a (id integer);\nINSERT INTO orders VALUES (1);").then("b",
                "ALTER TABLE orders ADD paid boolean;");
        hold("LOCK TABLE orders IN SHARE UPDATE EXCLUSIVE MODE");
        var locks = new ArrayList<String>();

        run(new Patience(Duration.ZERO, Optional.of(Duration.ofMillis(100)), Optional.empty(), 1), event -> {
            if (event instanceof RunEvent.TryingAgain) {
                locks.addAll(revisions.ask("SELECT mode FROM pg_locks l JOIN pg_stat_activity USING (pid)"
                        + " WHERE application_name = 'athanor' AND relation = 'orders'::regclass"));
            }
        });

        assertThat(locks).isEmpty();
        assertThat(revisions.ask("SELECT to_regclass('a')::text")).containsOnlyNulls();
    }

    @Test
    void a_revision_has_limits_of_its_own() throws SQLException {
        revisions.then("a", "-- +lock_timeout 100ms\n-- +statement_timeout 2s\n"
                + "CREATE TABLE said AS SELECT current_setting('lock_timeout') AS l, current_setting('statement_timeout') AS s;")
                .then("b",
                        "INSERT INTO said SELECT current_setting('lock_timeout'), current_setting('statement_timeout');");

        assertThat(run(Patience.USUAL, new ArrayList<>()).heads()).isEqualTo(ids("b"));
        assertThat(revisions.ask("SELECT l || ' ' || s FROM said")).containsExactly("100ms 2s", "5s 0");
    }

    @Test
    void a_statement_that_takes_too_long_is_ended() {
        revisions.then("a", "SELECT pg_sleep(30);");

        var result = run(new Patience(Duration.ZERO, Optional.empty(), Optional.of(Duration.ofMillis(200)), 3),
                new ArrayList<>());

        assertThat(result).isInstanceOfSatisfying(RunResult.Failed.class, failed -> assertThat(
                failed.problem().message()).contains("statement timeout"));
    }

    @Test
    void a_cancelled_statement_ends_the_run_soon() {
        revisions.then("a", "CREATE TABLE a (id integer);").then("b", "SELECT pg_sleep(30);");
        var stop = new Stop();
        long started = System.nanoTime();
        CompletableFuture.delayedExecutor(500, TimeUnit.MILLISECONDS).execute(stop::now);

        var result = revisions.athanor().upgrade("head", RunOptions.USUAL, RunListener.SILENT, stop);

        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofMillis(2500));
        assertThat(result).isInstanceOfSatisfying(RunResult.Stopped.class, stopped -> {
            assertThat(stopped.applied()).isEmpty();
            assertThat(stopped.remaining()).hasSize(2);
        });
        assertThat(revisions.ask("SELECT to_regclass('a')::text")).containsOnlyNulls();
    }

    @Test
    void an_index_left_half_built_is_told() throws SQLException {
        revisions.then("a", "-- +transaction off\n-- +lock_timeout 300ms\nCREATE INDEX CONCURRENTLY i ON orders (id);");
        hold("INSERT INTO orders VALUES (1)");

        assertThat(run(SHORT, new ArrayList<>())).isInstanceOfSatisfying(RunResult.Failed.class, failed -> {
            assertThat(failed.leftovers().invalidIndexes()).containsExactly("i");
            assertThat(failed.problem().hint()).contains("The index i is left half built");
        });
    }

    @Test
    void an_index_whose_building_is_cancelled_is_told() throws SQLException {
        revisions.then("a", "-- +transaction off\nCREATE INDEX CONCURRENTLY i ON orders (id);");
        hold("INSERT INTO orders VALUES (1)");
        var stop = new Stop();

        var result = revisions.athanor().upgrade("head", RunOptions.USUAL, event -> {
            if (event instanceof RunEvent.Blocked) {
                Thread.startVirtualThread(stop::now);
            }
        }, stop);

        assertThat(result).isInstanceOfSatisfying(RunResult.Stopped.class,
                stopped -> assertThat(stopped.leftovers().invalidIndexes()).containsExactly("i"));
    }

    @Test
    void what_is_built_concurrently_waits_longer_than_others() throws Exception {
        revisions.then("a", "-- +transaction off\nCREATE INDEX CONCURRENTLY i ON orders (id);");
        var other = hold("INSERT INTO orders VALUES (1)");
        CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS).execute(() -> commit(other));

        assertThat(run(SHORT, new ArrayList<>()).heads()).isEqualTo(ids("a"));
    }

    @Test
    void a_listener_that_throws_while_the_run_waits_ends_it() throws SQLException {
        revisions.then("a", "ALTER TABLE orders ADD paid boolean;");
        hold("LOCK TABLE orders");

        assertThatThrownBy(() -> run(new Patience(Duration.ZERO, Optional.of(Duration.ofSeconds(30)), Optional.empty(),
                0), event -> {
                    if (event instanceof RunEvent.Blocked) {
                        throw new IllegalStateException("enough");
                    }
                })).hasMessage("enough");
    }

    private static void commit(Connection connection) {
        try {
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private RunResult run(Patience patience, List<RunEvent> heard) {
        return revisions.athanor().upgrade("head", new RunOptions(patience), heard::add, new Stop());
    }

    /// A listener that may talk to a database.
    private interface Hearing {
        void on(RunEvent event) throws SQLException;
    }

    private RunResult run(Patience patience, Hearing hearing) {
        return revisions.athanor().upgrade("head", new RunOptions(patience), event -> {
            try {
                hearing.on(event);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }, new Stop());
    }

    private List<String> columns() {
        return revisions.ask("SELECT column_name FROM information_schema.columns WHERE table_name = 'orders'"
                + " ORDER BY ordinal_position");
    }
}
