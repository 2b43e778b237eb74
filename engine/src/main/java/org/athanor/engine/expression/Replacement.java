package org.athanor.engine.expression;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.athanor.engine.expression.SqlExpression.Parameter;
import org.athanor.engine.expression.Statement.Assignment;

/// An expression with something else in the places of its parameters. What speaks of the same source goes on doing so.
public final class Replacement {
    private final Function<Parameter, SqlExpression> replaced;
    private final IdentityHashMap<Source, Source> sources = new IdentityHashMap<>();

    private Replacement(Function<Parameter, SqlExpression> replaced) {
        this.replaced = replaced;
    }

    public static SqlExpression of(SqlExpression expression, Function<Parameter, SqlExpression> replaced) {
        return new Replacement(replaced).expression(expression);
    }

    public static Statement of(Statement statement, Function<Parameter, SqlExpression> replaced) {
        return new Replacement(replaced).statement(statement);
    }

    /// The parameters of an expression, in their order.
    public static List<Parameter> parameters(SqlExpression expression) {
        var found = new ArrayList<Parameter>();
        of(expression, parameter -> {
            found.add(parameter);
            return parameter;
        });
        return found;
    }

    private SqlExpression expression(SqlExpression expression) {
        return switch (expression) {
            case Parameter parameter -> replaced.apply(parameter);
            case SqlExpression.Template template -> new SqlExpression.Template(all(template.parts()));
            case SqlExpression.ColumnName column ->
                new SqlExpression.ColumnName(column.source().map(this::source), column.name(), column.type());
            case SqlExpression.Call call ->
                new SqlExpression.Call(call.name(), all(call.arguments()), call.type());
            case SqlExpression.Items items -> new SqlExpression.Items(all(items.values()), items.type());
            case Combined combined -> combined(combined);
            case Statement statement -> statement(statement);
            case SqlExpression.Written _,SqlExpression.WrittenColumn _,SqlExpression.Literal _,SqlExpression.Word _,SqlExpression.Star _,SqlExpression.OfPython _ ->
                expression;
        };
    }

    private List<SqlExpression> all(List<? extends SqlExpression> expressions) {
        return expressions.stream().map(this::expression).toList();
    }

    private Optional<SqlExpression> perhaps(Optional<SqlExpression> expression) {
        return expression.map(this::expression);
    }

    private Combined combined(Combined combined) {
        return switch (combined) {
            case Combined.Binary b -> new Combined.Binary(expression(b.left()), b.operator(), expression(b.right()),
                    b.type(), b.modifier());
            case Combined.Chain c -> new Combined.Chain(c.operator(), all(c.operands()), c.type());
            case Combined.Unary u -> new Combined.Unary(u.operator(), expression(u.operand()), u.type());
            case Combined.Grouping(var inside) -> new Combined.Grouping(expression(inside));
            case Combined.TruthTest(var value, var wanted) -> new Combined.TruthTest(expression(value), wanted);
            case Combined.Case c ->
                new Combined.Case(perhaps(c.value()), c.branches().stream().map(this::branch).toList(),
                        perhaps(c.otherwise()), c.type());
            case Combined.Cast(var value, var type) -> new Combined.Cast(expression(value), type);
            case Combined.Retyped(var value, var type) -> new Combined.Retyped(expression(value), type);
            case Combined.Extract(var field, var value) -> new Combined.Extract(field, expression(value));
            case Combined.Tuple(var values) -> new Combined.Tuple(all(values));
            case Combined.ArrayOf(var values, var type) -> new Combined.ArrayOf(all(values), type);
            case Combined.Slice(var from, var to) -> new Combined.Slice(expression(from), expression(to));
            case Combined.Collation collation -> collation;
            case Combined.Labelled(var value, var name) -> new Combined.Labelled(expression(value), name);
            case Combined.Filtered(var aggregate, var condition) ->
                new Combined.Filtered(expression(aggregate), expression(condition));
            case Combined.Ordered(var value, var order, var within) ->
                new Combined.Ordered(expression(value), all(order), within);
            case Combined.Windowed w -> new Combined.Windowed(expression(w.function()), all(w.partition()),
                    all(w.order()), w.frame());
            case Combined.Query(var query, var type) -> new Combined.Query(rows(query), type);
        };
    }

    private Combined.Case.Branch branch(Combined.Case.Branch branch) {
        return new Combined.Case.Branch(expression(branch.condition()), expression(branch.result()));
    }

    private Statement statement(Statement statement) {
        return switch (statement) {
            case Statement.Rows rows -> rows(rows);
            case Statement.Insert insert -> insert(insert);
            case Statement.Update u -> new Statement.Update(source(u.table()), assignments(u.changes()), all(u.where()),
                    all(u.returning()), common(u.common()));
            case Statement.Delete d -> new Statement.Delete(source(d.table()), all(d.where()), all(d.returning()),
                    common(d.common()));
        };
    }

    private Statement.Insert insert(Statement.Insert i) {
        return new Statement.Insert(i.table(), i.rows().stream().map(this::assignments).toList(),
                i.query().map(this::rows), i.columns(), i.inline(), i.conflict().map(this::conflict),
                all(i.returning()), common(i.common()), i.prefixes());
    }

    private Statement.Conflict conflict(Statement.Conflict c) {
        return new Statement.Conflict(c.constraint(), all(c.columns()), perhaps(c.targetWhere()),
                assignments(c.changes()), perhaps(c.where()));
    }

    private List<Assignment> assignments(List<Assignment> assignments) {
        return assignments.stream().map(a -> new Assignment(a.column(), expression(a.value()))).toList();
    }

    private Statement.Rows rows(Statement.Rows rows) {
        return switch (rows) {
            case Statement.Select s -> new Statement.Select(all(s.chosen()), sources(s.from()), all(s.where()),
                    all(s.groups()), all(s.having()), tail(s.tail()),
                    new Statement.Distinct(s.distinct().asked(), all(s.distinct().on())), sources(s.correlated()),
                    common(s.common()));
            case Statement.Compound c ->
                new Statement.Compound(c.word(), c.parts().stream().map(this::rows).toList(), tail(c.tail()));
        };
    }

    private Statement.Tail tail(Statement.Tail tail) {
        return new Statement.Tail(all(tail.order()), perhaps(tail.limit()), perhaps(tail.offset()), tail.lock());
    }

    private List<Source> sources(List<Source> all) {
        return all.stream().map(this::source).toList();
    }

    private List<Source.Common> common(List<Source.Common> all) {
        return all.stream().map(c -> (Source.Common) source(c)).toList();
    }

    /// Many columns name the same source, which may be a large query: it is made anew once.
    private Source source(Source source) {
        if (source instanceof Source.Table || source instanceof Source.Written) {
            return source;
        }
        var known = sources.get(source);
        if (known == null) {
            known = made(source);
            sources.put(source, known);
        }
        return known;
    }

    private Source made(Source source) {
        return switch (source) {
            case Source.Alias(var of, var name, var lateral) -> new Source.Alias(source(of), name, lateral);
            case Source.Subquery(var query) -> new Source.Subquery(rows(query));
            case Source.Common(var query, var name, var recursive, var columns) ->
                new Source.Common(statement(query), name, recursive, columns);
            case Source.Rows(var columns, var rows) -> new Source.Rows(columns, rows.stream().map(this::all).toList());
            case Source.OfFunction(var function, var columns) ->
                new Source.OfFunction(expression(function), columns);
            case Source.Join(var left, var right, var on, var keeping) ->
                new Source.Join(source(left), source(right), expression(on), keeping);
            case Source.Table _,Source.Written _ -> source;
        };
    }
}
