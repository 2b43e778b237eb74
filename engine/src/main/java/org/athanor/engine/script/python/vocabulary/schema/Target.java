package org.athanor.engine.script.python.vocabulary.schema;

import java.util.Optional;

import org.athanor.engine.schema.TableName;
import org.athanor.engine.script.python.value.PythonFault;
import org.athanor.engine.script.python.value.Value;
import org.athanor.engine.script.python.vocabulary.argument.Given;

/// The column that a foreign key refers to: `"table.column"`, `"schema.table.column"`, or the column itself.
public record Target(Optional<String> schema, String table, String column) {
    static Target of(Value value, String function) {
        if (value instanceof MappedColumn mapped) {
            return of(mapped.column(), function);
        }
        if (value instanceof DefinedColumn column) {
            return column.table().map(t -> new Target(t.schema(), t.tableName(), column.columnName()))
                    .orElseThrow(() -> PythonFault.raised("ArgumentError",
                            "%s: column '%s' belongs to no table".formatted(function, column.columnName())));
        }
        var text = Given.asText(value).orElseThrow(() -> PythonFault.raised("ArgumentError",
                "%s refers to a column as 'table.column', not to a value of type %s".formatted(function,
                        value.typeName())));
        return parsed(text, function);
    }

    private static Target parsed(String text, String function) {
        int last = text.lastIndexOf('.');
        if (last < 1 || last == text.length() - 1) {
            throw PythonFault.raised("ArgumentError",
                    "%s refers to a column as 'table.column'; '%s' names no column".formatted(function, text));
        }
        var table = text.substring(0, last);
        int dot = table.lastIndexOf('.');
        return new Target(dot < 0 ? Optional.empty() : Optional.of(table.substring(0, dot)), table.substring(dot + 1),
                text.substring(last + 1));
    }

    TableName table(Optional<String> defaultSchema) {
        return new TableName(schema.or(() -> defaultSchema), table);
    }

    String written() {
        return schema.map(s -> s + ".").orElse("") + table + "." + column;
    }
}
