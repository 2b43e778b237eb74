package org.athanor.engine.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

import org.athanor.engine.Athanor;
import org.athanor.engine.database.ConnectionSettings;
import org.athanor.engine.database.Database;
import org.athanor.engine.project.Project;
import org.athanor.engine.run.RunListener;
import org.athanor.engine.run.RunResult;

/// A project with a database and a journal, in a folder of the test's own.
final class Scene {
    private final Path folder;
    private final Database database;
    private Who who = Who.here("test", "1", Optional.empty());

    Scene(Path folder, String url) {
        this.folder = folder;
        this.database = Database.of(ConnectionSettings.parse(url, folder));
        text("athanor.toml", "[athanor]\n");
    }

    static Scene onSqlite(Path folder) {
        return new Scene(folder, "sqlite:///scene.db");
    }

    /// Runs from here on are by a process that has ended.
    Scene byOneWhoIsGone() {
        who = new Who(who.user(), who.host(), who.pid(), Instant.EPOCH, "test", "1", Optional.empty());
        return this;
    }

    Scene by(Who other) {
        who = other;
        return this;
    }

    Scene write(String id, String after, String upgrade) {
        return text("versions/" + id + ".sql", """
                -- revision: %s
                -- down_revision: %s
                -- message: Make %s

                -- +upgrade
                %s
                -- +downgrade
                SELECT 1;
                """.formatted(id, after, id, upgrade));
    }

    Scene text(String file, String text) {
        try {
            Files.createDirectories(folder.resolve(file).getParent());
            Files.writeString(folder.resolve(file), text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path journalFolder() {
        return folder.resolve("journal");
    }

    Path folder() {
        return folder;
    }

    Database database() {
        return database;
    }

    Journal journal() {
        return Journal.in(journalFolder(), who, InstantSource.system());
    }

    Athanor open() {
        return Athanor.open(Project.open(folder.resolve("athanor.toml"), Map.of()), database).withJournal(journal());
    }

    Book book() {
        return open().book().orElseThrow();
    }

    RunResult upgrade(String target) {
        return upgrade(target, RunListener.SILENT);
    }

    RunResult upgrade(String target, RunListener listener) {
        var athanor = open();
        return athanor.run(athanor.planUpgrade(target), listener, () -> false);
    }

    /// What the journal says to somebody who comes later.
    News news() {
        who = Who.here("test", "1", Optional.empty());
        var athanor = open();
        return athanor.news(athanor.status());
    }
}
