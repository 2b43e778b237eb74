package org.athanor.app.ui;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;

import org.athanor.app.ui.plan.PlanState;
import org.athanor.app.ui.revision.SqlText;
import org.athanor.app.workspace.Standing;
import org.athanor.app.workspace.WorkspaceState;
import org.athanor.engine.problem.Problem;
import org.athanor.engine.run.RunResult;

/// Walks through the window as a person would on the first day: look, ask for the upgrade, read it, run it. Called
/// from outside of the FX thread, and leaves a picture of where it came to.
final class FirstRun {
    private static final long PATIENCE_SECONDS = 60;
    private static final int PULSES_UNTIL_DRAWN = 4;

    private final StudioWindow window;

    /// Says why the walk did not come to its end.
    static final class Interrupted extends Exception {
        private static final long serialVersionUID = 1;

        private final String reason;

        Interrupted(String reason) {
            super(reason);
            this.reason = reason;
        }

        String reason() {
            return reason;
        }
    }

    FirstRun(StudioWindow window) {
        this.window = window;
    }

    void walk(Path picture) throws Interrupted {
        open();
        plan();
        run();
        look(picture);
    }

    /// Until the database has told where it stands, and that is drawn.
    void open() throws Interrupted {
        await(window.model().stateProperty(), FirstRun::isKnown);
        await(window.model().graph().drawingProperty(), drawing -> !drawing);
    }

    void plan() throws Interrupted {
        press("#upgrade");
        var state = await(window.model().plan().stateProperty(),
                s -> s instanceof PlanState.Review || s instanceof PlanState.Refused);
        refuseIfRefused(state);
    }

    void run() throws Interrupted {
        press("#run");
        var state = await(window.model().plan().stateProperty(),
                s -> s instanceof PlanState.Ended || s instanceof PlanState.Refused);
        refuseIfRefused(state);
        if (state instanceof PlanState.Ended(_, RunResult.Failed failed)) {
            throw new Interrupted(failed.problem().text());
        }
        open();
    }

    void look(Path picture) throws Interrupted {
        onScreen(() -> window.model().graph().selectFirst());
        await(window.model().revision().upgradeProperty(), text -> !(text instanceof SqlText.Loading));
        take(picture);
    }

    void take(Path picture) throws Interrupted {
        awaitDrawn();
        onScreen(() -> Picture.write(window.scene(), picture));
    }

    private void press(String id) throws Interrupted {
        awaitDrawn();
        onScreen(() -> {
            if (!(window.scene().lookup(id) instanceof Button button) || button.isDisabled()) {
                throw new IllegalStateException("There is no button to press: " + id);
            }
            button.fire();
        });
    }

    private static boolean isKnown(WorkspaceState state) {
        return state instanceof WorkspaceState.Broken
                || state instanceof WorkspaceState.Ready ready && !(ready.standing() instanceof Standing.Asking);
    }

    private static void refuseIfRefused(PlanState state) throws Interrupted {
        if (state instanceof PlanState.Refused(var problems)) {
            throw new Interrupted(problems.stream().map(Problem::text).collect(Collectors.joining("\n")));
        }
    }

    private static <T> T await(ObservableValue<T> value, Predicate<T> wanted) throws Interrupted {
        var reached = new CompletableFuture<T>();
        Platform.runLater(() -> value.subscribe(now -> {
            if (wanted.test(now)) {
                reached.complete(now);
            }
        }));
        return get(reached);
    }

    private static void onScreen(Runnable deed) throws Interrupted {
        get(CompletableFuture.runAsync(deed, Platform::runLater));
    }

    /// Controls lay themselves out over a few pulses.
    static void awaitDrawn() throws Interrupted {
        var drawn = new CompletableFuture<Boolean>();
        Platform.runLater(() -> new AnimationTimer() {
            private int left = PULSES_UNTIL_DRAWN;

            @Override
            public void handle(long now) {
                if (--left == 0) {
                    stop();
                    drawn.complete(true);
                }
            }
        }.start());
        get(drawn);
    }

    private static <T> T get(CompletableFuture<T> future) throws Interrupted {
        try {
            return future.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new Interrupted(String.valueOf(e.getCause()));
        } catch (TimeoutException _) {
            throw new Interrupted("Nothing happened for " + PATIENCE_SECONDS + " seconds");
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new Interrupted("The walk was interrupted");
        }
    }
}
