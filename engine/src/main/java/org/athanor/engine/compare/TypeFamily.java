package org.athanor.engine.compare;

import org.athanor.engine.type.SqlType;

/// Types whose values become each other's by themselves.
enum TypeFamily {
    TEXT, NUMBER, OTHER;

    static boolean isCommon(SqlType one, SqlType other) {
        return of(one) == of(other) && of(one) != OTHER;
    }

    private static TypeFamily of(SqlType type) {
        return switch (type) {
            case SqlType.Characters _ -> TEXT;
            case SqlType.Whole _,SqlType.Exact _,SqlType.Floating _ -> NUMBER;
            default -> OTHER;
        };
    }
}
