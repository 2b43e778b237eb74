package org.athanor.engine.guard;

/// Whether a database may be changed at all.
public enum Access {
    FULL, READ_ONLY
}
