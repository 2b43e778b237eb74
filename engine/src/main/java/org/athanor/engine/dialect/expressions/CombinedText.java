package org.athanor.engine.dialect.expressions;

import java.util.ArrayList;
import java.util.Map;

import org.athanor.engine.dialect.Unsupported;
import org.athanor.engine.expression.Combined;
import org.athanor.engine.expression.Parentheses;
import org.athanor.engine.expression.SqlExpression;
import org.athanor.engine.expression.SqlOperator;
import org.athanor.engine.expression.SqlOperator.Known;
import org.athanor.engine.type.SqlType;

/// The text of expressions that are made of others.
record CombinedText(ExpressionText text) {
    private static final Map<Known, String> SYMBOLS = Map.ofEntries(Map.entry(Known.AND, " AND "),
            Map.entry(Known.OR, " OR "), Map.entry(Known.ADD, " + "), Map.entry(Known.MULTIPLY, " * "),
            Map.entry(Known.SUBTRACT, " - "), Map.entry(Known.MODULO, " % "), Map.entry(Known.LESS, " < "),
            Map.entry(Known.LESS_OR_EQUAL, " <= "), Map.entry(Known.NOT_EQUAL, " != "),
            Map.entry(Known.GREATER, " > "), Map.entry(Known.GREATER_OR_EQUAL, " >= "), Map.entry(Known.EQUAL, " = "),
            Map.entry(Known.DISTINCT_FROM, " IS DISTINCT FROM "),
            Map.entry(Known.NOT_DISTINCT_FROM, " IS NOT DISTINCT FROM "), Map.entry(Known.CONCATENATE, " || "),
            Map.entry(Known.MATCH, " MATCH "), Map.entry(Known.IN, " IN "), Map.entry(Known.NOT_IN, " NOT IN "),
            Map.entry(Known.COMMA, ", "), Map.entry(Known.IS, " IS "), Map.entry(Known.IS_NOT, " IS NOT "),
            Map.entry(Known.COLLATE, " COLLATE "), Map.entry(Known.BITWISE_XOR, " ^ "),
            Map.entry(Known.BITWISE_OR, " | "), Map.entry(Known.BITWISE_AND, " & "),
            Map.entry(Known.SHIFT_LEFT, " << "), Map.entry(Known.SHIFT_RIGHT, " >> "),
            Map.entry(Known.LIKE, " LIKE "), Map.entry(Known.NOT_LIKE, " NOT LIKE "));
    private static final Map<Known, String> MARKS = Map.of(Known.NEGATIVE, "-", Known.EXISTS, "EXISTS ",
            Known.DISTINCT, "DISTINCT ", Known.NOT, "NOT ", Known.ANY, "ANY ", Known.ALL, "ALL ", Known.BITWISE_NOT,
            "~", Known.DESCENDING, " DESC", Known.ASCENDING, " ASC", Known.NULLS_FIRST, " NULLS FIRST");

    String text(Combined combined) throws Unsupported {
        return switch (combined) {
            case Combined.Binary binary -> binary(binary);
            case Combined.Chain chain -> chain(chain);
            case Combined.Unary unary -> unary(unary);
            case Combined.Grouping(var inside) -> "(" + text.text(inside) + ")";
            case Combined.TruthTest test -> truthTest(test);
            case Combined.Case c -> branches(c);
            case Combined.Cast cast -> "CAST(%s AS %s)".formatted(text.text(cast.value()), type(cast.type()));
            case Combined.Retyped retyped -> text.text(retyped.value());
            case Combined.Extract extract -> text.words().extract(extract, text);
            case Combined.Tuple tuple -> "(" + text.list(tuple.values()) + ")";
            case Combined.ArrayOf array -> text.words().array(array, text);
            case Combined.Slice slice -> text.text(slice.from()) + ":" + text.text(slice.to());
            case Combined.Collation collation -> text.name(collation.name());
            case Combined.Labelled labelled -> text.text(labelled.value());
            case Combined.Filtered filtered -> "%s FILTER (WHERE %s)"
                    .formatted(text.text(filtered.aggregate()), text.text(filtered.condition()));
            case Combined.Ordered ordered -> ordered(ordered);
            case Combined.Windowed windowed -> windowed(windowed);
            case Combined.Query(var query, _) -> "(" + text.text(query) + ")";
        };
    }

    private String type(SqlType type) throws Unsupported {
        return text.words().type(type);
    }

