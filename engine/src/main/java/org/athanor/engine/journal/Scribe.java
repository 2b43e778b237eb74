package org.athanor.engine.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;

/// Writes entries in the order in which they come. A thread of its own does so every few milliseconds, while the database
/// works; who must be sure that they stand in the book doesn't wait for it, but writes what is left.
final class Scribe implements AutoCloseable {
    /// So late an entry may be that nobody asks for.
    private static final Duration PACE = Duration.ofMillis(5);
    /// After so many looks at nothing the thread rests until something is told.
    private static final int PATIENCE = 20;

    private final Appender appender;
    private final InstantSource clock;
    private final Queue<Told> told = new ConcurrentLinkedQueue<>();
    private final Thread thread = Thread.ofPlatform().daemon().name("journal").unstarted(this::work);
    private final Object pen = new Object();
    private volatile Optional<IOException> trouble = Optional.empty();
    private volatile boolean resting;
    private volatile boolean closed;

    private record Told(Instant at, String run, Entry entry) {}

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

    /// Takes an entry; it is written soon. To wake the thread takes longer than to write the entry, so that is rare.
    void tell(String run, Entry entry) {
        told.add(new Told(clock.instant(), run, entry));
        if (resting) {
            LockSupport.unpark(thread);
        }
    }

    /// When this returns, all that was told is written; what kept it from that is thrown, once and for ever.
    void sync() throws IOException {
        write();
        if (trouble.isPresent()) {
            throw trouble.get();
        }
    }

    /// Whether something couldn't be written, as far as that is known by now.
    Optional<IOException> trouble() {
        return trouble;
    }

    /// Sees to it that all that was told outlives the machine, too.
    void force() throws IOException {
        sync();
        synchronized (pen) {
            appender.force();
        }
    }

    /// Writes what was told, and lets go of the book.
    @Override
    public void close() throws IOException {
        closed = true;
        LockSupport.unpark(thread);
        try (appender) {
            force();
        }
    }

    private void work() {
        int looks = 0;
        while (!closed && trouble.isEmpty()) {
            LockSupport.parkNanos(this, PACE.toNanos());
            if (!told.isEmpty()) {
                write();
                looks = 0;
            } else if (++looks == PATIENCE) {
                rest();
                looks = 0;
            }
        }
    }

    private void rest() {
        resting = true;
        while (told.isEmpty() && !closed) {
            LockSupport.park(this);
        }
        resting = false;
    }

    private void write() {
        synchronized (pen) {
            if (told.isEmpty() || trouble.isPresent()) {
                return;
            }
            try {
                for (var next = told.poll(); next != null; next = told.poll()) {
                    appender.add(next.at(), next.run(), next.entry());
                }
                appender.write();
            } catch (IOException e) {
                trouble = Optional.of(e);
            } catch (RuntimeException e) {
                trouble = Optional.of(new IOException("the writer broke off", e));
            }
        }
    }
}
