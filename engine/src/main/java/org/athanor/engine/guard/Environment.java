package org.athanor.engine.guard;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// How careful one has to be with a database.
public enum Environment {
    LOCAL, DEV, STAGING, PRODUCTION;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Environment> named(String code) {
        return Arrays.stream(values()).filter(environment -> environment.code().equalsIgnoreCase(code)).findFirst();
    }
}
