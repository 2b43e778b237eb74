package org.athanor.engine.dialect;

import java.util.Optional;
import java.util.OptionalInt;

import org.athanor.engine.type.SqlType;

/// How types are written; the products differ in some.
public abstract class GenericTypes {
    private final Product product;
    private final Names names;

    protected GenericTypes(Product product, Names names) {
        this.product = product;
        this.names = names;
    }

    public final String text(SqlType type) throws Unsupported {
        return switch (type) {
            case SqlType.Characters characters -> characters(characters);
            case SqlType.Whole(var size) -> switch (size) {
                case SMALL -> "SMALLINT";
                case NORMAL -> "INTEGER";
                case BIG -> "BIGINT";
            };
            case SqlType.Exact exact -> exact(exact);
            case SqlType.Floating floating -> floating(floating);
            case SqlType.Truth _ -> "BOOLEAN";
            case SqlType.Moment moment -> moment(moment);
            case SqlType.Interval interval -> interval(interval);
            case SqlType.Binary binary -> binary(binary);
            case SqlType.Json(var kind, _) -> kind.name();
            case SqlType.Uuid uuid -> uuid(uuid);
            case SqlType.Enumeration enumeration -> enumeration(enumeration);
            case SqlType.Array array -> array(array);
            case SqlType.Bits bits -> bits(bits);
            case SqlType.Domain domain -> domain(domain);
            case SqlType.Own(var owner, var sql) -> own(owner, sql);
            case SqlType.Variants variants -> text(SqlType.on(product.code(), variants));
            case SqlType.Written(var sql) -> sql;
            case SqlType.Unknown _ -> throw new Unsupported("The type isn't known", "Give the column a type");
        };
    }

    private String characters(SqlType.Characters type) {
        var word = switch (type.kind()) {
            case STRING, UNICODE -> "VARCHAR";
            case LONG_TEXT, LONG_UNICODE -> "TEXT";
            case VARCHAR, NVARCHAR, CHAR, NCHAR, TEXT, CLOB -> type.kind().name();
        };
        return switch (type.kind()) {
            case CLOB -> word;
            default -> word + positive(type.length()) + collate(type.collation());
        };
    }

    private String collate(Optional<String> collation) {
        return collation.map(name -> " COLLATE " + names.quoteIfNeeded(name)).orElse("");
    }

    private static String exact(SqlType.Exact type) {
        if (type.precision().isEmpty()) {
            return type.kind().name();
        }
        var scale = type.scale().isPresent() ? ", " + type.scale().getAsInt() : "";
        return type.kind().name() + "(" + type.precision().getAsInt() + scale + ")";
    }

    protected String floating(SqlType.Floating type) {
        return switch (type.kind()) {
            case FLOAT -> "FLOAT";
            case REAL -> "REAL";
            case DOUBLE, GENERIC_DOUBLE -> "DOUBLE";
            case DOUBLE_PRECISION -> "DOUBLE PRECISION";
        };
    }

    protected String moment(SqlType.Moment type) {
        return switch (type.kind()) {
            case DATE -> "DATE";
            case TIME -> "TIME";
            case DATE_TIME, UPPER_DATETIME -> "DATETIME";
            case TIMESTAMP -> "TIMESTAMP";
        };
    }

    protected abstract String interval(SqlType.Interval type) throws Unsupported;

    protected String binary(SqlType.Binary type) throws Unsupported {
        return switch (type.kind()) {
            case LARGE, BLOB -> "BLOB";
            case BINARY, VARBINARY -> type.kind().name() + positive(type.length());
            case BYTEA -> throw missing("BYTEA");
        };
    }

    protected String uuid(SqlType.Uuid type) {
        return type.generic() ? "CHAR(32)" : "UUID";
    }

    protected String enumeration(SqlType.Enumeration type) throws Unsupported {
        var longest = type.values().stream().mapToInt(value -> value.codePointCount(0, value.length())).max().orElse(0);
        return "VARCHAR" + positive(OptionalInt.of(type.length().orElse(longest)));
    }

    protected abstract String array(SqlType.Array type) throws Unsupported;

    protected abstract String bits(SqlType.Bits type) throws Unsupported;

    protected abstract String domain(SqlType.Domain type) throws Unsupported;

    private String own(String owner, String sql) throws Unsupported {
        if (owner.equals(product.code())) {
            return sql;
        }
        throw missing(sql);
    }

    /// The product has no such type.
    protected final Unsupported missing(String type) {
        return new Unsupported(product.title() + " has no type " + type, "Write another type for " + product.title()
                + ", such as sa.Text(), or add one with .with_variant(…, \"" + product.code() + "\")");
    }

    private static String positive(OptionalInt length) {
        return length.orElse(0) > 0 ? "(" + length.getAsInt() + ")" : "";
    }
}
