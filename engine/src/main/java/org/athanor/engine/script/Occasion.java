package org.athanor.engine.script;

import org.athanor.engine.dialect.Dialect;
import org.athanor.engine.operation.Evolution;

/// What a script is read for: a product, with a database at hand or without, and the schema as it stands before.
public record Occasion(Dialect dialect, Mode mode, Evolution before) {
    /// Whether a database will be asked, in Alembic's words; a script may look at it.
    public enum Mode {
        ONLINE, OFFLINE
    }

    /// The same with another schema before.
    public Occasion at(Evolution schema) {
        return new Occasion(dialect, mode, schema);
    }

    /// A script that leaves the schema as it is.
    public Reading unchanged(Script script) {
        return new Reading(script, before, true);
    }
}
