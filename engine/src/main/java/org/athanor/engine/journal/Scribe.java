package org.athanor.engine.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/// Writes entries on a thread of its own, in the order in which they come, while the database works. Who must be sure that
/// they stand in the book waits for them.
final class Scribe implements AutoCloseable {
    private final Appender appender;
    private final InstantSource clock;
    private final BlockingQueue<Told> told = new LinkedBlockingQueue<>();
    private final Thread thread = Thread.ofPlatform().daemon().name("journal").unstarted(this::work);
    private final Object progress = new Object();
    private long asked;
    private long written;
    private Optional<IOException> trouble = Optional.empty();

    /// `entry` is empty where the scribe is to go home.
    private record Told(Instant at, String run, Optional<Entry> entry) {}

    private Scribe(Appender appender, InstantSource clock) {
        this.appender = appender;
        this.clock = clock;
    }

    static Scribe start(Appender appender, InstantSource clock) {
        var scribe = new Scribe(appender, clock);
        scribe.thread.start();
        return scribe;
    }

    Path path() {
        return appender.path();
    }

    /// Takes an entry; it is written soon.
    void tell(String run, Entry entry) {
        put(new Told(clock.instant(), run, Optional.of(entry)));
    }

    /// Waits until all that was told is written; what kept it from that is thrown, once and for ever.
    void sync() throws IOException {
        boolean interrupted = false;
        synchronized (progress) {
            while (written < asked && trouble.isEmpty()) {
                try {
                    progress.wait();
                } catch (InterruptedException _) {
                    interrupted = true; // The run that is interrupted still must be written down.
                }
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
            if (trouble.isPresent()) {
                throw trouble.get();
            }
        }
    }

    /// Whether something couldn't be written, as far as that is known by now.
    Optional<IOException> trouble() {
        synchronized (progress) {
            return trouble;
        }
    }

    /// Sees to it that all that was told outlives the machine, too.
    void force() throws IOException {
        sync();
        appender.force();
    }

    /// Writes what was told, and lets go of the book.
    @Override
    public void close() throws IOException {
        try (appender) {
            put(new Told(Instant.EPOCH, "", Optional.empty()));
            force();
        }
    }

    private void put(Told next) {
        synchronized (progress) {
            asked++;
        }
        told.add(next);
    }

    private void work() {
        var batch = new ArrayList<Told>();
        boolean more = true;
        while (more) {
            try {
                batch.add(told.take());
                told.drainTo(batch);
                more = write(batch);
                done(batch.size(), Optional.empty());
                batch.clear();
            } catch (IOException e) {
                done(0, Optional.of(e));
                return;
            } catch (InterruptedException | RuntimeException e) {
                done(0, Optional.of(new IOException("the writer broke off", e)));
                return;
            }
        }
    }

    /// Whether there is more to come.
    private boolean write(List<Told> batch) throws IOException {
        for (var each : batch) {
            if (each.entry().isPresent()) {
                appender.add(each.at(), each.run(), each.entry().get());
            }
        }
        appender.write();
        return batch.getLast().entry().isPresent();
    }

    private void done(int count, Optional<IOException> failure) {
        synchronized (progress) {
            written += count;
            trouble = failure;
            progress.notifyAll();
        }
    }
}
