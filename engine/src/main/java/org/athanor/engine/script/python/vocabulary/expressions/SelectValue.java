package org.athanor.engine.script.python.vocabulary.expressions;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.athanor.engine.expression.Combined;
import org.athanor.engine.expression.Source;
import org.athanor.engine.expression.Sources;
import org.athanor.engine.expression.SqlExpression;
import org.athanor.engine.expression.Statement;
import org.athanor.engine.expression.Statement.Select;
import org.athanor.engine.expression.Statement.Tail;
import org.athanor.engine.script.python.value.NativeFunction;
import org.athanor.engine.script.python.value.PythonFault;
import org.athanor.engine.script.python.value.Signature.Bound;
import org.athanor.engine.script.python.value.Text;
import org.athanor.engine.script.python.value.Value;
import org.athanor.engine.script.python.value.Whole;
import org.athanor.engine.script.python.vocabulary.argument.Given;
import org.athanor.engine.script.python.vocabulary.types.OwnHandling;
import org.athanor.engine.type.SqlType;

/// `sa.select(…)`.
record SelectValue(Select statement) implements StatementValue {
    SelectValue {
        Charge.of(statement);
    }

    private static final Select EMPTY = new Select(List.of(), List.of(), List.of(), List.of(), List.of(), Tail.NONE,
            Statement.Distinct.NO, List.of(), List.of());

    /// `select(a, b)`, and `select([a, b], condition, from_obj=[…])` as it was before 2.0.
    static Value of(Bound bound) {
        var given = bound.rest();
        boolean old = !given.isEmpty() && Expressions.isList(given.getFirst());
        var select = EMPTY.withChosen(chosen(old ? Expressions.elements(given.getFirst()) : given));
        if (old && given.size() > 1) {
            select = select.withWhere(List.of(Expressions.condition(given.get(1))));
        }
        return old ? oldOptions(select, bound) : new SelectValue(select);
    }

    private static Value oldOptions(Select start, Bound bound) {
        var select = start;
        for (var option : bound.namedRest().entrySet()) {
            var value = option.getValue();
            select = switch (option.getKey()) {
                case "whereclause" -> select.withWhere(List.of(Expressions.condition(value)));
                case "from_obj" -> select.withFrom(SourceMethods.sources(Expressions.spread(List.of(value))));
                case "distinct" -> value.truth()
                        ? select.withDistinct(new Statement.Distinct(true, List.of()))
                        : select;
                case "order_by" -> select.withTail(Tails.ordered(select.tail(), Expressions.spread(List.of(value))));
                case "limit" -> select.withTail(Tails.limited(select.tail(), value));
                case "offset" -> select.withTail(Tails.from(select.tail(), value));
                case "group_by" ->
                    select.withGroups(Expressions.spread(List.of(value)).stream().map(Tails::byName).toList());
                default -> throw PythonFault.raised("TypeError",
                        "select() got an unexpected keyword argument '%s'".formatted(option.getKey()));
            };
        }
        return new SelectValue(select);
    }

    static SelectValue from(Source source, Optional<Value> where) {
        var chosen = source.columns().stream().<SqlExpression>map(source::of).toList();
        return new SelectValue(EMPTY.withChosen(chosen).withFrom(List.of(source))
                .withWhere(where.map(w -> List.of(Expressions.condition(w))).orElse(List.of())));
    }

    static SelectValue choosing(List<SqlExpression> columns) {
        return new SelectValue(EMPTY.withChosen(columns));
    }

    static List<SqlExpression> chosen(List<Value> values) {
        var chosen = new ArrayList<SqlExpression>();
        for (var value : values) {
            if (value instanceof SourceOfRows) {
                throw PythonFault.unreadable("select() of the mapped class %s isn't read; session.query() of it is"
                        .formatted(Given.described(value)));
            }
            switch (value) {
                case SourceValue source -> source.source().columns().forEach(c -> {
                    OwnHandling.refuseSelected(c.type());
                    chosen.add(source.source().of(c));
                });
                case ColumnsView view -> view.iterator().forEachRemaining(c -> chosen.add(Expressions.of(c)));
                case Text text -> chosen.add(new SqlExpression.WrittenColumn(text.value(), SqlType.UNKNOWN));
                case Whole number -> chosen.add(new SqlExpression.WrittenColumn(number.written(), SqlType.INTEGER));
                default -> {
                    var expression = Expressions.of(value);
                    OwnHandling.refuseSelected(expression.type());
                    chosen.add(expression);
                }
            }
        }
        return chosen;
    }

    @Override
    public String typeName() {
        return "Select";
    }

    @Override
    public Value attribute(String name) {
        return method(name).or(() -> tail(name)).or(() -> Subqueries.method(statement, name))
                .orElseGet(() -> StatementValue.super.attribute(name));
    }

