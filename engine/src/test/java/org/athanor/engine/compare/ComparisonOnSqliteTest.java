package org.athanor.engine.compare;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.athanor.engine.database.ConnectionSettings;
import org.athanor.engine.database.Database;
import org.junit.jupiter.api.io.TempDir;

class ComparisonOnSqliteTest extends ComparisonContract {
    @TempDir
    Path folder;

    @Override
    Database database() {
        return Database.of(ConnectionSettings.parse("sqlite:///compare.db", folder));
    }

    @Override
    void clear() {
        try {
            Files.deleteIfExists(folder.resolve("compare.db"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
