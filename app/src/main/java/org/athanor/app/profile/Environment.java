package org.athanor.app.profile;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/// How careful one has to be with a database. Shown by word, shape and colour, never by colour alone.
public enum Environment {
    LOCAL("environment.local", "local", "fth-circle"), DEV("environment.dev", "dev", "fth-square"), STAGING(
            "environment.staging", "staging",
            "fth-hexagon"),
    PRODUCTION("environment.production", "production", "fth-triangle");

    private final String messageKey;
    private final String styleClass;
    private final String icon;

    Environment(String messageKey, String styleClass, String icon) {
        this.messageKey = messageKey;
        this.styleClass = styleClass;
        this.icon = icon;
    }

    /// What it means to the engine's guard.
    public org.athanor.engine.guard.Environment guard() {
        return switch (this) {
            case LOCAL -> org.athanor.engine.guard.Environment.LOCAL;
            case DEV -> org.athanor.engine.guard.Environment.DEV;
            case STAGING -> org.athanor.engine.guard.Environment.STAGING;
            case PRODUCTION -> org.athanor.engine.guard.Environment.PRODUCTION;
        };
    }

    public static Environment of(org.athanor.engine.guard.Environment environment) {
        return switch (environment) {
            case LOCAL -> LOCAL;
            case DEV -> DEV;
            case STAGING -> STAGING;
            case PRODUCTION -> PRODUCTION;
        };
    }

    /// The one of this word.
    public static Optional<Environment> named(String word) {
        return Arrays.stream(values()).filter(environment -> environment.styleClass.equals(word)).findFirst();
    }

    static String all() {
        return Arrays.stream(values()).map(Environment::styleClass).collect(Collectors.joining(", "));
    }

    /// The key of its word in the messages.
    public String messageKey() {
        return messageKey;
    }

    /// The class that gives its colour in style sheets.
    public String styleClass() {
        return styleClass;
    }

    /// The icon whose outline is its shape.
    public String icon() {
        return icon;
    }
}
