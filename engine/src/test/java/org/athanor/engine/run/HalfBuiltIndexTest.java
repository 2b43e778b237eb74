package org.athanor.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.athanor.engine.graph.Histories.ids;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.athanor.engine.database.TestPostgres;
import org.athanor.engine.sql.Statement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Indexes that are built concurrently, after an attempt that was broken off.
@Timeout(60)
class HalfBuiltIndexTest {
    @TempDir
    Path folder;
    private Revisions revisions;

    @BeforeEach
    void prepare() {
        revisions = new Revisions(folder, TestPostgres.freshDatabase());
        revisions.execute("CREATE TABLE orders (id integer)");
        revisions.execute("INSERT INTO orders VALUES (1), (1)");
        revisions.execute("CREATE SCHEMA shop");
        revisions.execute("CREATE TABLE shop.\"Item List\" (id integer)");
        revisions.execute("INSERT INTO shop.\"Item List\" VALUES (1), (1)");
    }

    static List<Arguments> indexes() {
        return List.of(Arguments.of("i", "orders", "public.i", "IF NOT EXISTS"),
                Arguments.of("i", "orders", "public.i", ""),
                Arguments.of("I_Upper", "ORDERS", "public.i_upper", "IF NOT EXISTS"),
                Arguments.of("\"Quoted \"\"index\"", "public.orders", "public.\"Quoted \"\"index\"", "IF NOT EXISTS"),
                Arguments.of("j", "shop.\"Item List\"", "shop.j", "IF NOT EXISTS"));
    }

    @ParameterizedTest
    @MethodSource("indexes")
    void what_was_left_is_dropped_and_built_anew_as_the_plan_says(String name, String table, String full,
            String condition) {
        var building = "CREATE UNIQUE INDEX CONCURRENTLY %s %s ON %s (id)".formatted(condition, name, table);
        revisions.then("a", "-- +transaction off\n" + building + ";");

        assertThat(run()).isInstanceOfSatisfying(RunResult.Failed.class, failed -> assertThat(failed.problem().hint())
                .contains("the next run drops it (DROP INDEX CONCURRENTLY", "Mend the rows or the file")
                .doesNotContain("remove it with"));
        revisions.execute("DELETE FROM " + table);

        var plan = revisions.athanor().planUpgrade("head");
        assertThat(plan.steps().getFirst().statements()).extracting(Statement::text, Statement::transactional)
                .startsWith(org.assertj.core.groups.Tuple.tuple("DROP INDEX CONCURRENTLY IF EXISTS " + full
                        + " /* it is left half built; what follows builds it anew */", false));
        assertThat(plan.statementCount()).isEqualTo(2);
        assertThat(run().heads()).isEqualTo(ids("a"));
        assertThat(revisions.ask("SELECT count(*) FROM pg_index WHERE NOT indisvalid")).containsExactly("0");
        assertThat(revisions.ask("SELECT count(*) FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid"
                + " WHERE c.relnamespace IN ('public'::regnamespace, 'shop'::regnamespace) AND i.indisunique AND NOT i.indisprimary"))
                .containsExactly("1");
        assertThat(revisions.athanor().planUpgrade("head").isEmpty()).isTrue();
    }

    @Test
    void a_plan_that_did_not_know_of_it_sends_nothing_to_it() throws SQLException {
        revisions.then("a", "-- +transaction off\nCREATE INDEX CONCURRENTLY IF NOT EXISTS i ON orders (id);");
        var athanor = revisions.athanor();
        var plan = athanor.planUpgrade("head");
        breakOff("i");

        var result = athanor.run(plan, RunOptions.USUAL, RunListener.SILENT, new Stop());

        assertThat(result).isInstanceOfSatisfying(RunResult.Failed.class, failed -> {
            assertThat(failed.problem().message()).isEqualTo(
                    "The index public.i is left half built: its building was broken off");
            assertThat(failed.problem().hint()).contains("`DROP INDEX CONCURRENTLY IF EXISTS public.i;`",
                    "Run again when that is settled.").doesNotContain("Mend the file");
        });
        assertThat(athanor.rows()).contains(List.of());
        assertThat(run().heads()).isEqualTo(ids("a"));
        assertThat(valid("i")).containsExactly("t");
    }

