package org.athanor.engine.script.sqlfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.athanor.engine.dialect.Dialect;
import org.athanor.engine.dialect.postgresql.PostgreSql;
import org.athanor.engine.dialect.sqlite.Sqlite;
import org.athanor.engine.plan.Occasions;
import org.athanor.engine.problem.Problem;
import org.athanor.engine.problem.ProblemKind;
import org.athanor.engine.revision.Revision;
import org.athanor.engine.revision.RevisionFile;
import org.athanor.engine.revision.RevisionId;
import org.athanor.engine.script.Direction;
import org.athanor.engine.script.Script;
import org.athanor.engine.sql.Statement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqlScriptReaderTest {
    private static final String HEADER = "-- revision: a\n-- down_revision:\n";
    private static final Dialect POSTGRESQL = new PostgreSql();
    private static final Dialect SQLITE = new Sqlite();

    private final Path file;

    SqlScriptReaderTest(@TempDir Path folder) {
        this.file = folder.resolve("a.sql");
    }

    @BeforeEach
    void start_without_a_file() throws IOException {
        Files.deleteIfExists(file);
    }

    @Test
    void a_section_gives_its_statements_with_their_lines() throws IOException {
        write("-- +upgrade", "CREATE TABLE t (id integer);", "", "INSERT INTO t VALUES (1);", "-- +downgrade",
                "DROP TABLE t;");

        assertThat(read(Direction.UPGRADE, SQLITE)).isEqualTo(new Script.Static(List.of(
                new Statement("CREATE TABLE t (id integer)", 4, true),
                new Statement("INSERT INTO t VALUES (1)", 6, true))));
        assertThat(read(Direction.DOWNGRADE, SQLITE))
                .isEqualTo(new Script.Static(List.of(new Statement("DROP TABLE t", 8, true))));
    }

    @Test
    void a_section_for_the_product_wins_over_the_plain_one() throws IOException {
        write("-- +upgrade", "SELECT 'any';", "-- +upgrade postgresql", "SELECT 'postgresql';");

        assertThat(read(Direction.UPGRADE, POSTGRESQL))
                .isEqualTo(new Script.Static(List.of(new Statement("SELECT 'postgresql'", 6, true))));
        assertThat(read(Direction.UPGRADE, SQLITE))
                .isEqualTo(new Script.Static(List.of(new Statement("SELECT 'any'", 4, true))));
    }

    @Test
    void an_empty_section_does_nothing_and_is_fine() throws IOException {
        write("-- +upgrade", "-- nothing to do", "-- +downgrade");

        assertThat(read(Direction.UPGRADE, SQLITE)).isEqualTo(new Script.Static(List.of()));
        assertThat(read(Direction.DOWNGRADE, SQLITE)).isEqualTo(new Script.Static(List.of()));
    }

    @Test
    void transaction_off_holds_until_on_or_the_next_section() throws IOException {
        write("-- +upgrade postgresql", "SELECT 1;", "-- +transaction off", "CREATE INDEX CONCURRENTLY i ON t (a);",
                "-- +transaction on", "SELECT 3;", "-- +downgrade", "-- +transaction off", "VACUUM;", "-- +upgrade",
                "SELECT 4;");

        assertThat(read(Direction.UPGRADE, POSTGRESQL)).isEqualTo(new Script.Static(
                List.of(new Statement("SELECT 1", 4, true), new Statement("CREATE INDEX CONCURRENTLY i ON t (a)", 6,
                        false), new Statement("SELECT 3", 8, true))));
        assertThat(read(Direction.DOWNGRADE, POSTGRESQL))
                .isEqualTo(new Script.Static(List.of(new Statement("VACUUM", 11, false))));
        assertThat(read(Direction.UPGRADE, SQLITE))
                .isEqualTo(new Script.Static(List.of(new Statement("SELECT 4", 13, true))));
    }

    @Test
    void a_missing_downgrade_says_that_it_can_not_be_undone() throws IOException {
        write("-- +upgrade", "SELECT 1;");

        assertThat(read(Direction.DOWNGRADE, SQLITE)).isEqualTo(new Script.Unreadable(Problem.at(file, 0,
                ProblemKind.NO_DOWNGRADE, "a can't be undone: it has no downgrade section",
                "Add a `-- +downgrade` section (an empty one if there is nothing to undo).")));
    }

    @Test
    void a_section_for_other_products_only_is_no_section() throws IOException {
        write("-- +upgrade postgresql", "SELECT 1;", "-- +downgrade postgresql", "SELECT 2;");

        assertThat(obstacle(Direction.UPGRADE, SQLITE)).isEqualTo("0 bad-script: a has no upgrade section for sqlite");
        assertThat(obstacle(Direction.DOWNGRADE, SQLITE))
                .isEqualTo("0 bad-script: a has no downgrade section for sqlite");
    }

    @Test
    void a_section_that_stands_twice_is_told() throws IOException {
        write("-- +upgrade", "SELECT 1;", "-- +upgrade", "SELECT 2;");

        assertThat(obstacle(Direction.UPGRADE, SQLITE))
                .isEqualTo("5 bad-script: The section '-- +upgrade' stands twice");
    }

    @Test
    void an_unknown_dialect_is_told() throws IOException {
        write("-- +upgrade oracle", "SELECT 1;");

        assertThat(obstacle(Direction.UPGRADE, SQLITE)).isEqualTo(
                "3 bad-script: '-- +upgrade oracle' does not name a dialect; there are postgresql and sqlite");
    }

    @Test
    void an_unknown_marker_is_told() throws IOException {
        write("-- +upgrade", "-- +sideways", "SELECT 1;");

        assertThat(obstacle(Direction.UPGRADE, SQLITE)).isEqualTo("4 bad-script: '-- +sideways' is not a section");
    }

    @Test
    void transaction_needs_a_section_and_a_mode() throws IOException {
        var told = " bad-script: '-- +transaction' stands inside a section and says on or off";
        write("-- +transaction off");
        assertThat(obstacle(Direction.UPGRADE, SQLITE)).isEqualTo("3" + told);

        write("-- +upgrade", "-- +transaction maybe");
        assertThat(obstacle(Direction.UPGRADE, SQLITE)).isEqualTo("4" + told);
    }

    @Test
    void sql_before_the_first_section_is_told() throws IOException {
        write("SELECT 0;", "-- +upgrade", "SELECT 1;");

        assertThat(obstacle(Direction.UPGRADE, SQLITE))
                .isEqualTo("3 bad-script: There is SQL before the first section");
    }

    @ParameterizedTest
    @ValueSource(strings = {"COMMIT", "commit work", "BEGIN", "ROLLBACK", "END", "START TRANSACTION",
            "PREPARE TRANSACTION 'x'", "ABORT"})
    void what_ends_the_transaction_of_the_step_is_refused(String statement) throws IOException {
        write("-- +upgrade", "SELECT 1;", statement + ";");

        assertThat(obstacle(Direction.UPGRADE, POSTGRESQL))
                .isEqualTo("5 bad-script: " + statement + " would break the step's transaction");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ROLLBACK TO SAVEPOINT s", "SAVEPOINT s", "RELEASE s", "PREPARE p AS SELECT 1"})
    void savepoints_are_fine(String statement) throws IOException {
        write("-- +upgrade", statement + ";");

        assertThat(read(Direction.UPGRADE, POSTGRESQL))
                .isEqualTo(new Script.Static(List.of(new Statement(statement, 4, true))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"CREATE INDEX CONCURRENTLY i ON t (a)", "CREATE UNIQUE INDEX CONCURRENTLY i ON t (a)",
            "DROP INDEX CONCURRENTLY i", "REINDEX TABLE CONCURRENTLY t", "VACUUM t", "CREATE DATABASE x",
            "ALTER SYSTEM SET work_mem = '1MB'"})
    void what_can_not_run_inside_a_transaction_asks_for_transaction_off(String statement) throws IOException {
        write("-- +upgrade", statement + ";");
        assertThat(obstacle(Direction.UPGRADE, POSTGRESQL)).startsWith("4 bad-script: ")
                .endsWith(" can't run inside a transaction");

        write("-- +upgrade", "-- +transaction off", statement + ";");
        assertThat(read(Direction.UPGRADE, POSTGRESQL))
                .isEqualTo(new Script.Static(List.of(new Statement(statement, 5, false))));
    }

    @Test
    void an_unclosed_quote_is_told_with_its_line() throws IOException {
        write("-- +upgrade", "SELECT 1;", "SELECT 'open;");

        assertThat(obstacle(Direction.UPGRADE, SQLITE))
                .isEqualTo("5 bad-script: A quote or comment opens here and never closes");
    }

    @Test
    void a_psql_command_is_told() throws IOException {
        write("-- +upgrade", "\\connect shop");

        assertThat(obstacle(Direction.UPGRADE, POSTGRESQL))
                .isEqualTo("4 bad-script: '\\connect shop' is a psql command, not SQL");
    }

    @Test
    void a_statement_that_no_database_takes_is_told() throws IOException {
        write("-- +upgrade", "SELECT 1;", "SELECT 'a\0b';");

        assertThat(obstacle(Direction.UPGRADE, POSTGRESQL))
                .isEqualTo("5 bad-script: The statement holds a NUL character");
    }

    @Test
    void a_file_that_is_gone_is_told() {
        assertThat(read(Direction.UPGRADE, SQLITE)).isInstanceOfSatisfying(Script.Unreadable.class,
                script -> assertThat(script.problem().kind()).isEqualTo(ProblemKind.UNREADABLE_FILE));
    }

    private void write(String... body) throws IOException {
        Files.writeString(file, HEADER + String.join("\n", body) + "\n");
    }

    private Script read(Direction direction, Dialect dialect) {
        var revision = new Revision(new RevisionId("a"), List.of(), List.of(), List.of(), "", Optional.empty(),
                new RevisionFile(file, RevisionFile.Format.SQL, Map.of()));
        return new SqlScriptReader().read(revision, direction, Occasions.on(dialect)).script();
    }

    private String obstacle(Direction direction, Dialect dialect) {
        return switch (read(direction, dialect)) {
            case Script.Unreadable(var problem) -> problem.place().orElseThrow().line() + " " + problem.kind().code()
                    + ": " + problem.message();
            case Script.Static(var statements, _) -> "readable: " + statements;
            case Script.Live(var problem, _, _) -> "live: " + problem.message();
        };
    }
}
