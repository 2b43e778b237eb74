package org.athanor.engine.script.python.vocabulary.database;

import org.athanor.engine.expression.SqlExpression;
import org.athanor.engine.script.python.value.Value;
import org.athanor.engine.script.python.vocabulary.expressions.ExpressionValue;
import org.athanor.engine.script.python.vocabulary.schema.DefinedColumn;
import org.athanor.engine.script.python.vocabulary.schema.MappedColumn;

/// `User.id`: a column as a model has it.
record ModelColumn(String model, String key, DefinedColumn column) implements ExpressionValue, MappedColumn {
    @Override
    public SqlExpression expression() {
        return column.expression();
    }

    @Override
    public String typeName() {
        return "InstrumentedAttribute";
    }

    @Override
    public Value attribute(String member) {
        return switch (member) {
            case "name", "type", "nullable", "primary_key", "comment", "unique", "index" -> column.attribute(member);
            default -> ExpressionValue.super.attribute(member);
        };
    }

    @Override
    public String shown() {
        return model + "." + key;
    }
}
