package org.athanor.engine.script.python.vocabulary.expressions;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.athanor.engine.expression.Source;
import org.athanor.engine.expression.SourceName;
import org.athanor.engine.expression.SqlExpression;
import org.athanor.engine.script.python.value.NativeFunction;
import org.athanor.engine.script.python.value.Signature.Bound;
import org.athanor.engine.script.python.value.Value;

/// `sa.values(columns…, name=…).data([…])`: rows written out.
record RowsValue(Source.Rows rows, SourceName name) implements SourceValue {
    static Value of(Bound bound) {
        var columns = bound.rest().stream().map(Expressions::of)
                .map(c -> Source.Column.of(Assignments.name(ExpressionValue.of(c)), c.type())).toList();
        Optional<SourceName> name = bound.given("name").map(n -> new SourceName.Given(n.shown()));
        return new RowsValue(new Source.Rows(columns, List.of()), name.orElseGet(() -> new SourceName.Made("anon")));
    }

    @Override
    public Source source() {
        return new Source.Alias(rows, name, false);
    }

    @Override
    public String typeName() {
        return "Values";
    }

    @Override
    public Value attribute(String member) {
        return member.equals("data")
                ? NativeFunction.of(member, "values", this::with)
                : SourceValue.super.attribute(member);
    }

    private Value with(Bound bound) {
        var all = new ArrayList<>(rows.rows());
        for (var row : Expressions.elements(bound.get("values"))) {
            var values = Expressions.elements(row);
            var typed = new ArrayList<SqlExpression>();
            for (int i = 0; i < values.size(); i++) {
                typed.add(i < rows.columns().size()
                        ? Expressions.of(values.get(i), rows.columns().get(i).type())
                        : Expressions.of(values.get(i)));
            }
            all.add(typed);
        }
        return new RowsValue(new Source.Rows(rows.columns(), all), name);
    }
}
