package org.athanor.engine.dialect.expressions;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.athanor.engine.dialect.Unsupported;
import org.athanor.engine.expression.Combined;
import org.athanor.engine.expression.Parentheses;
import org.athanor.engine.expression.SqlExpression;
import org.athanor.engine.expression.SqlExpression.ColumnName;

/// The list of columns behind SELECT or RETURNING: what has no name of its own gets one.
record ColumnsText(ExpressionText text) {
    /// Whether a query is the statement, a value in it, or what another reads from.
    enum Place {
        TOP, VALUE, SOURCE
    }

    String text(List<SqlExpression> columns, Place place) throws Unsupported {
        var texts = new ArrayList<String>();
        var met = new HashSet<SqlExpression>();
        var names = new HashSet<String>();
        for (var column : columns) {
            texts.add(column instanceof ColumnName named
                    ? named(named, place, met, names)
                    : other(column, met, names));
        }
        return String.join(", ", texts);
    }

    /// The second column of the same name gets another one.
    private String named(ColumnName column, Place place, Set<SqlExpression> met, Set<String> names) throws Unsupported {
        var written = text.text(column);
        boolean repeated = !met.add(column);
        if (!names.add(column.name())) {
            return written + " AS " + text.name(text.context().names().next(column.name() + (repeated ? "_" : "")));
        }
        return place == Place.SOURCE && column.source().isPresent()
                ? written + " AS " + text.name(column.name())
                : written;
    }

    private String other(SqlExpression column, Set<SqlExpression> met, Set<String> names) throws Unsupported {
        return switch (column) {
            case SqlExpression.Written _,SqlExpression.Template _,SqlExpression.WrittenColumn _,SqlExpression.Star _ ->
                text.text(column);
            case Combined.Labelled labelled -> labelled(labelled);
            case Combined.Unary unary when hasName(unary) -> text.text(unary);
            case SqlExpression.Word word when !met.add(word) ->
                text.text(word) + " AS " + text.context().names().next("anon_");
            default -> {
                // The name is made before those inside of the expression.
                var name = text.name(made(column, names));
                yield text.text(column) + " AS " + name;
            }
        };
    }

    private String labelled(Combined.Labelled labelled) throws Unsupported {
        var name = text.name(text.context().names().of(labelled.name()));
        return text.text(labelled.value()) + " AS " + name;
    }

    private static boolean hasName(Combined.Unary unary) {
        return unary.operand() instanceof ColumnName || Parentheses.isSuffix(unary.operator());
    }

    private String made(SqlExpression column, Set<String> names) {
        var wrapped = columnName(column);
        if (wrapped.isEmpty()) {
            return text.context().names().next(base(column));
        }
        return names.add(wrapped.get()) ? wrapped.get() : text.context().names().next(wrapped.get() + "_");
    }

    /// The name of the column that a cast only wraps.
    private static Optional<String> columnName(SqlExpression column) {
        return switch (column) {
            case Combined.Cast cast -> columnName(cast.value());
            case Combined.Retyped retyped -> columnName(retyped.value());
            case ColumnName named -> Optional.of(named.name());
            default -> Optional.empty();
        };
    }

    private static String base(SqlExpression column) {
        return switch (column) {
            case SqlExpression.Call call -> call.name().substring(call.name().lastIndexOf('.') + 1);
            case Combined.Cast cast -> base(cast.value());
            case Combined.Retyped retyped -> base(retyped.value());
            case Combined.Ordered ordered when ordered.within() -> base(ordered.value());
            default -> "anon";
        };
    }
}
