package org.athanor.app.ui;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

import javafx.application.Platform;

import org.athanor.engine.problem.Problem;
import org.athanor.engine.problem.ProblemKind;
import org.athanor.engine.problem.Refusal;

/// Slow work, one piece after the other on a worker, with the answer delivered on the screen's thread. The only place
/// of the window that catches everything: what is refused or breaks arrives as problems.
public final class Background implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Background.class.getName());

    private final Executor worker;
    private final Executor screen;
    private final Executor others;
    private final Runnable end;

    Background(Executor worker, Executor screen, Runnable end) {
        this(worker, screen, worker, end);
    }

    private Background(Executor worker, Executor screen, Executor others, Runnable end) {
        this.worker = worker;
        this.screen = screen;
        this.others = others;
        this.end = end;
    }

    /// A worker on a virtual thread, for the running window.
    public static Background start() {
        ExecutorService worker = Executors.newSingleThreadExecutor(Thread.ofVirtual().name("workspace").factory());
        return new Background(worker, Platform::runLater, Thread::startVirtualThread,
                worker::shutdown);
    }

    /// For work that waits for nothing else, each piece on a thread of its own: it must not change the database.
    public Background beside() {
        return new Background(others, screen, () -> {});
    }

    /// As many workers as there is work, for what waits on others most of its time.
    public static Background parallel() {
        ExecutorService workers = Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("aside").factory());
        return new Background(workers, Platform::runLater, workers::shutdown);
    }

    /// Everything at once and on the caller's thread, for those who want no threads.
    public static Background immediate() {
        return new Background(Runnable::run, Runnable::run, () -> {});
    }

    /// After `close` nothing is done any more, and nobody is told.
    public <T> void run(Callable<T> work, Consumer<T> done, Consumer<List<Problem>> refused) {
        try {
            start(work, done, refused);
        } catch (RejectedExecutionException _) {
            LOG.log(Level.FINE, "Closed");
        }
    }

    private <T> void start(Callable<T> work, Consumer<T> done, Consumer<List<Problem>> refused) {
        worker.execute(() -> {
            try {
                var result = work.call();
                tell(() -> done.accept(result));
            } catch (Refusal refusal) {
                tell(() -> refused.accept(refusal.problems()));
            } catch (Exception | Error e) {
                LOG.log(Level.SEVERE, "Unexpected failure in the background", e);
                tell(() -> refused.accept(List.of(unexpected(e))));
            }
        });
    }

    /// Delivers news from running work.
    public void tell(Runnable news) {
        screen.execute(news);
    }

    @Override
    public void close() {
        end.run();
    }

    private static Problem unexpected(Throwable e) {
        return Problem.of(ProblemKind.INTERNAL, "Something went wrong inside Athanor: " + e,
                "The log tells more. Please report it.");
    }
}
