package org.athanor.engine.script.python.vocabulary.expressions;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

import org.athanor.engine.expression.Combined;
import org.athanor.engine.expression.Combining;
import org.athanor.engine.expression.SourceName;
import org.athanor.engine.expression.SqlExpression;
import org.athanor.engine.expression.SqlOperator;
import org.athanor.engine.expression.SqlOperator.Known;
import org.athanor.engine.script.python.value.NativeFunction;
import org.athanor.engine.script.python.value.Nothing;
import org.athanor.engine.script.python.value.PythonFault;
import org.athanor.engine.script.python.value.Signature.Bound;
import org.athanor.engine.script.python.value.Text;
import org.athanor.engine.script.python.value.Value;
import org.athanor.engine.script.python.vocabulary.types.Types;
import org.athanor.engine.type.SqlType;

/// The methods and attributes of SQL expressions.
final class ExpressionMethods {
    /// A method: its parameters, and what it makes of the expression and its arguments.
    private record Method(String parameters, BiFunction<SqlExpression, Bound, SqlExpression> body) {}

    private static final Map<String, Method> ALL = Map.ofEntries(compared("__eq__", Known.EQUAL),
            compared("__ne__", Known.NOT_EQUAL), compared("is_", Known.IS), compared("isnot", Known.IS_NOT),
            compared("is_not", Known.IS_NOT), compared("is_distinct_from", Known.DISTINCT_FROM),
            compared("isnot_distinct_from", Known.NOT_DISTINCT_FROM),
            compared("is_not_distinct_from", Known.NOT_DISTINCT_FROM), member("in_", Known.IN),
            member("not_in", Known.NOT_IN), member("notin_", Known.NOT_IN), like("like", Known.LIKE),
            like("notlike", Known.NOT_LIKE), like("not_like", Known.NOT_LIKE), like("ilike", Known.ILIKE),
            like("notilike", Known.NOT_ILIKE), like("not_ilike", Known.NOT_ILIKE),
            part("startswith", Known.STARTS_WITH),
            part("endswith", Known.ENDS_WITH), part("contains", Known.CONTAINS),
            part("istartswith", Known.ISTARTS_WITH), part("iendswith", Known.IENDS_WITH),
            part("icontains", Known.ICONTAINS), unary("desc", Known.DESCENDING), unary("asc", Known.ASCENDING),
            unary("nullsfirst", Known.NULLS_FIRST), unary("nulls_first", Known.NULLS_FIRST),
            unary("nullslast", Known.NULLS_LAST), unary("nulls_last", Known.NULLS_LAST),
            unary("distinct", Known.DISTINCT), unary("any_", Known.ANY), unary("all_", Known.ALL),
            unary("bitwise_not", Known.BITWISE_NOT), operation("concat", Known.CONCATENATE),
            operation("bitwise_and", Known.BITWISE_AND), operation("bitwise_or", Known.BITWISE_OR),
            operation("bitwise_xor", Known.BITWISE_XOR), operation("bitwise_lshift", Known.SHIFT_LEFT),
            operation("bitwise_rshift", Known.SHIFT_RIGHT),
            Map.entry("between", new Method("cleft, cright, symmetric=False", ExpressionMethods::between)),
            Map.entry("label", new Method("name", (e, b) -> label(e, b.get("name")))),
            Map.entry("cast", new Method("type_", (e, b) -> cast(e, b.get("type_")))),
            Map.entry("collate", new Method("collation", (e, b) -> collate(e, b.get("collation")))),
            Map.entry("match", new Method("other, **kwargs", ExpressionMethods::match)),
            Map.entry("regexp_match",
                    new Method("pattern, flags=None", (e, b) -> pattern(e, Known.REGEXP_MATCH, b))),
            Map.entry("regexp_replace", new Method("pattern, replacement, flags=None", ExpressionMethods::replace)),
            Map.entry("self_group", new Method("against=None", (e, _) -> e)));

    /// What SQL that somebody wrote knows of this.
    private static final Set<String> OF_TEXTS = Set.of("label", "self_group", "compile", "type", "key");

    private static final Set<String> ONLY_OF_COLUMNS = Set.of("op", "bool_op", "name", "table");

    private ExpressionMethods() {}

    static Optional<Value> method(ExpressionValue value, String name) {
        boolean isText = value.expression() instanceof SqlExpression.Written
                || value.expression() instanceof SqlExpression.Template;
        if (isText && !OF_TEXTS.contains(name)) {
            return ofText(name);
        }
        var expression = Expressions.scalar(value.expression());
        return JsonWords.method(expression, name).or(() -> Arrays.method(expression, name))
                .or(() -> Aggregates.method(expression, name)).or(() -> operator(expression, name))
                .or(() -> Optional.ofNullable(ALL.get(name)).map(m -> NativeFunction.of(name, m.parameters(),
                        bound -> ExpressionValue.of(m.body().apply(expression, bound)))))
                .or(() -> property(value.expression(), name));
    }

    /// A text is no column, and has nothing of what only columns have.
    private static Optional<Value> ofText(String name) {
        if (ALL.containsKey(name) || ONLY_OF_COLUMNS.contains(name)) {
            throw PythonFault.raised("AttributeError", "'TextClause' object has no attribute '%s'".formatted(name));
        }
        return Optional.empty();
    }

    private static Optional<Value> property(SqlExpression expression, String name) {
        return switch (name) {
            case "name", "key" -> name(expression).map(Text::new);
            case "type" -> Optional.of(new PlainType(expression.type()));
            case "compile" -> Optional.of(Compiled.method(expression));
            case "table" -> Optional.of(expression instanceof SqlExpression.ColumnName column
                    ? column.source().<Value>map(PlainSource::new).orElse(Nothing.NONE)
                    : Nothing.NONE);
            default -> Optional.empty();
        };
    }