    @Test
    void a_step_that_asks_the_database_is_refused_with_what_removes_it() throws SQLException {
        revisions.thenPython("a", """
                if op.get_bind().exec_driver_sql("SELECT 1").scalar() == 1:
                    with op.get_context().autocommit_block():
                        op.execute("CREATE INDEX CONCURRENTLY IF NOT EXISTS i ON orders (id)")
                """);
        breakOff("i");

        assertThat(run()).isInstanceOfSatisfying(RunResult.Failed.class, failed -> assertThat(failed.problem().hint())
                .contains("`DROP INDEX CONCURRENTLY IF EXISTS public.i;`"));
        revisions.execute("DROP INDEX CONCURRENTLY IF EXISTS public.i");
        assertThat(run().heads()).isEqualTo(ids("a"));
        assertThat(valid("i")).containsExactly("t");
    }

    @Test
    void an_index_that_somebody_is_building_just_now_is_left_alone() throws Exception {
        revisions.then("a", "-- +transaction off\nCREATE INDEX CONCURRENTLY IF NOT EXISTS i ON orders (id);");
        try (var writer = revisions.connect()) {
            writer.setAutoCommit(false);
            writer.createStatement().execute("INSERT INTO orders VALUES (2)");
            var building = CompletableFuture.runAsync(
                    () -> revisions.execute("CREATE INDEX CONCURRENTLY i ON orders (id)"));
            waitUntilItIsThere("i");

            assertThat(revisions.athanor().planUpgrade("head").statementCount()).isEqualTo(1);
            assertThat(run()).isInstanceOfSatisfying(RunResult.Failed.class, failed -> assertThat(
                    failed.problem().message()).matches(
                            "The index public.i is not complete, and pid \\d+ is at work on its table"));
            writer.commit();
            building.get(20, TimeUnit.SECONDS);
        }
        assertThat(run().heads()).isEqualTo(ids("a"));
        assertThat(valid("i")).containsExactly("t");
    }

    @Test
    void what_reindexing_leaves_is_named_with_what_removes_it() {
        revisions.execute("CREATE INDEX i ON orders (id)");
        revisions.then("a", "-- +transaction off\n-- +lock_timeout 300ms\nREINDEX INDEX CONCURRENTLY i;");
        try (var writer = revisions.connect()) {
            writer.setAutoCommit(false);
            writer.createStatement().execute("INSERT INTO orders VALUES (2)");

            assertThat(run()).isInstanceOfSatisfying(RunResult.Failed.class, failed -> assertThat(
                    failed.problem().hint()).contains("remove it with `DROP INDEX CONCURRENTLY i_ccnew;`"));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /// As a cancelled statement leaves it.
    private void breakOff(String index) throws SQLException {
        try (var writer = revisions.connect(); var builder = revisions.connect()) {
            writer.setAutoCommit(false);
            writer.createStatement().execute("INSERT INTO orders VALUES (2)");
            builder.createStatement().execute("SET statement_timeout = 300");
            create(builder, "CREATE INDEX CONCURRENTLY %s ON orders (id)".formatted(index));
        }
        assertThat(valid(index)).containsExactly("f");
    }

    private static void create(Connection builder, String sql) {
        try {
            builder.createStatement().execute(sql);
            throw new AssertionError("It was to be broken off");
        } catch (SQLException _) {
            // It was.
        }
    }

    private void waitUntilItIsThere(String index) throws InterruptedException {
        for (int looks = 0; valid(index).isEmpty() && looks < 200; looks++) {
            Thread.sleep(50);
        }
        assertThat(valid(index)).containsExactly("f");
    }

    private List<String> valid(String index) {
        return revisions.ask("SELECT indisvalid FROM pg_index WHERE indexrelid = to_regclass('%s')".formatted(index));
    }

    private RunResult run() {
        return revisions.athanor().upgrade("head",
                new RunOptions(new Patience(Duration.ZERO, Optional.empty(), Optional.empty(), 0)), RunListener.SILENT,
                new Stop());
    }
}
