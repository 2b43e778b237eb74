package org.athanor.app.ui;

import java.util.Locale;

import javafx.application.ColorScheme;

/// The two faces of the window; they differ in tokens only.
public enum Theme {
    LIGHT("light"), DARK("dark");

    private final String styleClass;

    Theme(String styleClass) {
        this.styleClass = styleClass;
    }

    /// The class on the scene's root that chooses the tokens.
    public String styleClass() {
        return styleClass;
    }

    public Theme other() {
        return this == LIGHT ? DARK : LIGHT;
    }

    /// By its name in the settings.
    static Theme named(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    static Theme of(ColorScheme scheme) {
        return switch (scheme) {
            case LIGHT -> LIGHT;
            case DARK -> DARK;
        };
    }
}
