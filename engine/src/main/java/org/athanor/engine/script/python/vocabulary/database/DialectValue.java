package org.athanor.engine.script.python.vocabulary.database;

import java.util.Optional;

import org.athanor.engine.script.python.value.Arguments;
import org.athanor.engine.script.python.value.NativeFunction;
import org.athanor.engine.script.python.value.PythonFault;
import org.athanor.engine.script.python.value.Text;
import org.athanor.engine.script.python.value.Truth;
import org.athanor.engine.script.python.value.Value;
import org.athanor.engine.script.python.vocabulary.record.LiveDatabase;
import org.athanor.engine.script.python.vocabulary.types.TypeClass;

/// `op.get_bind().dialect`: which product it is.
public record DialectValue(String product, Optional<LiveDatabase> live) implements Value {
    @Override
    public String typeName() {
        return product.equals("postgresql") ? "PGDialect" : "SQLiteDialect";
    }

    @Override
    public Value attribute(String member) {
        return switch (member) {
            case "name" -> new Text(product);
            case "driver" -> new Text(product.equals("postgresql") ? "psycopg" : "pysqlite");
            case "supports_native_enum", "supports_native_boolean", "supports_alter", "supports_comments",
                    "supports_sequences" ->
                Truth.of(product.equals("postgresql"));
            case "type_descriptor" -> NativeFunction.of(member, "typeobj", b -> type(b.get("typeobj")));
            case "server_version_info", "has_table", "has_schema", "has_index", "has_sequence", "get_columns",
                    "get_table_names", "default_schema_name" ->
                live.flatMap(l -> LiveDialect.member(member, product, l)).orElseThrow(() -> unread(member));
            default -> throw PythonFault.unreadable("dialect.%s isn't read".formatted(member));
        };
    }

    private PythonFault unread(String member) {
        return live.isPresent()
                ? PythonFault.unreadable("dialect.%s isn't read".formatted(member))
                : PythonFault.live("dialect.%s asks the database".formatted(member));
    }

    private static Value type(Value type) {
        return type instanceof TypeClass named ? named.call(Arguments.of()) : type;
    }
}
