package org.athanor.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;

import org.athanor.engine.Athanor;
import org.athanor.engine.database.ConnectionSettings;
import org.athanor.engine.database.Database;
import org.athanor.engine.project.Project;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A table is rebuilt while SQLite enforces foreign keys.
class ForeignKeyGuardTest {
    private static final String REBUILD = """
            CREATE TABLE _alembic_tmp_parent (id INTEGER PRIMARY KEY, a TEXT);
            INSERT INTO _alembic_tmp_parent (id) SELECT id FROM parent;
            DROP TABLE parent;
            ALTER TABLE _alembic_tmp_parent RENAME TO parent;
            """;

    @Test
    void rows_that_point_at_a_rebuilt_table_stay(@TempDir Path folder) throws Exception {
        var database = database(folder);
        assertThat(run(folder, database, REBUILD)).isInstanceOf(RunResult.Completed.class);
        assertThat(children(database)).isEqualTo(1);
    }

    @Test
    void a_row_that_points_nowhere_afterwards_stops_the_step(@TempDir Path folder) throws Exception {
        var database = database(folder);
        var result = run(folder, database, REBUILD + "DELETE FROM parent;");
        assertThat(result).isInstanceOfSatisfying(RunResult.Failed.class,
                failed -> assertThat(failed.problem().message())
                        .isEqualTo("A row of child points at a row of parent that isn't there"));
        try (var connection = database.connect(); var statement = connection.createStatement()) {
            var rows = statement.executeQuery("SELECT count(*) FROM parent");
            assertThat(rows.getInt(1)).as("the step was rolled back").isEqualTo(1);
        }
    }

    @Test
    void a_statement_that_fails_takes_the_rebuild_back(@TempDir Path folder) throws Exception {
        var database = database(folder);
        assertThat(run(folder, database, REBUILD + "INSERT INTO nothing VALUES (1);"))
                .isInstanceOf(RunResult.Failed.class);
        try (var connection = database.connect(); var statement = connection.createStatement()) {
            var names = statement.executeQuery("SELECT count(*) FROM pragma_table_info('parent')");
            assertThat(names.getInt(1)).isEqualTo(1);
        }
        assertThat(children(database)).isEqualTo(1);
    }

    @Test
    void a_live_step_that_decides_to_rebuild_a_table_is_stopped_before_it_begins(@TempDir Path folder)
            throws Exception {
        var database = database(folder);
        fill(database);
        var versions = Files.createDirectories(folder.resolve("migrations/versions"));
        Files.writeString(folder.resolve("alembic.ini"), "[alembic]\nscript_location = migrations\n");
        Files.writeString(versions.resolve("a1.py"), """
                from alembic import op
                import sqlalchemy as sa

                revision = "a1"
                down_revision = None

                def upgrade():
                    if op.get_bind().execute(sa.text("SELECT count(*) FROM parent")).scalar() == 1:
                        with op.batch_alter_table("parent") as batch:
                            batch.alter_column("id", type_=sa.BigInteger())

                def downgrade():
                    pass
                """);
        var athanor = Athanor.open(Project.open(folder.resolve("alembic.ini"), Map.of()), database);

        var result = athanor.run(athanor.planUpgrade("head"), _ -> {}, () -> false);

        assertThat(result).isInstanceOfSatisfying(RunResult.Failed.class,
                failed -> assertThat(failed.problem().message()).contains("foreign keys are enforced"));
        assertThat(children(database)).isEqualTo(1);
    }

    private static Database database(Path folder) {
        return Database.of(ConnectionSettings.parse("sqlite:///" + folder.resolve("x.db") + "?foreign_keys=on",
                folder));
    }

    private static RunResult run(Path folder, Database database, String rebuild) throws IOException, SQLException {
        fill(database);
        var versions = Files.createDirectories(folder.resolve("versions"));
        Files.writeString(folder.resolve("athanor.toml"), "[athanor]\n");
        Files.writeString(versions.resolve("a.sql"),
                "-- revision: a1\n-- down_revision:\n-- message: rebuild\n\n-- +upgrade\n" + rebuild);
        var athanor = Athanor.open(Project.open(folder.resolve("athanor.toml"), Map.of()), database);
        return athanor.run(athanor.planUpgrade("head"), _ -> {}, () -> false);
    }

    private static void fill(Database database) throws SQLException {
        try (var connection = database.connect(); var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE parent (id INTEGER PRIMARY KEY)");
            statement.execute("CREATE TABLE child (p INTEGER REFERENCES parent (id) ON DELETE CASCADE)");
            statement.execute("INSERT INTO parent VALUES (1)");
            statement.execute("INSERT INTO child VALUES (1)");
        }
    }

    private static int children(Database database) throws SQLException {
        try (var connection = database.connect(); var statement = connection.createStatement()) {
            return statement.executeQuery("SELECT count(*) FROM child").getInt(1);
        }
    }
}
