package org.athanor.app.ui;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javafx.application.Platform;

/// Asks the screen's thread for a moment, again and again, and keeps the longest that it had to wait for one: so long did
/// the window not answer. It tells what the thread was at meanwhile; it judges nothing, because that hangs on the machine.
final class Heartbeat {
    private static final int PAUSE_MILLIS = 3;
    private static final long WORTH_A_LOOK_MILLIS = 15;
    private static final double MILLION = 1e6;
    private static final Comparator<Longest> LENGTH = Comparator.comparingDouble(Longest::waited);
    private static final CompletableFuture<Thread> SCREEN = new CompletableFuture<>();

    private final String story;
    private final AtomicInteger aside = new AtomicInteger();
    private final Thread thread = Thread.ofPlatform().daemon().name("heartbeat").unstarted(this::beat);
    private volatile Longest longest;
    private volatile boolean ended;

    /// `busy` is how much of that the thread computed itself: the rest it waited for the machine.
    record Longest(String story, double waited, double busy, String at) {
        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%4.0f ms, of them %.0f busy: %s%s", waited, busy, story,
                    at.isEmpty() ? "" : "\n         at " + at);
        }
    }

    @FunctionalInterface
    interface Deed {
        void run() throws Exception;
    }

    private Heartbeat(String story) {
        this.story = story;
        this.longest = new Longest(story, 0, 0, "");
    }

    static Heartbeat start(String story) {
        var heartbeat = new Heartbeat(story);
        heartbeat.thread.start();
        return heartbeat;
    }

    /// What a story does for itself, such as its pictures, counts as nobody's waiting.
    void aside(Deed deed) throws Exception {
        aside.incrementAndGet();
        try {
            deed.run();
        } finally {
            aside.incrementAndGet();
        }
    }

    String story() {
        return story;
    }

    Longest end() {
        ended = true;
        return longest;
    }

    private void beat() {
        try {
            while (!ended) {
                int before = aside.get();
                var found = measure();
                if (before == aside.get() && before % 2 == 0 && found.waited() > longest.waited()) {
                    longest = found;
                }
                Thread.sleep(PAUSE_MILLIS);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private Longest measure() throws InterruptedException {
        var screen = SCREEN.join();
        long begun = System.nanoTime();
        long worked = ManagementFactory.getThreadMXBean().getThreadCpuTime(screen.threadId());
        var answered = new CompletableFuture<Long>();
        Platform.runLater(() -> answered.complete(System.nanoTime()));
        var at = "";
        long end = begun;
        while (end == begun) {
            try {
                end = answered.get(WORTH_A_LOOK_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException _) {
                at = at.isEmpty() ? ours(screen.getStackTrace()) : at;
            } catch (java.util.concurrent.ExecutionException e) {
                throw new IllegalStateException(e);
            }
        }
        long busy = ManagementFactory.getThreadMXBean().getThreadCpuTime(screen.threadId()) - worked;
        return new Longest(story, (end - begun) / MILLION, busy / MILLION, at);
    }

    /// Called once the toolkit has been started.
    static void findScreen() {
        Platform.runLater(() -> SCREEN.complete(Thread.currentThread()));
    }

    /// The innermost calls outside of the JDK, and those of ours around them.
    private static String ours(StackTraceElement[] stack) {
        var inner = Stream.of(stack).filter(call -> !call.getClassName().matches("(java|jdk)\\..*")).limit(2);
        var ours = Stream.of(stack).filter(call -> call.getClassName().startsWith("org.athanor")).limit(3);
        return Stream.concat(inner, ours).map(Heartbeat::name).distinct().collect(Collectors.joining(" < "));
    }

    private static String name(StackTraceElement call) {
        var type = call.getClassName();
        return "%s.%s:%d".formatted(type.substring(type.lastIndexOf('.') + 1), call.getMethodName(),
                call.getLineNumber());
    }

    /// Prints the longest of a class's stories, and of the openings of their windows; keeps all of them in a file.
    static void tell(String stories, List<Longest> openings, List<Longest> told) throws IOException {
        var folder = Files.createDirectories(Path.of("target", "heartbeat"));
        Files.writeString(folder.resolve(stories + ".txt"),
                list("Stories", told) + list("Opening their windows", openings));
        told.stream().max(LENGTH).ifPresent(l -> IO.println("Longest heartbeat of %s: %s".formatted(stories, l)));
        openings.stream().max(LENGTH).ifPresent(l -> IO.println("         opening its windows: " + l));
    }

    private static String list(String heading, List<Longest> all) {
        return all.stream().sorted(LENGTH.reversed()).map(Longest::toString)
                .collect(Collectors.joining("\n", heading + ":\n", "\n"));
    }
}
