package org.athanor.engine.database;

/// A password. It shows itself to the driver and to nobody else.
public final class Secret {
    private final String value;

    public Secret(String value) {
        this.value = value;
    }

    String reveal() {
        return value;
    }

    @Override
    public String toString() {
        return "***";
    }
}