    private static Optional<String> name(SqlExpression expression) {
        return switch (expression) {
            case SqlExpression.ColumnName column -> Optional.of(column.name());
            case SqlExpression.WrittenColumn column -> Optional.of(column.sql());
            case SqlExpression.Call call -> Optional.of(call.name());
            case Combined.Labelled(_, SourceName.Given(var name)) -> Optional.of(name);
            default -> Optional.empty();
        };
    }

    private static Optional<Value> operator(SqlExpression left, String name) {
        boolean comparing = name.equals("bool_op");
        if (!comparing && !name.equals("op")) {
            return Optional.empty();
        }
        return Optional.of(NativeFunction.of(name,
                "opstring, precedence=0, is_comparison=False, return_type=None, python_impl=None",
                bound -> applied(left, bound,
                        comparing || bound.find("is_comparison").map(Value::truth).orElse(false))));
    }

    /// `column.op("->>")` waits for the right side.
    private static Value applied(SqlExpression left, Bound bound, boolean comparing) {
        int precedence = bound.find("precedence").map(v -> Integer.parseInt(v.written())).orElse(0);
        var operator = new SqlOperator.Custom(bound.get("opstring").shown(), precedence, comparing, false, false);
        var type = bound.given("return_type").map(t -> Types.of(t, "op()", "return_type"))
                .or(() -> comparing ? Optional.of(SqlType.BOOLEAN) : Optional.empty());
        return NativeFunction.of("op", "other", b -> {
            var right = Expressions.beside(left.type(), b.get("other"));
            return ExpressionValue.of(type.map(t -> Combining.operation(left, operator, right, t))
                    .orElseGet(() -> Combining.operation(left, operator, right)));
        });
    }

    private static Map.Entry<String, Method> compared(String name, Known operator) {
        return Map.entry(name,
                new Method("other", (e, b) -> ExpressionOperators.comparison(e, operator, b.get("other"))));
    }

    private static Map.Entry<String, Method> member(String name, Known operator) {
        return Map.entry(name, new Method("other", (e, b) -> Membership.of(e, operator, b.get("other"))));
    }

    private static Map.Entry<String, Method> like(String name, Known operator) {
        return Map.entry(name, new Method("other, escape=None", (e, b) -> Combining.comparison(e, operator,
                Expressions.beside(e.type(), b.get("other")), b.given("escape").map(Value::shown))));
    }

    private static Map.Entry<String, Method> part(String name, Known operator) {
        return Map.entry(name, new Method("other, autoescape=False, escape=None", (e, b) -> part(e, operator, b)));
    }

    private static Map.Entry<String, Method> unary(String name, Known operator) {
        return Map.entry(name, new Method("", (e, _) -> Combining.unary(operator, e)));
    }

    private static Map.Entry<String, Method> operation(String name, Known operator) {
        return Map.entry(name, new Method("other",
                (e, b) -> Combining.operation(e, operator, Expressions.beside(e.type(), b.get("other")))));
    }

    private static SqlExpression part(SqlExpression whole, Known operator, Bound bound) {
        var other = bound.get("other");
        var escape = bound.given("escape").map(Value::shown);
        if (bound.find("autoescape").map(Value::truth).orElse(false) && other.plain() instanceof Text text) {
            var mark = escape.orElse("/");
            var escaped = text.value();
            for (var special : mark.equals("%") || mark.equals("_") ? List.of("%", "_") : List.of(mark, "%", "_")) {
                escaped = escaped.replace(special, mark + special);
            }
            return Combining.comparison(whole, operator, Expressions.beside(whole.type(), new Text(escaped)),
                    Optional.of(mark));
        }
        return Combining.comparison(whole, operator, Expressions.beside(whole.type(), other), escape);
    }

    private static SqlExpression between(SqlExpression value, Bound bound) {
        return Combining.between(value, Expressions.beside(value.type(), bound.get("cleft")),
                Expressions.beside(value.type(), bound.get("cright")),
                bound.find("symmetric").map(Value::truth).orElse(false));
    }

    static SqlExpression label(SqlExpression value, Value name) {
        return new Combined.Labelled(value, name == Nothing.NONE
                ? new SourceName.Made("anon")
                : new SourceName.Given(name.shown()));
    }

    static SqlExpression cast(SqlExpression value, Value type) {
        return new Combined.Cast(value, Types.of(type, "cast()", "type_"));
    }

    static SqlExpression collate(SqlExpression value, Value collation) {
        return Combining.operation(value, Known.COLLATE, new Combined.Collation(collation.shown()), value.type());
    }

    private static SqlExpression match(SqlExpression value, Bound bound) {
        var configuration = Optional.ofNullable(bound.namedRest().get("postgresql_regconfig")).map(Value::shown);
        return Combining.comparison(value, Known.MATCH, Expressions.beside(value.type(), bound.get("other")),
                configuration);
    }

    private static SqlExpression pattern(SqlExpression value, Known operator, Bound bound) {
        return Combining.comparison(value, operator, Expressions.beside(value.type(), bound.get("pattern")),
                bound.given("flags").map(Value::shown));
    }

    private static SqlExpression replace(SqlExpression value, Bound bound) {
        var both = new Combined.Chain(Known.COMMA, List.of(Expressions.beside(value.type(), bound.get("pattern")),
                Expressions.beside(value.type(), bound.get("replacement"))), SqlType.UNKNOWN);
        return new Combined.Binary(value, Known.REGEXP_REPLACE, both, value.type(),
                bound.given("flags").map(Value::shown));
    }
}
