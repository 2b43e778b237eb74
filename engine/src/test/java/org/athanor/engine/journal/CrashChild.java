package org.athanor.engine.journal;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

import org.athanor.engine.Athanor;
import org.athanor.engine.database.ConnectionSettings;
import org.athanor.engine.database.Database;
import org.athanor.engine.project.Project;
import org.athanor.engine.run.RunListener;

/// A program of its own that upgrades a scene to head, and waits to be killed when it has heard so many events. It says so
/// on its standard output.
public final class CrashChild {
    static final String HERE = "here";

    private CrashChild() {}

    /// The folder of the scene, the database's URL, and the number of the event to wait at; -1 for none.
    public static void main(String[] arguments) {
        var folder = Path.of(arguments[0]);
        int last = Integer.parseInt(arguments[2]);
        var athanor = Athanor
                .open(Project.open(folder.resolve("athanor.toml"), Map.of()),
                        Database.of(ConnectionSettings.parse(arguments[1], folder)))
                .withJournal(Journal.in(folder.resolve("journal"), Who.here("test", "1", Optional.empty()),
                        InstantSource.system()));
        System.out.println("ready");
        athanor.run(athanor.planUpgrade("head"), waitingAt(last), () -> false);
    }

    private static RunListener waitingAt(int last) {
        int[] count = {0};
        return _ -> {
            if (count[0]++ == last) {
                System.out.println(HERE);
                forever();
            }
        };
    }

    private static void forever() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
