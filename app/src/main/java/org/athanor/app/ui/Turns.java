package org.athanor.app.ui;

import javafx.beans.value.WritableValue;

import org.athanor.engine.run.Stop;

/// One piece of work after another, of which only the latest has a say: news of an earlier one is dropped.
public final class Turns<T> {
    private final Background background;
    private final WritableValue<T> state;
    private Stop current = new Stop();

    public Turns(Background background, WritableValue<T> state) {
        this.background = background;
        this.state = state;
    }

    /// Gives up what is under way for something new.
    public Stop next() {
        giveUp();
        return current;
    }

    /// To end a statement that is under way may wait for the server.
    public void giveUp() {
        var last = current;
        current = new Stop();
        background.run(() -> {
            last.now();
            return last;
        }, _ -> {}, _ -> {});
    }

    @SuppressWarnings("ReferenceEquality") // Each turn has its own.
    public boolean isCurrent(Stop turn) {
        return current == turn;
    }

    public void tell(Stop turn, T next) {
        if (isCurrent(turn)) {
            state.setValue(next);
        }
    }
}
