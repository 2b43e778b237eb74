package org.athanor.engine.plan;

import java.util.Locale;

/// What a step does to a database: it applies a revision, takes one back, or only says that it stands there.
public enum Move {
    UPGRADE, DOWNGRADE, STAMP;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
