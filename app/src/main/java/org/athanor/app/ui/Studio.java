package org.athanor.app.ui;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;

import javafx.application.Platform;
import javafx.stage.Stage;

import org.athanor.app.profile.Profile;
import org.athanor.app.profile.UserJournal;
import org.athanor.app.text.Messages;

/// Opens the window. Without a display, the sample is walked through all the same and leaves a picture.
public final class Studio {
    private static final int DONE = 0;
    private static final int FAILED = 1;
    /// A database that doesn't answer keeps nobody from closing the window.
    private static final int PATIENCE_SECONDS = 3;
    private static final Path DEFAULT_PICTURE = Path.of("athanor-first-run.png");

    private final StudioRequest request;
    private final Messages messages;
    private final PrintStream out;
    private final PrintStream err;
    private final Optional<StartTimes> times;

    private Studio(StudioRequest request, Messages messages, PrintStream out, PrintStream err) {
        this.request = request;
        this.messages = messages;
        this.out = out;
        this.err = err;
        this.times = Optional.ofNullable(System.getenv(StartTimes.VARIABLE)).filter(start -> start.matches("\\d{1,15}"))
                .map(start -> new StartTimes(Instant.ofEpochMilli(Long.parseLong(start)), err));
        times.ifPresent(parts -> parts.end("jvm and command line"));
    }

    /// Opens what is asked for and stays until the window is closed. The answer is the exit code; the toolkit has
    /// ended by then. One window per program.
    public static int open(StudioRequest request) {
        return new Studio(request, Messages.load(), System.out, System.err).open();
    }

    private int open() {
        if (!request.sample()) {
            return open(request.profile());
        }
        try (var shop = SampleShop.open(request.samplesFolder(), messages)) {
            return open(Optional.of(shop.profile()));
        }
    }

    /// Without a profile the window asks where to begin.
    private int open(Optional<Profile> profile) {
        var display = new Display(messages).look(System.getProperty("os.name", ""), System.getenv());
        return switch (display) {
            case Display.Answer.Available _ -> stay(profile);
            case Display.Answer.Missing(var reason) when request.sample() -> walk(profile.orElseThrow(), reason);
            case Display.Answer.Missing(var reason) -> fail(messages.text("studio.no-display", reason));
        };
    }

    private int stay(Optional<Profile> profile) {
        var closed = new CompletableFuture<Integer>();
        start(() -> {
            var stage = new Stage();
            var window = profile.map(this::window).orElseGet(() -> StudioWindow.welcome(request.samplesFolder(),
                    environment(), request.theme(), messages));
            show(window, stage);
            stage.setOnHidden(_ -> {
                window.remember();
                window.close(() -> closed.complete(DONE));
                closed.completeOnTimeout(DONE, PATIENCE_SECONDS, TimeUnit.SECONDS);
            });
        }, closed);
        return end(closed::join);
    }

    private int walk(Profile profile, String reason) {
        err.println(messages.text("studio.walking", reason));
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        System.setProperty("java.awt.headless", "true");
        var shown = new CompletableFuture<StudioWindow>();
        start(() -> {
            var window = window(profile);
            window.still();
            show(window, new Stage());
            shown.complete(window);
        }, shown);
        return end(() -> walk(shown.join()));
    }

    private int walk(StudioWindow window) {
        var picture = request.picture().orElse(DEFAULT_PICTURE).toAbsolutePath();
        try {
            new FirstRun(window).walk(picture);
            out.println(picture);
            return DONE;
        } catch (FirstRun.Interrupted e) {
            return fail(messages.text("studio.walk-failed", e.reason()));
        } finally {
            Platform.runLater(window::close);
        }
    }

    private void show(StudioWindow window, Stage stage) {
        window.show(stage, messages);
        times.ifPresent(parts -> {
            parts.end("window");
            window.ifOpen(model -> parts.awaitGraph(model.stateProperty()));
        });
    }

    private StudioWindow window(Profile profile) {
        return new StudioWindow(profile, environment(), request.theme(), messages);
    }

    /// What is run on the sample goes with it.
    private Map<String, String> environment() {
        var environment = new HashMap<>(System.getenv());
        if (request.sample()) {
            environment.put(UserJournal.SWITCH, UserJournal.OFF);
        }
        return environment;
    }

    private void start(Runnable show, CompletableFuture<?> failed) {
        Platform.startup(() -> {
            times.ifPresent(parts -> parts.end("toolkit"));
            Platform.setImplicitExit(false);
            try {
                show.run();
            } catch (RuntimeException | LinkageError e) {
                failed.completeExceptionally(e);
            }
        });
    }

    private int end(IntSupplier ended) {
        try {
            return ended.getAsInt();
        } catch (CompletionException e) {
            return fail(messages.text("studio.broken", Optional.ofNullable(e.getCause()).orElse(e)));
        } finally {
            Platform.exit();
        }
    }

    private int fail(String sentence) {
        err.println(sentence);
        return FAILED;
    }
}
