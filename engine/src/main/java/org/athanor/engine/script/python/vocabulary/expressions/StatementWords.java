package org.athanor.engine.script.python.vocabulary.expressions;

import java.util.Map;
import java.util.function.Supplier;

import org.athanor.engine.expression.Source;
import org.athanor.engine.script.python.value.PythonFault;
import org.athanor.engine.script.python.value.Signature.Bound;
import org.athanor.engine.script.python.value.Value;
import org.athanor.engine.script.python.vocabulary.argument.Given;

/// The words for statements and for what rows come from.
final class StatementWords {
    private StatementWords() {}

    static void add(Map<String, Supplier<Value>> words) {
        ExpressionWords.add(words, "table", "name, *columns, schema=None", LightTable::of);
        ExpressionWords.add(words, "select", "*entities, **kw", SelectValue::of);
        ExpressionWords.add(words, "exists", "*args", SelectValue::exists);
        ExpressionWords.add(words, "insert", "table, values=None, inline=False", b -> insert(b, false));
        ExpressionWords.add(words, "update", "table, whereclause=None, values=None",
                b -> UpdateValue.of(SourceMethods.source(b.get("table")), b.given("whereclause"), b.given("values")));
        ExpressionWords.add(words, "delete", "table, whereclause=None",
                b -> DeleteValue.of(SourceMethods.source(b.get("table")), b.given("whereclause")));
        Map.of("union", "UNION", "union_all", "UNION ALL", "intersect", "INTERSECT", "intersect_all", "INTERSECT ALL",
                "except_", "EXCEPT", "except_all", "EXCEPT ALL")
                .forEach((name, word) -> ExpressionWords.add(words, name, "*selects",
                        b -> Subqueries.compound(word, b.rest().stream().map(Subqueries::query).toList())));
        ExpressionWords.add(words, "join", "left, right, onclause=None, isouter=False, full=False",
                b -> join(b, SourceMethods.keeping(b)));
        ExpressionWords.add(words, "outerjoin", "left, right, onclause=None, full=False",
                b -> join(b, Source.Join.Keeping.LEFT));
        for (var name : new String[]{"alias", "subquery"}) {
            ExpressionWords.add(words, name, "selectable, name=None, flat=False!", b -> alias(b, false));
        }
        ExpressionWords.add(words, "lateral", "selectable, name=None", b -> alias(b, true));
        ExpressionWords.add(words, "values", "*columns, name=None, literal_binds=False", RowsValue::of);
    }

    static Value insert(Bound bound, boolean own) {
        if (!(SourceOfRows.of(bound.get("table")) instanceof SourceValue table)) {
            throw PythonFault.raised("ArgumentError",
                    "subject table for an INSERT, UPDATE or DELETE expected, got %s."
                            .formatted(Given.described(bound.get("table"))));
        }
        return InsertValue.into(SourceMethods.table(table.source()), bound.given("values"),
                bound.find("inline").map(Value::truth).orElse(false), own);
    }

    private static Value join(Bound bound, Source.Join.Keeping keeping) {
        return new PlainSource(SourceMethods.joined(SourceMethods.source(bound.get("left")),
                SourceMethods.source(bound.get("right")), bound.given("onclause"), keeping));
    }

    private static Value alias(Bound bound, boolean lateral) {
        var selectable = SourceOfRows.of(bound.get("selectable"));
        var source = selectable instanceof SourceValue value
                ? value.source()
                : new Source.Subquery(Subqueries.query(selectable));
        return new PlainSource(SourceMethods.alias(source, bound.given("name"), lateral));
    }
}
