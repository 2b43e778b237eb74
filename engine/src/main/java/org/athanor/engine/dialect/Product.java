package org.athanor.engine.dialect;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// The database products that Athanor speaks to, by the names that URLs, options and section headers use.
public enum Product {
    POSTGRESQL, SQLITE;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Its name in a sentence.
    public String title() {
        return switch (this) {
            case POSTGRESQL -> "PostgreSQL";
            case SQLITE -> "SQLite";
        };
    }

    public static Optional<Product> named(String name) {
        return Arrays.stream(values()).filter(p -> p.code().equals(name)).findFirst();
    }
}
