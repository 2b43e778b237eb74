package org.athanor.engine.script.python.vocabulary.expressions;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Supplier;

import org.athanor.engine.expression.Affinity;
import org.athanor.engine.expression.Combined;
import org.athanor.engine.expression.SqlExpression;
import org.athanor.engine.script.python.value.Signature.Bound;
import org.athanor.engine.script.python.value.Value;
import org.athanor.engine.script.python.vocabulary.types.Types;
import org.athanor.engine.type.SqlType;

/// The words that the modules of single products have for expressions.
final class ProductWordsOf {
    private ProductWordsOf() {}

    static Map<String, Supplier<Value>> postgresql() {
        var words = new HashMap<String, Supplier<Value>>();
        ExpressionWords.add(words, "insert", "table, values=None, inline=False", b -> StatementWords.insert(b, true));
        ExpressionWords.add(words, "array", "clauses, type_=None", ProductWordsOf::array);
        ExpressionWords.add(words, "aggregate_order_by", "target, *order_by", b -> ExpressionValue.of(
                new Combined.Ordered(Expressions.of(b.get("target")),
                        b.rest().stream().map(Tails::byName).toList(), false)));
        ExpressionWords.add(words, "array_agg", "*arg, **kw", b -> ExpressionValue.of(Functions.call("array_agg", b)));
        ExpressionWords.add(words, "to_tsvector", "*args, **kw", b -> ExpressionValue.of(call("to_tsvector", b)));
        ExpressionWords.add(words, "to_tsquery", "*args, **kw", b -> ExpressionValue.of(call("to_tsquery", b)));
        return words;
    }

    static Map<String, Supplier<Value>> sqlite() {
        var words = new HashMap<String, Supplier<Value>>();
        ExpressionWords.add(words, "insert", "table, values=None, inline=False", b -> StatementWords.insert(b, true));
        return words;
    }

    private static SqlExpression call(String name, Bound bound) {
        return Functions.call(name, bound);
    }

    /// `array([1, 2])`; its elements have the type of the first one.
    private static Value array(Bound bound) {
        var values = Expressions.elements(bound.get("clauses")).stream().map(Expressions::of).toList();
        var given = bound.given("type_").map(t -> Types.of(t, "array()", "type_"));
        var element = given.map(t -> t instanceof SqlType.Array a ? a.element() : t)
                .orElseGet(() -> values.stream().map(SqlExpression::type)
                        .filter(t -> Affinity.of(t) != Affinity.UNKNOWN).findFirst().orElse(SqlType.UNKNOWN));
        return ExpressionValue.of(new Combined.ArrayOf(values, new SqlType.Array(element, OptionalInt.empty())));
    }
}
