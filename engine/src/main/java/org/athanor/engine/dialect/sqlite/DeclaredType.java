package org.athanor.engine.dialect.sqlite;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

import org.athanor.engine.type.SqlType;
import org.athanor.engine.type.SqlType.Characters;
import org.athanor.engine.type.SqlType.Exact;
import org.athanor.engine.type.SqlType.Floating;
import org.athanor.engine.type.SqlType.Moment;
import org.athanor.engine.type.SqlType.Whole;
import org.jspecify.annotations.Nullable;

/// The type that a definition of a column names. SQLite keeps any words; those that SQLAlchemy knows by name become types,
/// the others stay as they were written.
public final class DeclaredType {
    private static final Pattern FORM = Pattern.compile("(\\w+)(?:\\s*\\(\\s*(\\d+)\\s*(?:,\\s*(\\d+)\\s*)?\\))?");

    private DeclaredType() {}

    public static SqlType of(String text, Optional<String> collation) {
        var form = FORM.matcher(text);
        var known = form.matches()
                ? known(form.group(1).toUpperCase(Locale.ROOT), number(form.group(2)), number(form.group(3)), collation)
                : Optional.<SqlType>empty();
        return known.orElseGet(() -> new SqlType.Written(
                text + collation.map(c -> " COLLATE " + c).orElse("")));
    }

    private static OptionalInt number(@Nullable String digits) {
        return digits == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(digits));
    }

    private static Optional<SqlType> known(String word, OptionalInt first, OptionalInt second,
            Optional<String> collation) {
        if (second.isEmpty()) {
            var text = text(word, first, collation);
            if (text.isPresent()) {
                return text;
            }
        }
        if (collation.isPresent()) {
            return Optional.empty();
        }
        return first.isEmpty() ? plain(word) : switch (word) {
            case "NUMERIC" -> Optional.of(new Exact(Exact.Kind.NUMERIC, first, second));
            case "DECIMAL" -> Optional.of(new Exact(Exact.Kind.DECIMAL, first, second));
            default -> Optional.empty();
        };
    }

    private static Optional<SqlType> text(String word, OptionalInt length, Optional<String> collation) {
        return List.of(Characters.Kind.VARCHAR, Characters.Kind.NVARCHAR, Characters.Kind.CHAR, Characters.Kind.NCHAR,
                Characters.Kind.TEXT).stream().filter(kind -> kind.name().equals(word)).findFirst()
                .map(kind -> new Characters(kind, length, collation));
    }

    private static Optional<SqlType> plain(String word) {
        return Optional.ofNullable(switch (word) {
            case "INTEGER", "INT" -> SqlType.INTEGER;
            case "BIGINT" -> new Whole(Whole.Size.BIG);
            case "SMALLINT" -> new Whole(Whole.Size.SMALL);
            case "BOOLEAN", "BOOL" -> SqlType.BOOLEAN;
            case "BLOB" -> new SqlType.Binary(SqlType.Binary.Kind.BLOB, OptionalInt.empty());
            case "DATE" -> moment(Moment.Kind.DATE);
            case "TIME" -> moment(Moment.Kind.TIME);
            case "DATETIME" -> moment(Moment.Kind.UPPER_DATETIME);
            case "TIMESTAMP" -> moment(Moment.Kind.TIMESTAMP);
            case "FLOAT" -> new Floating(Floating.Kind.FLOAT, OptionalInt.empty());
            case "REAL" -> new Floating(Floating.Kind.REAL, OptionalInt.empty());
            case "DOUBLE" -> new Floating(Floating.Kind.DOUBLE, OptionalInt.empty());
            case "NUMERIC" -> new Exact(Exact.Kind.NUMERIC, OptionalInt.empty(), OptionalInt.empty());
            case "DECIMAL" -> new Exact(Exact.Kind.DECIMAL, OptionalInt.empty(), OptionalInt.empty());
            case "JSON" -> new SqlType.Json(SqlType.Json.Kind.JSON, false);
            case "JSONB" -> new SqlType.Json(SqlType.Json.Kind.JSONB, false);
            default -> null;
        });
    }

    private static SqlType moment(Moment.Kind kind) {
        return new Moment(kind, false, OptionalInt.empty());
    }
}
