package org.athanor.engine.script.python.vocabulary.types;

import java.util.Optional;

import org.athanor.engine.dialect.Unsupported;
import org.athanor.engine.dialect.sqlite.Sqlite;
import org.athanor.engine.type.SqlType;

/// `str(sa.String(50))`: a type in the words that belong to no product; nothing where those aren't known.
final class TypeText {
    private TypeText() {}

    static Optional<String> of(SqlType type) {
        return switch (type) {
            case SqlType.Characters c when c.collation().isPresent() -> Optional.empty();
            case SqlType.Characters _,SqlType.Whole _,SqlType.Exact _,SqlType.Floating _,SqlType.Truth _ -> plain(type);
            case SqlType.Moment _,SqlType.Enumeration _ -> plain(type);
            case SqlType.Json json -> Optional.of(json.kind().name());
            case SqlType.Uuid uuid -> Optional.of(uuid.generic() ? "CHAR(32)" : "UUID");
            case SqlType.Interval interval -> Optional.of(interval.generic() ? "DATETIME" : "INTERVAL");
            case SqlType.Binary(var kind, var length) when kind == SqlType.Binary.Kind.LARGE && length.isEmpty() ->
                Optional.of("BLOB");
            case SqlType.Binary(var kind, var length) when kind == SqlType.Binary.Kind.BYTEA && length.isEmpty() ->
                Optional.of("BYTEA");
            case SqlType.Own(var product, var words) when product.equals("postgresql") -> Optional.of(words);
            case SqlType.Binary _,SqlType.Own _,SqlType.Array _,SqlType.Bits _,SqlType.Domain _ -> Optional.empty();
            case SqlType.Variants _,SqlType.Written _,SqlType.Unknown _ -> Optional.empty();
        };
    }

    /// SQLite's dialect has no words of its own for these.
    private static Optional<String> plain(SqlType type) {
        try {
            return Optional.of(new Sqlite().text(type));
        } catch (Unsupported _) {
            return Optional.empty();
        }
    }
}
