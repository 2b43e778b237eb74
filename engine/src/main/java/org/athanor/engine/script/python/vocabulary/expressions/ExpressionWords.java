package org.athanor.engine.script.python.vocabulary.expressions;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

import org.athanor.engine.expression.Combined;
import org.athanor.engine.expression.Combining;
import org.athanor.engine.expression.SqlExpression;
import org.athanor.engine.expression.SqlExpression.Word;
import org.athanor.engine.expression.SqlOperator.Known;
import org.athanor.engine.script.python.value.NativeFunction;
import org.athanor.engine.script.python.value.Signature.Bound;
import org.athanor.engine.script.python.value.Value;
import org.athanor.engine.script.python.vocabulary.types.Types;
import org.athanor.engine.type.SqlType;

/// The words of the expression language, by the module that has them.
public final class ExpressionWords {
    private ExpressionWords() {}

    /// What each module adds to its other words.
    public static Map<String, Map<String, Supplier<Value>>> modules() {
        var modules = new HashMap<String, Map<String, Supplier<Value>>>();
        var words = words();
        for (var module : List.of("sqlalchemy", "sqlalchemy.sql", "sqlalchemy.sql.expression",
                "sqlalchemy.sql.elements",
                "sqlalchemy.sql.selectable", "sqlalchemy.sql.dml", "sqlalchemy.future")) {
            modules.put(module, words);
        }
        modules.put("sqlalchemy.sql.functions", functions());
        for (var module : List.of("sqlalchemy.dialects.postgresql", "sqlalchemy.dialects.postgresql.dml",
                "sqlalchemy.dialects.postgresql.array", "sqlalchemy.dialects.postgresql.base")) {
            modules.put(module, ProductWordsOf.postgresql());
        }
        for (var module : List.of("sqlalchemy.dialects.sqlite", "sqlalchemy.dialects.sqlite.dml")) {
            modules.put(module, ProductWordsOf.sqlite());
        }
        return modules;
    }

    private static Map<String, Supplier<Value>> functions() {
        var functions = new HashMap<String, Supplier<Value>>();
        functions.put("func", () -> new Functions(""));
        Functions.known().forEach(name -> functions.put(name, () -> new Functions(name)));
        return functions;
    }

    private static Map<String, Supplier<Value>> words() {
        var words = new HashMap<String, Supplier<Value>>();
        values(words);
        operators(words);
        StatementWords.add(words);
        return words;
    }

    private static void values(Map<String, Supplier<Value>> words) {
        words.put("func", () -> new Functions(""));
        add(words, "text", "text", b -> WrittenText.of(b.get("text")));
        add(words, "literal", "value, type_=None, literal_execute=False", b -> of(Expressions.of(b.get("value"),
                b.given("type_").map(t -> Types.of(t, "literal()", "type_")).orElse(SqlType.UNKNOWN))));
        add(words, "literal_column", "text, type_=None",
                b -> of(new SqlExpression.WrittenColumn(b.get("text").shown(), type(b))));
        add(words, "column", "text, type_=None, is_literal=False, _selectable=None!", ExpressionWords::column);
        add(words, "bindparam", BoundParameter.PARAMETERS, BoundParameter::of);
        add(words, "null", "", _ -> of(Word.NULL));
        add(words, "true", "", _ -> of(Word.TRUE));
        add(words, "false", "", _ -> of(Word.FALSE));
        add(words, "False_", "", _ -> of(Word.FALSE));
        add(words, "True_", "", _ -> of(Word.TRUE));
        add(words, "Null", "", _ -> of(Word.NULL));
        add(words, "cast", "expression, type_", b -> of(
                new Combined.Cast(Expressions.of(b.get("expression"), type(b)), type(b))));
        add(words, "type_coerce", "expression, type_", ExpressionWords::retyped);
        add(words, "extract", "field, expr",
                b -> of(new Combined.Extract(b.get("field").shown(), Expressions.of(b.get("expr")))));
        add(words, "case", "*whens, whens=None, value=None, else_=None", Cases::of);
        add(words, "tuple_", "*clauses, types=None!",
                b -> of(new Combined.Tuple(b.rest().stream().map(Expressions::of).toList())));
        add(words, "label", "name, element, type_=None",
                b -> of(ExpressionMethods.label(Expressions.of(b.get("element")), b.get("name"))));
        add(words, "over", "element, partition_by=None, order_by=None, rows=None, range_=None, groups=None",
                b -> Aggregates.over(Expressions.of(b.get("element")), b));
    }

    private static void operators(Map<String, Supplier<Value>> words) {
        add(words, "and_", "*clauses", b -> of(Combining.and(conditions(b))));
        add(words, "or_", "*clauses", b -> of(Combining.or(conditions(b))));
        add(words, "not_", "clause", b -> of(Combining.not(Expressions.condition(b.get("clause")))));
        add(words, "between", "expr, lower_bound, upper_bound, symmetric=False", ExpressionWords::between);
        add(words, "collate", "expression, collation",
                b -> of(ExpressionMethods.collate(Expressions.of(b.get("expression")), b.get("collation"))));
        Map.of("desc", Known.DESCENDING, "asc", Known.ASCENDING, "nullsfirst", Known.NULLS_FIRST, "nulls_first",
                Known.NULLS_FIRST, "nullslast", Known.NULLS_LAST, "nulls_last", Known.NULLS_LAST, "distinct",
                Known.DISTINCT, "any_", Known.ANY, "all_", Known.ALL)
                .forEach((name, operator) -> add(words, name, "column",
                        b -> of(Combining.unary(operator, Tails.byName(b.get("column"))))));
    }

    static void add(Map<String, Supplier<Value>> words, String name, String parameters, Function<Bound, Value> body) {
        words.put(name, () -> NativeFunction.of(name, parameters, body));
    }

    private static Value of(SqlExpression expression) {
        return ExpressionValue.of(expression);
    }

    private static List<SqlExpression> conditions(Bound bound) {
        return Expressions.conditions(bound.rest());
    }

    private static SqlType type(Bound bound) {
        return bound.given("type_").map(t -> Types.of(t, "this function", "type_")).orElse(SqlType.UNKNOWN);
    }

    private static Value column(Bound bound) {
        var name = bound.get("text").shown();
        return of(bound.find("is_literal").map(Value::truth).orElse(false)
                ? new SqlExpression.WrittenColumn(name, type(bound))
                : SqlExpression.column(name, type(bound)));
    }

    private static Value retyped(Bound bound) {
        var value = bound.get("expression");
        return of(value instanceof ExpressionValue expression
                ? new Combined.Retyped(Expressions.scalar(expression.expression()), type(bound))
                : Expressions.of(value, type(bound)));
    }

    private static Value between(Bound bound) {
        var value = Expressions.of(bound.get("expr"));
        return of(Combining.between(value, Expressions.beside(value.type(), bound.get("lower_bound")),
                Expressions.beside(value.type(), bound.get("upper_bound")),
                bound.find("symmetric").map(Value::truth).orElse(false)));
    }
}
