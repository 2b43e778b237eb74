package org.athanor.engine.script.python.vocabulary.schema;

import java.util.Optional;

import org.athanor.engine.schema.TableName;
import org.athanor.engine.script.python.value.Value;
import org.athanor.engine.script.python.vocabulary.types.TypeInstance;
import org.athanor.engine.script.python.vocabulary.types.Types;
import org.athanor.engine.type.SqlType;

/// The type of a column, where that depends on more than its own argument: a named type may be in the schema of its
/// table, and a column without a type has that of the column it refers to.
final class ColumnTypes {
    private ColumnTypes() {}

    static SqlType of(DefinedColumn column, Value type) {
        var own = Types.of(type, "Column('%s')".formatted(column.columnName()), "type_");
        if (own instanceof SqlType.Enumeration named && type instanceof TypeInstance instance) {
            return column.table().<SqlType>map(t -> placed(named, instance, t)).orElse(named);
        }
        return own.equals(SqlType.UNKNOWN) ? referred(column).orElse(own) : own;
    }

    private static SqlType.Enumeration placed(SqlType.Enumeration named, TypeInstance instance, DefinedTable table) {
        var inherits = Optional.ofNullable(instance.arguments().get("inherit_schema")).filter(Value::truth).isPresent();
        if (inherits) {
            return in(named, table.schema());
        }
        return instance.arguments().containsKey("schema") ? named : in(named, table.metadata().schema());
    }

    private static SqlType.Enumeration in(SqlType.Enumeration named, Optional<String> schema) {
        return new SqlType.Enumeration(named.values(), named.name(), schema, named.making(), named.nativeType(),
                named.checked(), named.length());
    }

    private static Optional<SqlType> referred(DefinedColumn column) {
        return column.foreignKeys().stream().findFirst().flatMap(key -> column.table().flatMap(table -> {
            TableName target = key.target().table(table.metadata().schema());
            return table.metadata().table(target).flatMap(t -> t.find(key.target().column()))
                    .filter(c -> !c.equals(column)).map(DefinedColumn::type);
        }));
    }
}
