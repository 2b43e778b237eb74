package org.athanor.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.athanor.engine.Refusals.refused;
import static org.athanor.engine.graph.Histories.ids;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.athanor.engine.Athanor;
import org.athanor.engine.database.ConnectionSettings;
import org.athanor.engine.database.Database;
import org.athanor.engine.database.TestPostgres;
import org.athanor.engine.guard.Environment;
import org.athanor.engine.guard.Policy;
import org.athanor.engine.problem.ProblemKind;
import org.athanor.engine.project.Project;
import org.athanor.engine.run.RunListener;
import org.athanor.engine.run.RunOptions;
import org.athanor.engine.run.RunResult;
import org.athanor.engine.run.Stop;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A stamp looks at the database before it believes what it is told.
class StampOnDatabaseTest {
    @TempDir
    Path folder;
    private Optional<Database> database = Optional.empty();

    @ParameterizedTest
    @ValueSource(strings = {"postgresql", "sqlite"})
    void an_empty_database_is_not_stamped_to_head(String product) throws Exception {
        var athanor = project(product);

        var problem = refused(() -> stamp(athanor, "head"));

        assertThat(problem.kind()).isEqualTo(ProblemKind.STAMP_CONTRADICTED);
        assertThat(problem.message()).contains("none of the 2 tables that its history creates is there (person, pet)");
        assertThat(athanor.rows()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgresql", "sqlite"})
    void a_database_that_looks_right_is_stamped(String product) throws Exception {
        var athanor = project(product);
        execute("CREATE TABLE person (id integer)", "CREATE TABLE pet (id integer)");

        assertThat(stamp(athanor, "head")).isInstanceOf(RunResult.Completed.class);
        assertThat(athanor.rows()).contains(ids("d"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgresql", "sqlite"})
    void a_table_that_is_missing_and_one_that_should_be_gone_are_named(String product) throws Exception {
        var athanor = project(product);
        execute("CREATE TABLE person (id integer)", "CREATE TABLE animal (id integer)",
                "CREATE TABLE draft (id integer)");

        assertThat(refused(() -> stamp(athanor, "head")).message())
                .contains("there is no pet").contains("still there: animal, draft");
        assertThat(stamp(athanor, "b")).isInstanceOf(RunResult.Completed.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgresql", "sqlite"})
    void who_knows_better_says_why(String product) throws Exception {
        var athanor = project(product);

        assertThat(stamp(athanor, "head", RunOptions.USUAL.because("restored without its tables")))
                .isInstanceOf(RunResult.Completed.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgresql", "sqlite"})
    void what_a_script_that_cannot_be_read_did_is_not_held_against_the_stamp(String product) throws Exception {
        write("e", "d", "", "");
        Files.writeString(folder.resolve("versions/e.py"), """
                revision = 'e'
                down_revision = 'd'
                from alembic import op
                def upgrade():
                    for row in op.get_bind().execute("SELECT 1"):
                        op.drop_table(row[0])
                def downgrade():
                    pass
                """);
        Files.delete(folder.resolve("versions/e.sql"));
        var athanor = project(product);
        execute("CREATE TABLE other (id integer)");

        assertThat(athanor.examine(athanor.planStamp(List.of("head"), Stamps.Rows.KEPT)).notes())
                .singleElement().asString().startsWith("Only the names of tables were compared");
        assertThat(stamp(athanor, "head")).isInstanceOf(RunResult.Completed.class);
        assertThat(refused(() -> stamp(athanor, "nowhere", RunOptions.USUAL.because("x"))).kind())
                .isEqualTo(ProblemKind.UNKNOWN_REVISION);
    }

    @Test
    void without_a_scratch_database_tables_of_later_revisions_are_seen_all_the_same() throws Exception {
        var athanor = project("postgresql").under(Policy.of(Environment.PRODUCTION));
        execute("CREATE TABLE person (id integer)", "CREATE TABLE animal (id integer)",
                "CREATE TABLE notes (id integer)");

        var verdict = athanor.examine(athanor.planStamp(List.of("a"), Stamps.Rows.KEPT));
        assertThat(verdict.objection()).isEmpty(); // What goes again later on may have been there before.
        assertThat(verdict.notes()).singleElement().asString().startsWith("Only the names of tables were compared")
                .contains("Not compared: columns, types,", "no revision is known to speak: notes");

        execute("CREATE TABLE pet (id integer)");
        assertThat(athanor.objection(athanor.planStamp(List.of("a"), Stamps.Rows.KEPT)).orElseThrow().message())
                .contains("what only later revisions create is there already: pet");
    }

    private RunResult stamp(Athanor athanor, String target) {
        return stamp(athanor, target, RunOptions.USUAL);
    }

    private RunResult stamp(Athanor athanor, String target, RunOptions options) {
        return athanor.stamp(List.of(target), Stamps.Rows.KEPT, options, RunListener.SILENT, new Stop());
    }

    private Athanor project(String product) throws IOException {
        var made = Database.of(ConnectionSettings.parse(
                product.equals("sqlite") ? "sqlite:///x.db" : TestPostgres.freshDatabase(), folder));
        database = Optional.of(made);
        write("a", "", "CREATE TABLE person (id integer);", "DROP TABLE person;");
        write("b", "a", "CREATE TABLE animal (id integer);\nCREATE TABLE IF NOT EXISTS draft (id integer);",
                "DROP TABLE animal;");
        write("c", "b", "ALTER TABLE animal RENAME TO pet;", "ALTER TABLE pet RENAME TO animal;");
        write("d", "c", "DROP TABLE draft;", "CREATE TABLE draft (id integer);");
        Files.writeString(folder.resolve("athanor.toml"), "[athanor]\n");
        return Athanor.open(Project.open(folder.resolve("athanor.toml"), Map.of()), made);
    }

    private void write(String id, String parent, String up, String down) throws IOException {
        Files.createDirectories(folder.resolve("versions"));
        Files.writeString(folder.resolve("versions/" + id + ".sql"), """
                -- revision: %s
                -- down_revision: %s

                -- +upgrade
                %s
                -- +downgrade
                %s
                """.formatted(id, parent, up, down));
    }

    private void execute(String... statements) throws SQLException {
        try (var connection = database.orElseThrow().connect(); var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
