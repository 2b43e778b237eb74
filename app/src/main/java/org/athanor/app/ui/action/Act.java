package org.athanor.app.ui.action;

import java.util.Optional;

import javafx.beans.value.ObservableValue;

/// One thing that the window can do. `key` is written as JavaFX writes a key combination, such as `Shortcut+G`; `whyNot`
/// says why it can't be done now, and is empty if it can.
public record Act(String id, String title, Optional<String> key, ObservableValue<String> whyNot, Runnable deed) {
    public boolean isPossible() {
        return whyNot.getValue().isEmpty();
    }

    public void perform() {
        if (isPossible()) {
            deed.run();
        }
    }
}
