package org.athanor.app.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FolderWatchTest {
    private static final long PATIENCE_SECONDS = 20;

    private final Semaphore told = new Semaphore(0);
    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void new_changed_and_removed_files_are_told(boolean bySystem) throws Exception {
        var versions = Files.createDirectory(folder.resolve("versions"));
        try (var _ = FolderWatch.start(List.of(folder, versions), told::release, bySystem)) {
            awaitTold(versions.resolve("first.sql"), bySystem);

            Files.writeString(versions.resolve("first.sql"), "-- changed, and longer");
            assertThat(told.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
            Files.delete(versions.resolve("first.sql"));
            assertThat(told.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void folders_below_are_watched_as_they_come(boolean bySystem) throws Exception {
        var versions = Files.createDirectory(folder.resolve("versions"));
        try (var _ = FolderWatch.start(List.of(folder, versions), told::release, bySystem)) {
            awaitTold(versions.resolve("first.sql"), bySystem);

            awaitTold(Files.createDirectory(versions.resolve("2027")).resolve("second.py"), bySystem);
        }
    }

    /// The watch may not have begun yet when a file is written: then another is written.
    private void awaitTold(Path file, boolean bySystem) throws IOException, InterruptedException {
        for (int i = 0; i < PATIENCE_SECONDS; i++) {
            Files.writeString(file, "-- " + "x".repeat(i));
            if (told.tryAcquire(1, TimeUnit.SECONDS)) {
                told.drainPermits();
                return;
            }
        }
        assertThat(false).as("told of %s, by the system: %s", file, bySystem).isTrue();
    }
}
