package org.athanor.app.ui.controls;

import javafx.scene.control.Tooltip;

/// A sentence that appears under the mouse. Leaves the Escape key to the window below it.
public final class Hint {
    private Hint() {}

    public static Tooltip of(String sentence) {
        var hint = new Tooltip(sentence);
        hint.setHideOnEscape(false);
        return hint;
    }
}
