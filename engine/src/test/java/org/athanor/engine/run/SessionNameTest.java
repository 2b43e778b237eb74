package org.athanor.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

import org.athanor.engine.Athanor;
import org.athanor.engine.database.ConnectionSettings;
import org.athanor.engine.database.Database;
import org.athanor.engine.database.TestPostgres;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What others see of an application's connections while a run is at work with them.
class SessionNameTest {
    private static final String NAME = "SELECT current_setting('application_name')";

    @TempDir
    Path folder;
    private Revisions revisions;
    private ConnectionSettings settings;
    private final List<Connection> pooled = new ArrayList<>();

    @BeforeEach
    void prepare() {
        var url = TestPostgres.freshDatabase();
        settings = ConnectionSettings.parse(url, folder);
        revisions = new Revisions(folder, url).then("a", "CREATE TABLE seen AS " + NAME + " AS name;\n"
                + "INSERT INTO seen SELECT application_name FROM pg_stat_activity JOIN pg_locks USING (pid)"
                + " WHERE locktype = 'advisory' AND granted;");
    }

    @AfterEach
    void release() throws SQLException {
        for (var connection : pooled) {
            connection.close();
        }
    }

    @Test
    void a_session_without_a_name_has_ours_while_a_run_uses_it() throws SQLException {
        run("PostgreSQL JDBC Driver");

        assertThat(revisions.ask("SELECT DISTINCT name FROM seen")).containsExactly("athanor");
        assertThat(revisions.ask("SELECT count(*) FROM seen")).containsExactly("3");
        assertThat(namesAfterwards()).containsOnly("PostgreSQL JDBC Driver");
    }

    @Test
    void a_program_s_own_name_stays() throws SQLException {
        run("the shop");

        assertThat(revisions.ask("SELECT DISTINCT name FROM seen")).containsExactly("the shop");
        assertThat(namesAfterwards()).containsOnly("the shop");
    }

    private void run(String name) {
        var project = revisions.athanor().project();
        var result = Athanor.open(project, Database.of(settings, () -> connect(name))).upgrade("head",
                RunOptions.USUAL, RunListener.SILENT, new Stop());
        assertThat(result).isInstanceOf(RunResult.Completed.class);
    }

    /// As a pool gives it: closing it keeps it open.
    private Connection connect(String name) throws SQLException {
        var properties = new Properties();
        properties.putAll(settings.properties());
        properties.setProperty("ApplicationName", name);
        var real = DriverManager.getConnection(settings.jdbcUrl(), properties);
        pooled.add(real);
        return (Connection) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[]{Connection.class},
                (_, method, arguments) -> {
                    if (method.getName().equals("close")) {
                        return null;
                    }
                    try {
                        return method.invoke(real, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private List<String> namesAfterwards() throws SQLException {
        var names = new ArrayList<String>();
        for (var connection : pooled) {
            try (var question = connection.createStatement(); var row = question.executeQuery(NAME)) {
                row.next();
                names.add(row.getString(1));
            }
        }
        return names;
    }
}
