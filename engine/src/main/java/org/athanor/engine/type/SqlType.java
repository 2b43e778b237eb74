package org.athanor.engine.type;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// The type of a column or value. Generic types (`sa.String`) leave the words to the dialect; those in capitals
/// (`sa.VARCHAR`) are written as they are named.
public sealed interface SqlType {
    /// Text of any kind.
    record Characters(Characters.Kind kind, OptionalInt length, Optional<String> collation) implements SqlType {
        /// The words for text. The first four are generic.
        public enum Kind {
            STRING, UNICODE, LONG_TEXT, LONG_UNICODE, VARCHAR, NVARCHAR, CHAR, NCHAR, TEXT, CLOB
        }
    }

    /// Whole numbers.
    record Whole(Size size) implements SqlType {
        /// How many bytes a number takes: two, four or eight.
        public enum Size {
            SMALL, NORMAL, BIG
        }
    }

    /// Numbers with an exact fraction.
    record Exact(Exact.Kind kind, OptionalInt precision, OptionalInt scale) implements SqlType {
        /// `NUMERIC` also stands for the generic type.
        public enum Kind {
            NUMERIC, DECIMAL
        }
    }

    /// Numbers with a binary fraction.
    record Floating(Floating.Kind kind, OptionalInt precision) implements SqlType {
        /// The words for it; `GENERIC_DOUBLE` is `sa.Double`.
        public enum Kind {
            FLOAT, REAL, DOUBLE, DOUBLE_PRECISION, GENERIC_DOUBLE
        }
    }

    /// True or false; where a product has no such type, a check may hold it to 0 and 1.
    record Truth(boolean checked, Optional<Name> check) implements SqlType {}

    /// A date, a time, or both.
    record Moment(Moment.Kind kind, boolean zoned, OptionalInt precision) implements SqlType {
        /// `DATE_TIME` is generic; `UPPER_DATETIME` is `sa.DATETIME`.
        public enum Kind {
            DATE, TIME, DATE_TIME, UPPER_DATETIME, TIMESTAMP
        }
    }

    /// A stretch of time. The generic one is a moment where a product has no such type.
    record Interval(boolean generic, Optional<String> fields, OptionalInt precision) implements SqlType {}

    /// Bytes.
    record Binary(Binary.Kind kind, OptionalInt length) implements SqlType {
        /// `LARGE` is the generic `sa.LargeBinary`.
        public enum Kind {
            LARGE, BINARY, VARBINARY, BLOB, BYTEA
        }
    }

    /// A JSON document; `noneAsNull` says how a missing one is stored.
    record Json(Json.Kind kind, boolean noneAsNull) implements SqlType {
        /// `JSON` also stands for the generic type.
        public enum Kind {
            JSON, JSONB
        }
    }

    /// A UUID: the generic `sa.Uuid` is text where a product has no such type (or `nativeType` is off); `sa.UUID` and
    /// PostgreSQL's are written `UUID` everywhere.
    record Uuid(boolean generic, boolean nativeType) implements SqlType {}

    /// One of several values. On PostgreSQL a native one is a type of its own, which is made and dropped.
    record Enumeration(List<String> values, Optional<Name> name, Optional<String> schema, Making making,
            boolean nativeType, boolean checked, OptionalInt length) implements SqlType {
        public Enumeration {
            values = List.copyOf(values);
        }

        /// When the type of its own is made: with the table that first uses it, or only when asked for (`create_type=False`);
        /// `SHARED` belongs to a collection of tables (`metadata=`) and is made with the first of them all the same.
        public enum Making {
            WITH_TABLE, WHEN_ASKED, SHARED
        }
    }

    /// An array of PostgreSQL.
    record Array(SqlType element, OptionalInt dimensions) implements SqlType {}

    /// Bits of PostgreSQL.
    record Bits(OptionalInt length, boolean varying) implements SqlType {}

    /// A type that only one product has and that takes no arguments: `INET`, `TSVECTOR`, `CITEXT`.
    record Own(String product, String sql) implements SqlType {}

    /// A domain of PostgreSQL, which is made like a native enumeration.
    record Domain(Name name, Optional<String> schema, SqlType base, Rules rules,
            Enumeration.Making making) implements SqlType {
        public Domain(Name name, Optional<String> schema, SqlType base) {
            this(name, schema, base, Rules.NONE, Enumeration.Making.WITH_TABLE);
        }

        /// What a domain's values must keep; `filling` and `check` are SQL.
        public record Rules(Optional<String> collation, Optional<String> filling, Optional<Name> constraint,
                boolean notNull, Optional<String> check) {
            public static final Rules NONE = new Rules(Optional.empty(), Optional.empty(), Optional.empty(), false,
                    Optional.empty());
        }
    }

    /// A type that is another one on some products (`with_variant`), by the product's code; and what becomes of values that
    /// are given to it, if that is more than to be written down.
    record Variants(SqlType otherwise, Map<String, SqlType> byProduct, Optional<Handling> handling)
            implements
                SqlType {
        public Variants {
            byProduct = Map.copyOf(byProduct);
        }

        public Variants(SqlType otherwise, Map<String, SqlType> byProduct) {
            this(otherwise, byProduct, Optional.empty());
        }
    }

    /// What becomes of values of a type; only who made the type knows.
    interface Handling {}

    /// A type as somebody wrote it: a database, or a type that defines its own words.
    record Written(String sql) implements SqlType {}

    /// No type was given.
    record Unknown() implements SqlType {}

    /// The type that is meant on a product, by its code.
    static SqlType on(String product, SqlType type) {
        return type instanceof Variants(var otherwise, var byProduct, _)
                ? on(product, byProduct.getOrDefault(product, otherwise))
                : type;
    }

    SqlType UNKNOWN = new Unknown();
    SqlType TEXT = new Characters(Characters.Kind.STRING, OptionalInt.empty(), Optional.empty());
    SqlType INTEGER = new Whole(Whole.Size.NORMAL);
    SqlType BOOLEAN = new Truth(false, Optional.empty());
    SqlType DATE_TIME = new Moment(Moment.Kind.DATE_TIME, false, OptionalInt.empty());
}
