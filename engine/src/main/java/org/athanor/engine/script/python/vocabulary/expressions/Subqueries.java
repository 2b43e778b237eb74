package org.athanor.engine.script.python.vocabulary.expressions;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.athanor.engine.expression.Combined;
import org.athanor.engine.expression.Combining;
import org.athanor.engine.expression.Source;
import org.athanor.engine.expression.SourceName;
import org.athanor.engine.expression.SqlExpression;
import org.athanor.engine.expression.SqlOperator.Known;
import org.athanor.engine.expression.Statement;
import org.athanor.engine.script.python.value.NativeFunction;
import org.athanor.engine.script.python.value.PythonFault;
import org.athanor.engine.script.python.value.Signature.Bound;
import org.athanor.engine.script.python.value.Value;
import org.athanor.engine.script.python.vocabulary.argument.Given;

/// What becomes of a query inside of another statement.
final class Subqueries {
    private Subqueries() {}

    /// The methods that every query has.
    static Optional<Value> method(Statement.Rows rows, String name) {
        return Optional.ofNullable(switch (name) {
            case "scalar_subquery", "as_scalar" ->
                NativeFunction.of(name, "", _ -> ExpressionValue.of(Expressions.query(rows)));
            case "label" -> NativeFunction.of(name, "name",
                    b -> ExpressionValue.of(ExpressionMethods.label(Expressions.query(rows), b.get("name"))));
            case "subquery", "alias" -> NativeFunction.of(name, "name=None, flat=False!",
                    b -> new PlainSource(SourceMethods.alias(new Source.Subquery(rows), b.given("name"), false)));
            case "lateral" -> NativeFunction.of(name, "name=None",
                    b -> new PlainSource(SourceMethods.alias(new Source.Subquery(rows), b.given("name"), true)));
            case "cte" -> NativeFunction.of(name, "name=None, recursive=False, nesting=False!", b -> cte(rows, b));
            case "exists" -> NativeFunction.of(name, "", _ -> ExpressionValue.of(exists(rows)));
            case "union" -> compound(name, rows, "UNION");
            case "union_all" -> compound(name, rows, "UNION ALL");
            case "intersect" -> compound(name, rows, "INTERSECT");
            case "except_" -> compound(name, rows, "EXCEPT");
            case "c", "columns", "selected_columns", "exported_columns" -> new ColumnsView(new Source.Subquery(rows));
            default -> null;
        });
    }

    private static Value compound(String name, Statement.Rows first, String word) {
        return NativeFunction.of(name, "*other", b -> compound(word,
                Stream.concat(Stream.of(first),
                        b.rest().stream().map(Subqueries::query)).toList()));
    }

    static CompoundValue compound(String word, List<Statement.Rows> parts) {
        return new CompoundValue(new Statement.Compound(word, parts, Statement.Tail.NONE));
    }

    private static Value cte(Statement.Rows rows, Bound bound) {
        SourceName name = bound.given("name").<SourceName>map(n -> new SourceName.Given(n.shown()))
                .orElseGet(() -> new SourceName.Made("anon"));
        if (bound.find("recursive").map(Value::truth).orElse(false)) {
            throw PythonFault.unreadable("recursive queries aren't read: write them with sa.text()");
        }
        return new PlainSource(new Source.Common(rows, name, false, rows.columns()));
    }

    static SqlExpression exists(Statement.Rows rows) {
        return Combining.unary(Known.EXISTS, Expressions.query(rows));
    }

    /// The query that a value is or holds.
    static Statement.Rows query(Value value) {
        return switch (value) {
            case ExpressionValue e when e.expression() instanceof Statement.Rows rows -> rows;
            case ExpressionValue e when e.expression() instanceof Combined.Query(var rows, _) -> rows;
            case SourceValue source -> rows(source).orElseThrow(() -> notAQuery(value));
            default -> throw notAQuery(value);
        };
    }

    private static PythonFault notAQuery(Value value) {
        return PythonFault.raised("ArgumentError",
                "Executable SQL or SELECT construct expected, got %s.".formatted(Given.described(value)));
    }

    /// The query behind a subquery's name.
    static Optional<Statement.Rows> rows(SourceValue source) {
        return switch (source.source()) {
            case Source.Subquery(var rows) -> Optional.of(rows);
            case Source.Alias(Source.Subquery(var rows), _, _) -> Optional.of(rows);
            default -> Optional.empty();
        };
    }
}
