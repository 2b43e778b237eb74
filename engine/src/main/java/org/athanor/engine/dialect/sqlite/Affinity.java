package org.athanor.engine.dialect.sqlite;

import java.util.Locale;
import java.util.Optional;

import org.athanor.engine.type.SqlType;
import org.athanor.engine.type.SqlType.Moment;

/// The families of types by which a rebuild decides whether values must be cast.
enum Affinity {
    TEXT, WHOLE, EXACT, FLOATING, TRUTH, DATE, TIME, DATE_TIME, INTERVAL, BINARY, JSON, UUID, NONE, OTHER;

    static Affinity of(SqlType type) {
        return switch (SqlType.on("sqlite", type)) {
            case SqlType.Characters _,SqlType.Enumeration _ -> TEXT;
            case SqlType.Whole _ -> WHOLE;
            case SqlType.Exact _ -> EXACT;
            case SqlType.Floating _ -> FLOATING;
            case SqlType.Truth _ -> TRUTH;
            case Moment moment -> switch (moment.kind()) {
                case DATE -> DATE;
                case TIME -> TIME;
                case DATE_TIME, UPPER_DATETIME, TIMESTAMP -> DATE_TIME;
            };
            case SqlType.Interval _ -> INTERVAL;
            case SqlType.Binary _ -> BINARY;
            case SqlType.Json _ -> JSON;
            case SqlType.Uuid _ -> UUID;
            case SqlType.Written(var sql) -> ofWords(sql);
            case SqlType.Domain domain -> of(domain.base());
            case SqlType.Unknown _ -> NONE;
            case SqlType.Array _,SqlType.Bits _,SqlType.Own _,SqlType.Variants _ -> OTHER;
        };
    }

    /// The family of a column whose definition says this.
    static Affinity declared(String definition) {
        return of(DeclaredType.of(definition, Optional.empty()));
    }

    /// SQLite's own rule for words that it doesn't know.
    private static Affinity ofWords(String sql) {
        var words = sql.toUpperCase(Locale.ROOT);
        if (words.contains("INT")) {
            return WHOLE;
        }
        if (words.contains("CHAR") || words.contains("CLOB") || words.contains("TEXT")) {
            return TEXT;
        }
        if (words.contains("BLOB") || words.isBlank()) {
            return NONE;
        }
        return words.contains("REAL") || words.contains("FLOA") || words.contains("DOUB") ? FLOATING : EXACT;
    }

    /// Whether a cast would keep what a text says: SQLite has no dates, and would take `2024-05-01` for the number 2024.
    boolean survivesCast() {
        return switch (this) {
            case DATE, TIME, DATE_TIME, INTERVAL, JSON, UUID -> false;
            case TEXT, WHOLE, EXACT, FLOATING, TRUTH, BINARY, NONE, OTHER -> true;
        };
    }
}
