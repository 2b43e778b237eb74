package org.athanor.engine.script.python.vocabulary.expressions;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

import org.athanor.engine.expression.Source;
import org.athanor.engine.expression.SourceName;
import org.athanor.engine.expression.Statement.Assignment;
import org.athanor.engine.expression.Statement.Conflict;
import org.athanor.engine.expression.Statement.Insert;
import org.athanor.engine.script.python.value.Dictionary;
import org.athanor.engine.script.python.value.NativeFunction;
import org.athanor.engine.script.python.value.PythonFault;
import org.athanor.engine.script.python.value.Signature.Bound;
import org.athanor.engine.script.python.value.Text;
import org.athanor.engine.script.python.value.Value;

/// `sa.insert(table)`; that of a product's own module also knows ON CONFLICT.
record InsertValue(Insert statement, boolean own) implements StatementValue {
    static InsertValue into(Source.Table table, Optional<Value> values, boolean inline, boolean own) {
        var empty = new InsertValue(new Insert(table, List.of(), Optional.empty(), List.of(), inline, Optional.empty(),
                List.of(), List.of(), List.of()), own);
        return values.map(v -> empty.with(empty.rows(List.of(v)))).orElse(empty);
    }

    @Override
    public String typeName() {
        return "Insert";
    }

    @Override
    public ExpressionValue bound(ParameterSet set) {
        boolean oneRow = statement.rows().size() <= 1 && statement.query().isEmpty();
        var given = oneRow && !statement.rows().isEmpty() ? statement.rows().getFirst() : List.<Assignment>of();
        var assigned = set.assigned(statement.table(), statement, given);
        if (!oneRow && !assigned.isEmpty()) {
            throw PythonFault.unreadable(
                    "execute() with values for columns of an insert that has several rows or a query isn't read");
        }
        return ExpressionValue.of(set.filled(assigned.isEmpty() ? statement : statement.withRows(List.of(assigned))));
    }

    @Override
    public Value attribute(String name) {
        return own ? conflict(name).orElseGet(() -> plain(name)) : plain(name);
    }

    private Value plain(String name) {
        return switch (name) {
            case "values" -> NativeFunction.of(name, "*args, **kwargs", this::values);
            case "from_select" -> NativeFunction.of(name, "names, select, include_defaults=True!", this::fromSelect);
            case "returning" -> NativeFunction.of(name, "*cols, **kw", b -> with(statement
                    .withReturning(SelectValue.joined(statement.returning(), SelectValue.chosen(b.rest())))));
            case "inline" -> NativeFunction.of(name, "", _ -> with(statement.withInline(true)));
            case "prefix_with" -> NativeFunction.of(name, "*prefixes, dialect='*'!", b -> with(statement.withPrefixes(
                    SelectValue.joined(statement.prefixes(), b.rest().stream().map(Value::shown).toList()))));
            case "add_cte" -> NativeFunction.of(name, "*ctes", b -> with(statement
                    .withCommon(SelectValue.joined(statement.common(), CommonQueries.of(b.rest())))));
            case "execution_options" -> NativeFunction.of(name, "**kw", _ -> this);
            case "table" -> new PlainSource(statement.table());
            default -> StatementValue.super.attribute(name);
        };
    }

    private InsertValue with(Insert changed) {
        return new InsertValue(changed, own);
    }

    private Value values(Bound bound) {
        var more = bound.rest().isEmpty() ? statement : rows(bound.rest());
        if (bound.namedRest().isEmpty()) {
            return with(more);
        }
        return with(merged(more, Assignments.named(statement.table(), bound.namedRest())));
    }

    /// What is named again replaces what was said before.
    private static Insert merged(Insert insert, List<Assignment> more) {
        if (insert.rows().size() > 1) {
            throw PythonFault.raised("InvalidRequestError",
                    "Can't mix single and multiple VALUES formats in one INSERT statement");
        }
        var row = new LinkedHashMap<String, Assignment>();
        insert.rows().forEach(r -> r.forEach(a -> row.put(a.column(), a)));
        more.forEach(a -> row.put(a.column(), a));
        return insert.withRows(List.of(List.copyOf(row.values())));
    }

    private Insert rows(List<Value> given) {
        var first = given.getFirst();
        if (first instanceof Dictionary) {
            return merged(statement, Assignments.of(statement.table(), first));
        }
        var elements = Expressions.elements(first);
        boolean several = !elements.isEmpty()
                && (elements.getFirst() instanceof Dictionary || Expressions.isList(elements.getFirst()));
        if (!several) {
            return merged(statement, Assignments.of(statement.table(), first));
        }
        var rows = new ArrayList<>(statement.rows());
        elements.forEach(row -> rows.add(Assignments.of(statement.table(), row)));
        return statement.withRows(rows);
    }

    private Value fromSelect(Bound bound) {
        var names = Expressions.elements(bound.get("names")).stream().map(Assignments::name).toList();
        return with(statement.withQuery(Subqueries.query(bound.get("select")), names));
    }

    private Optional<Value> conflict(String name) {
        return Optional.ofNullable(switch (name) {
            case "excluded" -> new ColumnsView(new Source.Alias(statement.table(), new SourceName.Given("excluded"),
                    false));
            case "on_conflict_do_nothing" -> NativeFunction.of(name,
                    "constraint=None, index_elements=None, index_where=None", b -> with(statement
                            .withConflict(target(b, List.of(), Optional.empty()))));
            case "on_conflict_do_update" -> NativeFunction.of(name,
                    "constraint=None, index_elements=None, index_where=None, set_=None, where=None", this::update);
            default -> null;
        });
    }

    private Value update(Bound bound) {
        var set = bound.given("set_").orElseThrow(() -> PythonFault.raised("ValueError",
                "set parameter dictionary must not be empty"));
        var changes = set instanceof ColumnsView view
                ? copied(view)
                : Assignments.of(statement.table(), set);
        return with(statement.withConflict(target(bound, changes, bound.given("where"))));
    }

    /// All columns of the row that was refused (`set_=stmt.excluded`).
    private static List<Assignment> copied(ColumnsView view) {
        return view.source().columns().stream().map(c -> new Assignment(c.name(), view.source().of(c))).toList();
    }

    private static Conflict target(Bound bound, List<Assignment> changes, Optional<Value> where) {
        return new Conflict(bound.given("constraint").map(InsertValue::constraint),
                bound.given("index_elements").map(Assignments::elements).orElse(List.of()),
                bound.given("index_where").map(Expressions::condition), changes, where.map(Expressions::condition));
    }

    private static String constraint(Value value) {
        return value.plain() instanceof Text text ? text.value() : value.attribute("name").shown();
    }
}
