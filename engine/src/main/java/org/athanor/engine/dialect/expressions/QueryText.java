package org.athanor.engine.dialect.expressions;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.athanor.engine.dialect.Unsupported;
import org.athanor.engine.expression.Combined;
import org.athanor.engine.expression.Parentheses;
import org.athanor.engine.expression.Source;
import org.athanor.engine.expression.SourceName;
import org.athanor.engine.expression.Sources;
import org.athanor.engine.expression.SqlExpression;
import org.athanor.engine.expression.Statement;
import org.athanor.engine.type.SqlType;

/// The text of queries.
record QueryText(ExpressionText text) {
    /// A query that is the statement.
    String top(Statement.Rows rows) throws Unsupported {
        return query(rows, ColumnsText.Place.TOP);
    }

    /// A query inside of an expression.
    String text(Statement.Rows rows) throws Unsupported {
        return query(rows, ColumnsText.Place.VALUE);
    }

    /// A query behind FROM: it sees nothing of those around it, and its columns have names.
    String inFrom(Statement.Rows rows) throws Unsupported {
        return new QueryText(text.apart()).query(rows, ColumnsText.Place.SOURCE);
    }

    /// A query in front of a statement.
    String common(Statement.Rows rows) throws Unsupported {
        return query(rows, ColumnsText.Place.SOURCE);
    }

    private String query(Statement.Rows rows, ColumnsText.Place place) throws Unsupported {
        return switch (rows) {
            case Statement.Select select -> select(select, place);
            case Statement.Compound compound -> compound(compound, place);
        };
    }

    private String compound(Statement.Compound compound, ColumnsText.Place place) throws Unsupported {
        var parts = new ArrayList<String>();
        for (var part : compound.parts()) {
            var query = query(part, place);
            parts.add(needsParentheses(part) ? "(" + query + ")" : query);
        }
        return String.join(" " + compound.word() + " ", parts) + tail(compound.tail(), text.withTables(false));
    }

    private static boolean needsParentheses(Statement.Rows part) {
        return switch (part) {
            case Statement.Select select -> !select.tail().order().isEmpty() || isLimited(select.tail());
            case Statement.Compound _ -> true;
        };
    }

    private static boolean isLimited(Statement.Tail tail) {
        return tail.limit().isPresent() || tail.offset().isPresent();
    }

    private String select(Statement.Select select, ColumnsText.Place place) throws Unsupported {
        var from = displayed(select, place);
        var inner = text.inside(Sources.of(select).stream().flatMap(Sources::members).toList());
        var query = new StringBuilder("SELECT ");
        query.append(text.words().distinct(select.distinct(), inner));
        query.append(new ColumnsText(inner).text(select.chosen(), place));
        if (!from.isEmpty()) {
            query.append(" FROM ").append(new SourceText(inner).list(from));
        }
        inner.conditions(select.where()).ifPresent(w -> query.append(" WHERE ").append(w));
        if (!select.groups().isEmpty()) {
            query.append(" GROUP BY ").append(inner.list(select.groups()));
        }
        inner.conditions(select.having()).ifPresent(h -> query.append(" HAVING ").append(h));
        return query.append(tail(byLabels(select), inner)).toString();
    }

    /// What stands behind FROM: what belongs to a query around this one is left out, unless nothing would remain of several.
    private List<Source> displayed(Statement.Select select, ColumnsText.Place place) throws Unsupported {
        var from = Sources.of(select);
        var around = text.context().around();
        if (!select.correlated().isEmpty()) {
            return from.stream().filter(f -> !(select.correlated().contains(f) && around.contains(f))).toList();
        }
        if (place != ColumnsText.Place.VALUE || from.size() < 2 || around.isEmpty()) {
            return from;
        }
        return own(from, around);
    }

    private static List<Source> own(List<Source> from, Set<Source> around) throws Unsupported {
        var own = new LinkedHashSet<>(from);
        own.removeAll(around);
        if (own.isEmpty()) {
            throw new Unsupported("A query inside of another reads from nothing of its own",
                    "Say with correlate() which tables belong to the query around it.");
        }
        return List.copyOf(own);
    }

    /// In an order, a label of the list of columns stands for what it labels.
    private static Statement.Tail byLabels(Statement.Select select) {
        var tail = select.tail();
        var order = tail.order().stream().map(o -> byLabel(o, select.chosen())).toList();
        return new Statement.Tail(order, tail.limit(), tail.offset(), tail.lock());
    }

    private static SqlExpression byLabel(SqlExpression ordered, List<SqlExpression> chosen) {
        return switch (ordered) {
            case Combined.Labelled(_, SourceName.Given(var name)) when chosen.contains(ordered) ->
                SqlExpression.column(name, SqlType.UNKNOWN);
            case Combined.Unary unary when Parentheses.isSuffix(unary.operator()) ->
                new Combined.Unary(unary.operator(), byLabel(unary.operand(), chosen), unary.type());
            default -> ordered;
        };
    }

    private String tail(Statement.Tail tail, ExpressionText inner) throws Unsupported {
        var order = tail.order().isEmpty() ? "" : " ORDER BY " + inner.list(tail.order());
        return order + inner.words().limits(tail, inner);
    }

    /// What `RETURNING` gives, with its word.
    String returning(List<SqlExpression> returned) throws Unsupported {
        return returned.isEmpty()
                ? ""
                : " RETURNING " + new ColumnsText(text.withTables(text.words().returnsWithTable())).text(returned,
                        ColumnsText.Place.VALUE);
    }
}
