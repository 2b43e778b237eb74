package org.athanor.engine.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.athanor.engine.Athanor;
import org.athanor.engine.database.ConnectionSettings;
import org.athanor.engine.database.Database;
import org.athanor.engine.project.Project;

/// A project of a few revisions in a line, and a database to run them on.
public final class Revisions {
    private final Path folder;
    private final Database database;
    private String last = "";

    public Revisions(Path folder, String url) {
        this.folder = folder;
        this.database = Database.of(ConnectionSettings.parse(url, folder));
        config("");
    }

    public Revisions config(String settings) {
        text(folder.resolve("athanor.toml"), "[athanor]\n" + settings + "\n");
        return this;
    }

    /// The next revision of the line; its first statement stands on line 4.
    public Revisions then(String id, String upgrade) {
        text(folder.resolve("versions").resolve(id + ".sql"),
                "-- revision: %s\n-- down_revision: %s\n-- +upgrade\n%s\n-- +downgrade\n".formatted(id, last, upgrade));
        last = id;
        return this;
    }

    /// The next revision of the line, in Python.
    public Revisions thenPython(String id, String upgrade) {
        text(folder.resolve("versions").resolve(id + ".py"),
                "from alembic import op\nrevision = '%s'\ndown_revision = %s\n\ndef upgrade():\n%s\n\ndef downgrade():\n    pass\n"
                        .formatted(id, last.isEmpty() ? "None" : "'" + last + "'", upgrade.indent(4)));
        last = id;
        return this;
    }

    public Athanor athanor() {
        return Athanor.open(Project.open(folder.resolve("athanor.toml"), Map.of()), database);
    }

    public Database database() {
        return database;
    }

    public Connection connect() {
        return database.connect();
    }

    /// The first column of the answer.
    public List<String> ask(String question) {
        try (var connection = connect();
                var statement = connection.createStatement();
                var result = statement.executeQuery(question)) {
            var answers = new ArrayList<String>();
            while (result.next()) {
                answers.add(result.getString(1));
            }
            return answers;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public void execute(String sql) {
        try (var connection = connect(); var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void text(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
