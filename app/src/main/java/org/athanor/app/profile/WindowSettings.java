package org.athanor.app.profile;

import java.util.Optional;

/// How the user wants the window: colours (nothing follows the system), size of its text in pixels, whether things move, and
/// the command that opens a file (nothing is the system's own). `place` is what the window keeps by itself.
public record WindowSettings(Optional<String> theme, int fontSize, boolean motion, Optional<String> editor,
        WindowPlace place) {
    public static final int SMALLEST = 10;
    public static final int LARGEST = 24;
    public static final WindowSettings USUAL = new WindowSettings(Optional.empty(), 13, true, Optional.empty(),
            WindowPlace.NOWHERE);

    public WindowSettings {
        if (fontSize < SMALLEST || fontSize > LARGEST) {
            throw new IllegalArgumentException("No such size of text: " + fontSize);
        }
    }

    public WindowSettings in(Optional<String> colours) {
        return new WindowSettings(colours, fontSize, motion, editor, place);
    }

    public WindowSettings at(WindowPlace next) {
        return new WindowSettings(theme, fontSize, motion, editor, next);
    }
}
