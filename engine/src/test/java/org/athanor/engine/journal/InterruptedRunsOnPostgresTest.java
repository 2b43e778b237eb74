package org.athanor.engine.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;

import org.athanor.engine.database.RunLock;
import org.athanor.engine.database.TestPostgres;
import org.junit.jupiter.api.Test;

class InterruptedRunsOnPostgresTest extends InterruptedRunsContract {
    private static final String INDEX = "CREATE INDEX CONCURRENTLY i ON b1 (id)";

    @Override
    Scene emptyScene(Path folder) {
        return new Scene(folder, TestPostgres.freshDatabase());
    }

    @Override
    String alone() {
        return "CREATE INDEX CONCURRENTLY i ON a (id)";
    }

    @Test
    void an_index_that_was_under_way_is_looked_for() throws SQLException {
        scene().write("b", "a", "CREATE TABLE b1 (id integer);\n-- +transaction off\n" + INDEX + ";");
        cutWhen(sending("CREATE INDEX"));

        assertThat(fate(aftermath(), "CREATE TABLE b1")).isEqualTo(Aftermath.Kind.COMMITTED);
        assertThat(fate(aftermath(), "CREATE INDEX")).isEqualTo(Aftermath.Kind.ROLLED_BACK);

        execute(INDEX);
        assertThat(fate(aftermath(), "CREATE INDEX")).isEqualTo(Aftermath.Kind.COMMITTED);

        execute("UPDATE pg_index SET indisvalid = false WHERE indexrelid = 'i'::regclass");
        assertThat(fate(aftermath(), "CREATE INDEX")).isEqualTo(Aftermath.Kind.HALF_WAY);
        assertThat(aftermath().problem().hint()).contains("DROP INDEX CONCURRENTLY i");
    }

    @Test
    void an_index_that_was_being_dropped_is_looked_for() throws SQLException {
        scene().write("b", "a", "CREATE TABLE b1 (id integer);\nCREATE INDEX i ON b1 (id);\n-- +transaction off\n"
                + "DROP INDEX CONCURRENTLY i;");
        cutWhen(sending("DROP INDEX"));

        assertThat(fate(aftermath(), "DROP INDEX")).isEqualTo(Aftermath.Kind.ROLLED_BACK);
        execute("DROP INDEX i");
        assertThat(fate(aftermath(), "DROP INDEX")).isEqualTo(Aftermath.Kind.COMMITTED);
    }

    @Test
    void who_is_still_at_work_on_the_server_is_named() throws SQLException {
        scene().write("b", "a", "CREATE TABLE b1 (id integer);");
        cutWhen(sending("CREATE TABLE b1"));
        try (var lock = RunLock.of(scene().database(), scene().open().project().config().versionTable());
                var worker = scene().database().connect()) {
            lock.accompany(worker);

            assertThat(fate(aftermath(), "CREATE TABLE b1")).isEqualTo(Aftermath.Kind.UNKNOWN);
            assertThat(aftermath().problem().hint()).contains(
                    "The server is still at work on its last statement: athanor (pid ", "Wait until it has ended")
                    .doesNotContain("nobody knows", "by hand");
        }
        assertThat(aftermath().worker()).isEmpty();
        assertThat(fate(aftermath(), "CREATE TABLE b1")).isEqualTo(Aftermath.Kind.ROLLED_BACK);
    }

    private void execute(String sql) throws SQLException {
        try (var connection = scene().database().connect(); var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
