package org.athanor.engine.hazard;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

import org.athanor.engine.schema.TableName;
import org.athanor.engine.sql.Statement;

/// Something that a step may do and that a person should know before it runs, with a safer way. Without a statement it is the
/// step as a whole.
public record Hazard(Kind kind, Severity severity, Optional<Statement> statement, Optional<TableName> table,
        Optional<String> column, Extent extent, Optional<LockMode> lock, String message, String saferWay) {
    /// What may go wrong. `UNKNOWN_EFFECT` is code whose doings can't be read from the plan.
    public enum Kind {
        LOSES_DATA, IRREVERSIBLE, REWRITES_TABLE, LONG_LOCK, INDEX_NOT_CONCURRENT, VALIDATES_AT_ONCE, NOT_NULL,
        UNKNOWN_EFFECT;

        /// The name used in options and JSON: `loses-data`.
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        public static Optional<Kind> named(String code) {
            return Arrays.stream(values()).filter(kind -> kind.code().equalsIgnoreCase(code)).findFirst();
        }
    }

    /// How much it matters: good to know; may disturb others or fail; may destroy what can't be had back.
    public enum Severity {
        NOTE, WARNING, DESTRUCTIVE;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public boolean isDestructive() {
        return severity == Severity.DESTRUCTIVE;
    }
}
