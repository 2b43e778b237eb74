package org.athanor.engine.script.python.vocabulary.schema;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.athanor.engine.expression.SqlExpression;
import org.athanor.engine.schema.Index;
import org.athanor.engine.schema.Setting;
import org.athanor.engine.schema.TableName;
import org.athanor.engine.script.python.value.PythonFault;
import org.athanor.engine.script.python.value.Value;
import org.athanor.engine.script.python.vocabulary.argument.Given;
import org.athanor.engine.script.python.vocabulary.expressions.ExpressionValue;
import org.athanor.engine.type.Name;
import org.athanor.engine.type.SqlType;

/// Makes indexes out of what revisions give: names of columns, columns, `sa.text(…)` and other expressions.
public final class Indexes {
    private Indexes() {}

    /// An index of a table, named by the convention if it has no name.
    public static Index of(String function, Optional<Name> name, TableName table, List<Value> columns, boolean unique,
            Map<String, Setting> settings, NamingConvention convention) {
        var elements = columns.stream().map(v -> element(v, function)).toList();
        var subject = new NamingConvention.Subject(table, columnNames(elements), Optional.empty(), List.of());
        var known = convention.name("ix", name, subject).orElseThrow(() -> PythonFault.raised("CompileError",
                "%s: the index on '%s' has no name; give it one".formatted(function, table)));
        return new Index(known, elements, unique, settings);
    }

    private static List<String> columnNames(List<Index.Element> elements) {
        return elements.stream().map(e -> switch (e) {
            case Index.Element.OfColumn(var column) -> column;
            case Index.Element.OfExpression(SqlExpression.ColumnName column) -> column.name();
            case Index.Element.OfExpression(SqlExpression.Written text) -> text.sql();
            case Index.Element.OfExpression _ -> "";
        }).toList();
    }

    private static Index.Element element(Value value, String function) {
        if (value instanceof DefinedColumn column) {
            return new Index.Element.OfColumn(column.columnName());
        }
        if (value instanceof ExpressionValue expression) {
            return new Index.Element.OfExpression(expression.expression());
        }
        return Given.asText(value).<Index.Element>map(Index.Element.OfColumn::new)
                .orElseThrow(() -> PythonFault.raised("ValueError",
                        "%s: String or text() construct expected, not %s".formatted(function, value.typeName())));
    }

    static SqlExpression expression(Value value, String function) {
        return switch (element(value, function)) {
            case Index.Element.OfColumn(var column) -> SqlExpression.column(column, SqlType.UNKNOWN);
            case Index.Element.OfExpression(var expression) -> expression;
        };
    }
}
