package org.athanor.engine.script.python.vocabulary.expressions;

import java.util.ArrayList;
import java.util.Optional;

import org.athanor.engine.expression.Source;
import org.athanor.engine.expression.SqlExpression;
import org.athanor.engine.script.python.value.PythonFault;
import org.athanor.engine.script.python.value.Signature.Bound;
import org.athanor.engine.script.python.value.Value;

/// `sa.table("name", sa.column("x"), …)`.
record LightTable(Source.Table source) implements TableValue {
    static LightTable of(Bound bound) {
        var columns = new ArrayList<Source.Column>();
        for (var column : bound.rest()) {
            if (!(column instanceof ExpressionValue value)) {
                throw PythonFault.raised("ArgumentError", "table() takes columns, not " + column.typeName());
            }
            columns.add(column(value.expression()));
        }
        var schema = bound.given("schema").map(Value::shown);
        return new LightTable(new Source.Table(schema, bound.get("name").shown(), columns, false));
    }

    private static Source.Column column(SqlExpression column) {
        return switch (column) {
            case SqlExpression.ColumnName(_, var name, var type) -> Source.Column.of(name, type);
            case SqlExpression.WrittenColumn(var sql, var type) -> Source.Column.of(sql, type);
            default -> throw PythonFault.raised("ArgumentError", "table() takes columns");
        };
    }

    static Optional<Source> of(Value value) {
        return switch (value) {
            case SourceValue source -> Optional.of(source.source());
            case WrittenText text -> Optional.of(new Source.Written(text.shown()));
            default -> Optional.empty();
        };
    }

    @Override
    public String typeName() {
        return "TableClause";
    }

    @Override
    public String shown() {
        return ExpressionText.of(source).orElseGet(TableValue.super::shown);
    }
}
