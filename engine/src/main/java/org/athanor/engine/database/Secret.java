package org.athanor.engine.database;

import java.util.Arrays;

/// A password. It shows itself to the driver, and to whoever has to hand it on; it never prints itself.
public final class Secret {
    private final char[] value;

    public Secret(String value) {
        this(value.toCharArray());
    }

    private Secret(char[] value) {
        this.value = value;
    }

    /// Takes a copy: what was typed can be wiped by whoever holds it.
    public static Secret of(char[] characters) {
        return new Secret(characters.clone());
    }

    /// A copy for those who hand it on, such as a keychain; they wipe it.
    public char[] characters() {
        return value.clone();
    }

    public boolean isEmpty() {
        return value.length == 0;
    }

    public boolean isSameAs(Secret other) {
        return Arrays.equals(value, other.value);
    }

    String reveal() {
        return new String(value);
    }

    @Override
    public String toString() {
        return "***";
    }
}
