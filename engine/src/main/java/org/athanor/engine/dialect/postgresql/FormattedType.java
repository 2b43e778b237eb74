package org.athanor.engine.dialect.postgresql;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;

import org.athanor.engine.type.SqlType;
import org.athanor.engine.type.SqlType.Characters;
import org.athanor.engine.type.SqlType.Exact;
import org.athanor.engine.type.SqlType.Floating;
import org.athanor.engine.type.SqlType.Moment;
import org.athanor.engine.type.SqlType.Whole;
import org.jspecify.annotations.Nullable;

/// A type as PostgreSQL's `format_type` writes it. What isn't known by name stays as it is written.
public final class FormattedType {
    /// Words, numbers in parentheses, and words that follow them: `timestamp(3) with time zone`.
    private static final Pattern FORM = Pattern
            .compile("([a-z0-9 ]+?)(?:\\((\\d+)(?:,(-?\\d+))?\\))?( with(?:out)? time zone)?");
    private static final Set<String> OWN = Set.of("inet", "cidr", "macaddr", "macaddr8", "money", "oid", "regclass",
            "regconfig", "tsvector", "tsquery", "hstore", "citext", "int4range", "int8range", "numrange", "daterange",
            "tsrange", "tstzrange", "int4multirange", "int8multirange", "nummultirange", "datemultirange",
            "tsmultirange", "tstzmultirange");

    private final Map<String, SqlType.Enumeration> enumerations;

    /// `enumerations` by the names that `format_type` writes.
    public FormattedType(Map<String, SqlType.Enumeration> enumerations) {
        this.enumerations = Map.copyOf(enumerations);
    }

    public SqlType of(String text, Optional<String> collation) {
        if (text.endsWith("[]")) {
            return new SqlType.Array(of(text.substring(0, text.length() - 2), collation), OptionalInt.empty());
        }
        var enumeration = enumerations.get(text);
        if (enumeration != null) {
            return enumeration;
        }
        var form = FORM.matcher(text);
        var known = form.matches()
                ? known(form.group(1), number(form.group(2)), number(form.group(3)),
                        " with time zone".equals(form.group(4)), collation)
                : Optional.<SqlType>empty();
        return known.orElseGet(() -> new SqlType.Written(
                text + collation.map(c -> " COLLATE \"" + c.replace("\"", "\"\"") + "\"").orElse("")));
    }

    private static OptionalInt number(@Nullable String digits) {
        return digits == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(digits));
    }

    private static Optional<SqlType> known(String words, OptionalInt first, OptionalInt second, boolean zoned,
            Optional<String> collation) {
        var text = switch (words) {
            case "character varying" -> new Characters(Characters.Kind.VARCHAR, first, collation);
            case "character" -> new Characters(Characters.Kind.CHAR, first, collation);
            case "text" -> new Characters(Characters.Kind.TEXT, first, collation);
            default -> null;
        };
        return text != null || collation.isPresent()
                ? Optional.ofNullable(text)
                : number(words, first, second).or(() -> other(words, first, zoned));
    }

    private static Optional<SqlType> number(String words, OptionalInt first, OptionalInt second) {
        return Optional.ofNullable(switch (words) {
            case "integer" -> SqlType.INTEGER;
            case "bigint" -> new Whole(Whole.Size.BIG);
            case "smallint" -> new Whole(Whole.Size.SMALL);
            case "numeric" -> new Exact(Exact.Kind.NUMERIC, first, second);
            case "real" -> new Floating(Floating.Kind.REAL, OptionalInt.empty());
            case "double precision" -> new Floating(Floating.Kind.DOUBLE_PRECISION, OptionalInt.empty());
            default -> null;
        });
    }

    private static Optional<SqlType> other(String words, OptionalInt first, boolean zoned) {
        return Optional.ofNullable(switch (words) {
            case "boolean" -> SqlType.BOOLEAN;
            case "date" -> new Moment(Moment.Kind.DATE, false, first);
            case "time" -> new Moment(Moment.Kind.TIME, zoned, first);
            case "timestamp" -> new Moment(Moment.Kind.TIMESTAMP, zoned, first);
            case "bytea" -> new SqlType.Binary(SqlType.Binary.Kind.BYTEA, OptionalInt.empty());
            case "json" -> new SqlType.Json(SqlType.Json.Kind.JSON, false);
            case "jsonb" -> new SqlType.Json(SqlType.Json.Kind.JSONB, false);
            case "uuid" -> new SqlType.Uuid(false, true);
            case "bit" -> new SqlType.Bits(first, false);
            case "bit varying" -> new SqlType.Bits(first, true);
            default -> words.equals("interval") || words.startsWith("interval ")
                    ? new SqlType.Interval(false, Optional.of(words.substring("interval".length()).strip())
                            .filter(fields -> !fields.isEmpty()), first)
                    : OWN.contains(words) ? new SqlType.Own("postgresql", words.toUpperCase(Locale.ROOT)) : null;
        });
    }
}
