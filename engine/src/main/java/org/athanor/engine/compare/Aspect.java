package org.athanor.engine.compare;

import java.util.Locale;

/// In what two parts of the same name may differ. `DEFINITION` is all of a constraint, index, view, trigger or function but
/// its name.
public enum Aspect {
    NAME, TYPE, COLLATION, NULLABLE, DEFAULT, COMPUTED, IDENTITY, COMMENT, VALUES, OPTIONS, DEFINITION;

    /// Its word in JSON and on screen.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
