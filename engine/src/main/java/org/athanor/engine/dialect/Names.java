package org.athanor.engine.dialect;

import java.util.Set;
import java.util.regex.Pattern;

/// Quoting by SQLAlchemy's rule: a name stays bare if it is lower case, starts with a letter or underscore and isn't
/// reserved.
public final class Names {
    private static final Pattern PLAIN = Pattern.compile("[a-z_][a-z0-9_$]*");

    private final Set<String> reserved;

    public Names(Set<String> reserved) {
        this.reserved = reserved;
    }

    public String quoteIfNeeded(String identifier) {
        return PLAIN.matcher(identifier).matches() && !reserved.contains(identifier)
                ? identifier
                : "\"" + identifier.replace("\"", "\"\"") + "\"";
    }
}