    private String binary(Combined.Binary binary) throws Unsupported {
        var own = text.words().operation(binary, text);
        if (own.isPresent()) {
            return own.get();
        }
        if (binary.operator() instanceof SqlOperator.Custom custom) {
            return custom(binary, custom);
        }
        var operator = (Known) binary.operator();
        return switch (operator) {
            case BETWEEN, NOT_BETWEEN -> plain(binary, (operator == Known.BETWEEN ? " BETWEEN " : " NOT BETWEEN ")
                    + binary.modifier().map(m -> m + " ").orElse(""));
            case LIKE, NOT_LIKE -> text.text(binary.left()) + symbol(operator) + text.text(binary.right())
                    + escape(binary);
            case NOT_MATCH -> "NOT " + plain(binary, symbol(Known.MATCH));
            case NOT_IN -> "(" + among(binary, " NOT IN ", true) + ")";
            case IN -> among(binary, " IN ", false);
            case STARTS_WITH, NOT_STARTS_WITH, ENDS_WITH, NOT_ENDS_WITH, CONTAINS, NOT_CONTAINS, ISTARTS_WITH,
                    NOT_ISTARTS_WITH, IENDS_WITH, NOT_IENDS_WITH, ICONTAINS, NOT_ICONTAINS, ILIKE, NOT_ILIKE ->
                new LikeText(text).text(binary, operator);
            default -> plain(binary, symbol(operator));
        };
    }

    private static String symbol(Known operator) throws Unsupported {
        var symbol = SYMBOLS.get(operator);
        if (symbol == null) {
            throw new Unsupported("This product has no operator for %s".formatted(operator.name().replace('_', ' ')),
                    "Write the statement as text for this product.");
        }
        return symbol;
    }

    /// Left, operator, right.
    String plain(Combined.Binary binary, String symbol) throws Unsupported {
        var operand = text.asOperand();
        return operand.text(binary.left()) + symbol + operand.text(binary.right());
    }

    private String custom(Combined.Binary binary, SqlOperator.Custom custom) throws Unsupported {
        var operation = plain(binary, " " + custom.symbol() + " ");
        return custom.isEager() && text.context().operand() ? "(" + operation + ")" : operation;
    }

    private String escape(Combined.Binary binary) {
        return binary.modifier().map(e -> " ESCAPE " + text.words().literals().quoted(e)).orElse("");
    }

    private String among(Combined.Binary binary, String symbol, boolean negated) throws Unsupported {
        var operand = text.asOperand();
        var right = binary.right() instanceof SqlExpression.Parameter(_, var value, _, _, _) ? value : binary.right();
        if (right instanceof SqlExpression.Items items && items.values().isEmpty()) {
            int width = binary.left() instanceof Combined.Tuple tuple ? tuple.values().size() : 1;
            return operand.text(binary.left()) + symbol + "(" + text.words().nothing(negated, width) + ")";
        }
        return operand.text(binary.left()) + symbol + operand.text(right);
    }

    private String chain(Combined.Chain chain) throws Unsupported {
        return chain.operator() instanceof SqlOperator.Custom custom
                ? text.asOperand().list(chain.operands(), " " + custom.symbol() + " ")
                : text.asOperand().list(chain.operands(), symbol((Known) chain.operator()));
    }

    private String unary(Combined.Unary unary) throws Unsupported {
        var operand = text.text(unary.operand());
        if (unary.operator() instanceof SqlOperator.Custom custom) {
            return custom.symbol() + " " + operand;
        }
        var operator = (Known) unary.operator();
        var mark = operator == Known.NULLS_LAST ? " NULLS LAST" : MARKS.getOrDefault(operator, "");
        return Parentheses.isSuffix(operator) ? operand + mark : mark + operand;
    }

    private String truthTest(Combined.TruthTest test) throws Unsupported {
        var value = text.text(test.value());
        if (text.isCondition(test.value())) {
            return test.wanted() ? value : "NOT " + value;
        }
        return value + (test.wanted() ? " = 1" : " = 0");
    }

    private String branches(Combined.Case c) throws Unsupported {
        var written = new StringBuilder("CASE ");
        if (c.value().isPresent()) {
            written.append(text.text(c.value().get())).append(' ');
        }
        for (var branch : c.branches()) {
            written.append("WHEN ").append(text.text(branch.condition())).append(" THEN ")
                    .append(text.text(branch.result())).append(' ');
        }
        if (c.otherwise().isPresent()) {
            written.append("ELSE ").append(text.text(c.otherwise().get())).append(' ');
        }
        return written.append("END").toString();
    }

    private String ordered(Combined.Ordered ordered) throws Unsupported {
        var order = text.list(ordered.order());
        return ordered.within()
                ? "%s WITHIN GROUP (ORDER BY %s)".formatted(text.text(ordered.value()), order)
                : "%s ORDER BY %s".formatted(text.text(ordered.value()), order);
    }

    private String windowed(Combined.Windowed windowed) throws Unsupported {
        var parts = new ArrayList<String>();
        if (!windowed.partition().isEmpty()) {
            parts.add("PARTITION BY " + text.list(windowed.partition()));
        }
        if (!windowed.order().isEmpty()) {
            parts.add("ORDER BY " + text.list(windowed.order()));
        }
        windowed.frame().ifPresent(parts::add);
        return "%s OVER (%s)".formatted(text.text(windowed.function()), String.join(" ", parts));
    }
}
