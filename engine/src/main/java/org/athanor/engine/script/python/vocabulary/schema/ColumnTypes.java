package org.athanor.engine.script.python.vocabulary.schema;

import org.athanor.engine.script.python.value.Value;
import org.athanor.engine.script.python.vocabulary.types.Types;
import org.athanor.engine.type.SqlType;

/// The type of a column, where that depends on more than its own argument.
final class ColumnTypes {
    private ColumnTypes() {}

    static SqlType of(DefinedColumn column, Value type) {
        return Types.of(type, "Column('%s')".formatted(column.columnName()), "type_");
    }
}
