package org.athanor.app.ui;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

import org.athanor.app.profile.Environment;
import org.athanor.app.profile.Profile;

/// A small project of a story's own: a table of tea that gets a price, with a SQLite file beside it.
record TeaProject(Path folder) {
    static TeaProject in(Path folder) throws IOException {
        var project = new TeaProject(folder);
        Files.createDirectories(folder.resolve("project/versions"));
        Files.writeString(project.config(), "[athanor]\n");
        project.write("aaaaaaaaaaaa", "", "Create the tea table", "CREATE TABLE tea (id integer PRIMARY KEY)",
                "DROP TABLE tea");
        project.write("bbbbbbbbbbbb", "aaaaaaaaaaaa", "Add the price", "ALTER TABLE tea ADD price integer",
                "ALTER TABLE tea DROP COLUMN price");
        return project;
    }

    Path config() {
        return folder.resolve("project/athanor.toml");
    }

    Path file(String revision) {
        return folder.resolve("project/versions").resolve(revision + ".sql");
    }

    String url() {
        return "jdbc:sqlite:" + folder.resolve("tea.db");
    }

    Profile profile(String name, Environment environment) {
        return new Profile(name, environment, config(), Optional.of(url()));
    }

    /// A second head.
    void branch() throws IOException {
        write("cccccccccccc", "aaaaaaaaaaaa", "Add the origin", "ALTER TABLE tea ADD origin text", "SELECT 1");
    }

    void write(String id, String parent, String message, String up, String down) throws IOException {
        Files.writeString(file(id), """
                -- revision: %s
                -- down_revision: %s
                -- message: %s

                -- +upgrade
                %s;

                -- +downgrade
                %s;
                """.formatted(id, parent, message, up, down));
    }

    /// The database stands there, after these statements.
    void stand(String revision, String... statements) throws SQLException {
        try (var connection = DriverManager.getConnection(url()); var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL)");
            statement.execute("INSERT INTO alembic_version VALUES ('%s')".formatted(revision));
            for (var sql : List.of(statements)) {
                statement.execute(sql);
            }
        }
    }
}