    private Optional<Value> method(String name) {
        return Optional.ofNullable(switch (name) {
            case "where", "filter" -> NativeFunction.of(name, "*whereclause", b -> new SelectValue(
                    statement.withWhere(joined(statement.where(), Expressions.conditions(b.rest())))));
            case "having" -> NativeFunction.of(name, "*having", b -> new SelectValue(
                    statement.withHaving(joined(statement.having(), Expressions.conditions(b.rest())))));
            case "select_from" -> NativeFunction.of(name, "*froms", b -> new SelectValue(
                    statement.withFrom(joined(statement.from(), SourceMethods.sources(b.rest())))));
            case "join", "outerjoin" -> NativeFunction.of(name, "target, onclause=None, *, isouter=False, full=False",
                    b -> join(b, name.equals("outerjoin") ? Source.Join.Keeping.LEFT : SourceMethods.keeping(b)));
            case "join_from", "outerjoin_from" -> NativeFunction.of(name,
                    "from_, target, onclause=None, *, isouter=False, full=False",
                    b -> joinFrom(b, name.equals("outerjoin_from")
                            ? Source.Join.Keeping.LEFT
                            : SourceMethods.keeping(b)));
            case "group_by" -> NativeFunction.of(name, "*clauses", b -> new SelectValue(statement
                    .withGroups(joined(statement.groups(), b.rest().stream().map(Tails::byName).toList()))));
            case "distinct" -> NativeFunction.of(name, "*expr",
                    b -> new SelectValue(statement.withDistinct(Tails.distinct(b.rest()))));
            case "with_only_columns" -> NativeFunction.of(name, "*entities, maintain_column_froms=False",
                    b -> new SelectValue(statement.withChosen(chosen(Expressions.spread(b.rest())))));
            case "add_columns", "column" -> NativeFunction.of(name, "*entities",
                    b -> new SelectValue(statement.withChosen(joined(statement.chosen(), chosen(b.rest())))));
            case "correlate" -> NativeFunction.of(name, "*fromclauses",
                    b -> new SelectValue(statement.withCorrelated(SourceMethods.sources(b.rest()))));
            case "add_cte" -> NativeFunction.of(name, "*ctes", b -> new SelectValue(
                    statement.withCommon(joined(statement.common(), CommonQueries.of(b.rest())))));
            case "execution_options" -> NativeFunction.of(name, "**kw", _ -> this);
            default -> null;
        });
    }

    private Optional<Value> tail(String name) {
        var tail = statement.tail();
        return Optional.ofNullable(switch (name) {
            case "order_by" -> NativeFunction.of(name, "*clauses", b -> with(Tails.ordered(tail, b.rest())));
            case "limit" -> NativeFunction.of(name, "limit", b -> with(Tails.limited(tail, b.get("limit"))));
            case "offset" -> NativeFunction.of(name, "offset", b -> with(Tails.from(tail, b.get("offset"))));
            case "with_for_update" -> NativeFunction.of(name,
                    "nowait=False, read=False, skip_locked=False, key_share=False", b -> with(Tails.locked(tail, b)));
            default -> null;
        });
    }

    private SelectValue with(Tail tail) {
        return new SelectValue(statement.withTail(tail));
    }

    /// Joins what is named last, or what the columns speak of.
    private SelectValue join(Bound bound, Source.Join.Keeping keeping) {
        var target = SourceMethods.source(bound.get("target"));
        var from = new ArrayList<>(statement.from());
        if (from.isEmpty()) {
            from.addAll(Sources.of(statement.withWhere(List.of())).stream().filter(s -> !s.equals(target)).toList());
        }
        if (from.isEmpty()) {
            throw PythonFault.raised("InvalidRequestError", "There is nothing to join from");
        }
        var left = from.removeLast();
        from.add(SourceMethods.joined(left, target, bound.given("onclause"), keeping));
        return new SelectValue(statement.withFrom(from));
    }

    private SelectValue joinFrom(Bound bound, Source.Join.Keeping keeping) {
        var join = SourceMethods.joined(SourceMethods.source(bound.get("from_")),
                SourceMethods.source(bound.get("target")), bound.given("onclause"), keeping);
        return new SelectValue(statement.withFrom(joined(statement.from(), List.of(join))));
    }

    static <T> List<T> joined(List<? extends T> first, List<? extends T> second) {
        var all = new ArrayList<T>(first);
        all.addAll(second);
        return all;
    }

    /// `sa.exists(…)`: of a query, or of the columns and conditions of one.
    static ExistsValue exists(Bound bound) {
        var given = bound.rest();
        if (given.isEmpty()) {
            return new ExistsValue(EMPTY.withChosen(List.of(new SqlExpression.Star())));
        }
        if (given.getFirst() instanceof ExpressionValue e && isQuery(e.expression())) {
            return new ExistsValue(Subqueries.query(e));
        }
        if (given.getFirst() instanceof SourceValue s && Subqueries.rows(s).isPresent()) {
            return new ExistsValue(Subqueries.query(s));
        }
        return new ExistsValue(EMPTY.withChosen(chosen(Expressions.spread(given))));
    }

    private static boolean isQuery(SqlExpression expression) {
        return expression instanceof Statement.Rows || expression instanceof Combined.Query;
    }
}
