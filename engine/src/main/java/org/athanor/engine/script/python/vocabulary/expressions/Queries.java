package org.athanor.engine.script.python.vocabulary.expressions;

import java.util.List;
import java.util.Optional;

import org.athanor.engine.expression.Combined;
import org.athanor.engine.expression.Source;
import org.athanor.engine.expression.SourceName;
import org.athanor.engine.expression.Sources;
import org.athanor.engine.expression.SqlExpression;
import org.athanor.engine.expression.Statement;
import org.athanor.engine.expression.Statement.Select;
import org.athanor.engine.script.python.tree.Comparator;
import org.athanor.engine.script.python.value.Arguments;
import org.athanor.engine.script.python.value.PythonFault;
import org.athanor.engine.script.python.value.Value;
import org.athanor.engine.type.SqlType;

/// Selects as a session's `query()` builds them.
public final class Queries {
    private Queries() {}

    public static Value of(List<Value> entities) {
        return SelectValue.choosing(SelectValue.chosen(entities));
    }

    /// `filter_by(name=value)`, on what is asked first.
    public static Value filtered(Value select, String name, Value value) {
        var column = source(statement(select)).column(name)
                .orElseThrow(() -> PythonFault.raised("InvalidRequestError", "There is no column " + name));
        var left = ExpressionValue.of(source(statement(select)).of(column));
        var condition = left.compare(Comparator.EQUAL, value).orElseThrow();
        return new SelectValue(statement(select).withWhere(
                SelectValue.joined(statement(select).where(), List.of(Expressions.condition(condition)))));
    }

    /// How many rows a query has.
    public static Value count(Value select) {
        var rows = new Source.Alias(new Source.Subquery(statement(select)), new SourceName.Given("anon_1"), false);
        SqlExpression count = new Combined.Labelled(
                new SqlExpression.Call("count", List.of(new SqlExpression.Star()), SqlType.INTEGER),
                new SourceName.Given("count_1"));
        return SelectValue.choosing(List.of(count)).attribute("select_from").call(
                Arguments.of(new PlainSource(rows)));
    }

    /// An update of the rows that a query of one table means.
    public static Value update(Value select, Value values) {
        var source = source(statement(select));
        return new UpdateValue(new Statement.Update(source, Assignments.of(source, values), statement(select).where(),
                List.of(), List.of()));
    }

    /// A delete of the rows that a query of one table means.
    public static Value delete(Value select) {
        return new DeleteValue(new Statement.Delete(source(statement(select)), statement(select).where(), List.of(),
                List.of()));
    }

    /// A condition that columns have values.
    public static Value where(Value statement, Source.Table table, List<String> columns, List<Value> values) {
        var changed = statement;
        for (int i = 0; i < columns.size(); i++) {
            var column = table.column(columns.get(i)).orElseThrow();
            var condition = ExpressionValue.of(table.of(column))
                    .compare(Comparator.EQUAL, values.get(i)).orElseThrow();
            changed = changed.attribute("where")
                    .call(Arguments.of(condition));
        }
        return changed;
    }

    private static Select statement(Value select) {
        return ((SelectValue) select).statement();
    }

    private static Source source(Select select) {
        return Optional.of(select.withWhere(List.of())).map(Sources::of).filter(s -> !s.isEmpty()).map(List::getFirst)
                .orElseThrow(() -> PythonFault.raised("InvalidRequestError", "The query is of no table"));
    }
}
