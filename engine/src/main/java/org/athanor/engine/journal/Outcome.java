package org.athanor.engine.journal;

import java.util.Locale;

/// How a run ended.
public enum Outcome {
    COMPLETED, STOPPED, FAILED;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
