package org.athanor.engine.script.python.vocabulary.expressions;

import java.util.Optional;
import java.util.OptionalInt;

import org.athanor.engine.expression.Affinity;
import org.athanor.engine.expression.Constant;
import org.athanor.engine.type.SqlType;
import org.athanor.engine.type.SqlType.Moment.Kind;

/// The types that SQLAlchemy gives to plain values.
final class LiteralTypes {
    private static final int BITS_OF_INTEGER = 32;

    private LiteralTypes() {}

    /// The type that a value has by itself.
    static SqlType of(Constant value) {
        return switch (value) {
            case Constant.Text _ -> SqlType.TEXT;
            case Constant.Whole(var number) -> number.bitLength() < BITS_OF_INTEGER
                    ? SqlType.INTEGER
                    : new SqlType.Whole(SqlType.Whole.Size.BIG);
            case Constant.Exact _ -> new SqlType.Exact(SqlType.Exact.Kind.NUMERIC, OptionalInt.empty(),
                    OptionalInt.empty());
            case Constant.Floating _ -> new SqlType.Floating(SqlType.Floating.Kind.GENERIC_DOUBLE, OptionalInt.empty());
            case Constant.Truth _ -> SqlType.BOOLEAN;
            case Constant.Date _ -> moment(Kind.DATE, false);
            case Constant.Time _ -> moment(Kind.TIME, false);
            case Constant.DateTime _ -> moment(Kind.DATE_TIME, false);
            case Constant.ZonedDateTime _ -> moment(Kind.DATE_TIME, true);
            case Constant.Stretch _ -> new SqlType.Interval(true, Optional.empty(), OptionalInt.empty());
            case Constant.Uuid _ -> new SqlType.Uuid(true, true);
            case Constant.Bytes _ -> new SqlType.Binary(SqlType.Binary.Kind.LARGE, OptionalInt.empty());
            case Constant.Null _,Constant.Items _,Constant.Entries _ -> SqlType.UNKNOWN;
        };
    }

    private static SqlType moment(Kind kind, boolean zoned) {
        return new SqlType.Moment(kind, zoned, OptionalInt.empty());
    }

    /// The type of a value beside something of a type: that one's, unless the value is of another kind.
    static SqlType beside(SqlType other, Constant value) {
        var own = of(value);
        var kind = Affinity.of(own);
        var otherKind = Affinity.of(other);
        boolean kept = kind == Affinity.UNKNOWN || kind == otherKind
                || kind == Affinity.TEXT && (otherKind == Affinity.BINARY || otherKind == Affinity.UUID);
        return kept ? other : own;
    }
}
