package org.athanor.engine.script.python.writing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

import org.athanor.engine.dialect.Product;
import org.athanor.engine.type.SqlType;
import org.athanor.engine.type.SqlType.Characters;
import org.athanor.engine.type.SqlType.Moment;

/// Types as SQLAlchemy names them: the generic ones where they make the very type, else those of the product.
final class TypeWords {
    private final Words words;
    private final boolean isPostgreSql;

    TypeWords(Words words) {
        this.words = words;
        this.isPostgreSql = words.dialect().product() == Product.POSTGRESQL;
    }

    String of(SqlType type) throws Unsayable {
        return switch (SqlType.on(words.dialect().product().code(), type)) {
            case Characters characters -> characters(characters);
            case SqlType.Whole(var size) -> switch (size) {
                case SMALL -> "sa.SmallInteger()";
                case NORMAL -> "sa.Integer()";
                case BIG -> "sa.BigInteger()";
            };
            case SqlType.Exact(var kind, var precision, var scale) ->
                call(kind == SqlType.Exact.Kind.DECIMAL ? "sa.DECIMAL" : "sa.Numeric", number("precision", precision),
                        number("scale", scale));
            case SqlType.Floating floating -> floating(floating);
            case SqlType.Truth _ -> "sa.Boolean()";
            case Moment moment -> moment(moment);
            case SqlType.Interval(_, var fields, var precision) -> words.postgresql(call("INTERVAL",
                    number("precision", precision), fields.map(f -> "fields=" + Words.text(f))));
            case SqlType.Binary(var kind, var length) -> switch (kind) {
                case LARGE, BLOB, BYTEA -> "sa.LargeBinary()";
                case BINARY -> call("sa.BINARY", number("length", length));
                case VARBINARY -> call("sa.VARBINARY", number("length", length));
            };
            case SqlType.Json(var kind, _) -> json(kind);
            case SqlType.Uuid _ when isPostgreSql -> words.postgresql("UUID()");
            case SqlType.Enumeration enumeration when isPostgreSql -> enumeration(enumeration);
            case SqlType.Array(var element, var dimensions) ->
                words.postgresql(call("ARRAY", Optional.of(of(element)), number("dimensions", dimensions)));
            case SqlType.Bits(var length, var varying) -> words.postgresql(
                    call("BIT", number("length", length), varying ? Optional.of("varying=True") : Optional.empty()));
            case SqlType.Own(var product, var sql) when product.equals("postgresql") && sql.matches("\\w+") ->
                words.postgresql(sql + "()");
            case SqlType.Uuid _,SqlType.Enumeration _,SqlType.Own _,SqlType.Domain _,SqlType.Variants _,SqlType.Written _,SqlType.Unknown _ ->
                throw new Unsayable("the type " + type);
        };
    }

    private static String characters(Characters type) {
        var name = switch (type.kind()) {
            case STRING, VARCHAR -> "sa.String";
            case UNICODE -> "sa.Unicode";
            case LONG_TEXT, TEXT -> "sa.Text";
            case LONG_UNICODE -> "sa.UnicodeText";
            case NVARCHAR, CHAR, NCHAR, CLOB -> "sa." + type.kind();
        };
        return call(name, number("length", type.length()), type.collation().map(c -> "collation=" + Words.text(c)));
    }

    private String floating(SqlType.Floating type) {
        return switch (type.kind()) {
            case FLOAT -> call("sa.Float", number("precision", type.precision()));
            case REAL -> "sa.REAL()";
            case DOUBLE, GENERIC_DOUBLE, DOUBLE_PRECISION ->
                isPostgreSql ? words.postgresql("DOUBLE_PRECISION()") : "sa.DOUBLE()";
        };
    }

    private String moment(Moment type) {
        var zone = type.zoned() ? Optional.of("timezone=True") : Optional.<String>empty();
        if (isPostgreSql && type.precision().isPresent()) {
            return words.postgresql(call(type.kind() == Moment.Kind.TIME ? "TIME" : "TIMESTAMP", zone,
                    number("precision", type.precision())));
        }
        return switch (type.kind()) {
            case DATE -> "sa.Date()";
            case TIME -> call("sa.Time", zone);
            case DATE_TIME, UPPER_DATETIME -> call("sa.DateTime", zone);
            case TIMESTAMP -> call(isPostgreSql ? "sa.DateTime" : "sa.TIMESTAMP", zone);
        };
    }

    private String json(SqlType.Json.Kind kind) throws Unsayable {
        return switch (kind) {
            case JSON -> "sa.JSON()";
            case JSONB -> {
                if (!isPostgreSql) {
                    throw new Unsayable("JSONB");
                }
                yield words.postgresql("JSONB(astext_type=sa.Text())");
            }
        };
    }

    /// The type itself is made and dropped by statements of their own.
    private String enumeration(SqlType.Enumeration type) throws Unsayable {
        if (type.name().isEmpty()) {
            throw new Unsayable("an enumeration without a name");
        }
        var arguments = new ArrayList<>(type.values().stream().map(v -> Optional.of(Words.text(v))).toList());
        arguments.add(type.name().map(n -> "name=" + Words.text(n.text())));
        arguments.add(type.schema().map(s -> "schema=" + Words.text(s)));
        arguments.add(Optional.of("create_type=False"));
        return words.postgresql(call("ENUM", arguments));
    }

    private static Optional<String> number(String name, OptionalInt number) {
        return number.isPresent() ? Optional.of(name + "=" + number.getAsInt()) : Optional.empty();
    }

    @SafeVarargs
    private static String call(String name, Optional<String>... arguments) {
        var given = new ArrayList<Optional<String>>();
        for (var argument : arguments) {
            given.add(argument);
        }
        return call(name, given);
    }

    private static String call(String name, List<Optional<String>> arguments) {
        return name + "(" + String.join(", ", arguments.stream().flatMap(Optional::stream).toList()) + ")";
    }
}
