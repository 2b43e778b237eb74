package org.athanor.engine.script.python.vocabulary.expressions;

import java.util.List;
import java.util.Optional;

import org.athanor.engine.expression.Source;
import org.athanor.engine.expression.SourceName;
import org.athanor.engine.expression.SqlExpression;
import org.athanor.engine.expression.Statement;
import org.athanor.engine.script.python.value.NativeFunction;
import org.athanor.engine.script.python.value.Nothing;
import org.athanor.engine.script.python.value.PythonFault;
import org.athanor.engine.script.python.value.Signature.Bound;
import org.athanor.engine.script.python.value.Text;
import org.athanor.engine.script.python.value.Value;
import org.athanor.engine.script.python.vocabulary.argument.Given;

/// The methods and attributes of tables and other sources of rows.
final class SourceMethods {
    private SourceMethods() {}

    static Optional<Value> method(SourceValue value, String name) {
        var source = value.source();
        return changing(source, name).or(() -> Optional.ofNullable(switch (name) {
            case "c", "columns" -> new ColumnsView(source);
            case "select" -> NativeFunction.of(name, "whereclause=None",
                    b -> SelectValue.from(source, b.given("whereclause")));
            case "alias", "subquery" -> NativeFunction.of(name, "name=None, flat=False!",
                    b -> new PlainSource(alias(source, b.given("name"), false)));
            case "lateral" -> NativeFunction.of(name, "name=None",
                    b -> new PlainSource(alias(source, b.given("name"), true)));
            case "join" -> NativeFunction.of(name, "right, onclause=None, isouter=False, full=False",
                    b -> new PlainSource(join(source, b, keeping(b))));
            case "outerjoin" -> NativeFunction.of(name, "right, onclause=None, full=False",
                    b -> new PlainSource(join(source, b, flag(b, "full")
                            ? Source.Join.Keeping.BOTH
                            : Source.Join.Keeping.LEFT)));
            case "name" -> name(source);
            case "schema" -> source instanceof Source.Table table
                    ? table.schema().<Value>map(Text::new).orElse(Nothing.NONE)
                    : null;
            case "fullname", "description", "key" -> source instanceof Source.Table table
                    ? new Text(table.schema().map(s -> s + ".").orElse("") + table.name())
                    : name(source);
            case "scalar_subquery", "as_scalar" -> Subqueries.rows(value)
                    .<Value>map(r -> NativeFunction.of(name, "", _ -> ExpressionValue.of(Expressions.query(r))))
                    .orElse(null);
            default -> null;
        }));
    }

    private static Optional<Value> changing(Source source, String name) {
        return Optional.ofNullable(switch (name) {
            case "insert" -> NativeFunction.of(name, "values=None, inline=False",
                    b -> InsertValue.into(table(source), b.given("values"), flag(b, "inline"), false));
            case "update" -> NativeFunction.of(name, "whereclause=None, values=None",
                    b -> UpdateValue.of(source, b.given("whereclause"), b.given("values")));
            case "delete" -> NativeFunction.of(name, "whereclause=None",
                    b -> DeleteValue.of(source, b.given("whereclause")));
            default -> null;
        });
    }

    static Source.Table table(Source source) {
        if (source instanceof Source.Table table) {
            return table;
        }
        throw PythonFault.raised("ArgumentError", "Rows are inserted into a table, not into an alias or a join");
    }

    private static boolean flag(Bound bound, String name) {
        return bound.find(name).map(Value::truth).orElse(false);
    }

    static Source.Join.Keeping keeping(Bound bound) {
        if (flag(bound, "full")) {
            return Source.Join.Keeping.BOTH;
        }
        return flag(bound, "isouter") ? Source.Join.Keeping.LEFT : Source.Join.Keeping.NONE;
    }

    private static Value name(Source source) {
        return switch (source) {
            case Source.Table table -> new Text(table.name());
            case Source.Alias(_, SourceName.Given(var text), _) -> new Text(text);
            default -> Nothing.NONE;
        };
    }

    static Source alias(Source source, Optional<Value> name, boolean lateral) {
        var base = source instanceof Source.Table table ? table.name() : "anon";
        return new Source.Alias(source, name.<SourceName>map(n -> new SourceName.Given(n.shown()))
                .orElseGet(() -> new SourceName.Made(base)), lateral);
    }

    private static Source join(Source left, Bound bound, Source.Join.Keeping keeping) {
        return joined(left, source(bound.get("right")), bound.given("onclause"), keeping);
    }

    static Source joined(Source left, Source right, Optional<Value> on, Source.Join.Keeping keeping) {
        SqlExpression condition = on.map(Expressions::condition).orElseThrow(() -> PythonFault.unreadable(
                "a join without its condition isn't read: say it, as in a.join(b, a.c.id == b.c.a_id)"));
        return new Source.Join(left, right, condition, keeping);
    }

    /// The source that a value is, also a query without a name.
    static Source source(Value value) {
        return switch (SourceOfRows.of(value)) {
            case SourceValue source -> source.source();
            case WrittenText text -> new Source.Written(text.shown());
            case StatementValue statement when statement.statement() instanceof Statement.Rows r ->
                new Source.Alias(new Source.Subquery(r), new SourceName.Made("anon"), false);
            default -> throw PythonFault.raised("ArgumentError",
                    "FROM expression, such as a Table or alias() object, expected, got %s."
                            .formatted(Given.described(value)));
        };
    }

    static List<Source> sources(List<Value> values) {
        return values.stream().map(SourceMethods::source).toList();
    }
}
