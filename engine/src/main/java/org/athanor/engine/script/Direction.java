package org.athanor.engine.script;

import java.util.Locale;

/// Which way a revision's script is read.
public enum Direction {
    UPGRADE, DOWNGRADE;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
