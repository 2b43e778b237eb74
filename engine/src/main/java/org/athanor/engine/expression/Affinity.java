package org.athanor.engine.expression;

import org.athanor.engine.type.SqlType;

/// The kinds of types that operators tell apart.
public enum Affinity {
    UNKNOWN, TEXT, WHOLE, EXACT, FLOATING, TRUTH, DATE, TIME, DATE_TIME, INTERVAL, BINARY, JSON, UUID, ARRAY, OTHER;

    public static Affinity of(SqlType type) {
        return switch (type) {
            case SqlType.Characters _,SqlType.Enumeration _ -> TEXT;
            case SqlType.Whole _ -> WHOLE;
            case SqlType.Exact _ -> EXACT;
            case SqlType.Floating _ -> FLOATING;
            case SqlType.Truth _ -> TRUTH;
            case SqlType.Moment moment -> of(moment.kind());
            case SqlType.Interval _ -> INTERVAL;
            case SqlType.Binary _ -> BINARY;
            case SqlType.Json _ -> JSON;
            case SqlType.Uuid _ -> UUID;
            case SqlType.Array _ -> ARRAY;
            case SqlType.Variants variants -> of(variants.otherwise());
            case SqlType.Own own -> own.sql().equalsIgnoreCase("CITEXT") ? TEXT : OTHER;
            case SqlType.Bits _,SqlType.Domain _,SqlType.Written _ -> OTHER;
            case SqlType.Unknown _ -> UNKNOWN;
        };
    }

    private static Affinity of(SqlType.Moment.Kind kind) {
        return switch (kind) {
            case DATE -> DATE;
            case TIME -> TIME;
            case DATE_TIME, UPPER_DATETIME, TIMESTAMP -> DATE_TIME;
        };
    }

    /// Whether `+` between two of them joins them.
    boolean isConcatenable() {
        return this == TEXT || this == ARRAY || this == JSON;
    }
}
