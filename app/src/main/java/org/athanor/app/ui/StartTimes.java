package org.athanor.app.ui;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import javafx.animation.AnimationTimer;
import javafx.beans.value.ObservableValue;

import org.athanor.app.workspace.WorkspaceState;

/// How long the parts of a start take, from the call of the program to the first painted graph: one line of JSON, in
/// milliseconds. Only where the variable below says when that call was, in milliseconds since 1970.
final class StartTimes {
    static final String VARIABLE = "ATHANOR_START_TIMES";
    private static final int FRAMES_UNTIL_PAINTED = 2;

    private final PrintStream out;
    private final List<String> parts = new ArrayList<>();
    private final Instant start;
    private Instant last;
    private boolean painted;

    StartTimes(Instant start, PrintStream out) {
        this.start = start;
        this.last = start;
        this.out = out;
    }

    /// The part with this name ends now.
    void end(String part) {
        var now = Instant.now();
        add(part, last, now);
        last = now;
    }

    /// Watches until the revisions are known, and painted. On the FX thread.
    void awaitGraph(ObservableValue<WorkspaceState> state) {
        state.subscribe(now -> {
            if (now instanceof WorkspaceState.Ready && !painted) {
                painted = true;
                end("project");
                countFrames();
            }
        });
    }

    private void countFrames() {
        new AnimationTimer() {
            private int frames;

            @Override
            public void handle(long now) {
                if (++frames == FRAMES_UNTIL_PAINTED) {
                    stop();
                    end("painting");
                    add("all", start, last);
                    out.println("{" + String.join(", ", parts) + "}");
                }
            }
        }.start();
    }

    private void add(String part, Instant from, Instant to) {
        parts.add("\"%s\": %d".formatted(part, Duration.between(from, to).toMillis()).toLowerCase(Locale.ROOT));
    }
}
