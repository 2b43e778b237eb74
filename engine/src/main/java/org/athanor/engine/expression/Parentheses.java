package org.athanor.engine.expression;

import java.util.EnumSet;
import java.util.Set;

import org.athanor.engine.expression.Combined.Grouping;
import org.athanor.engine.expression.SqlOperator.Known;

/// Where parentheses are needed: what an expression becomes as an operand.
public final class Parentheses {
    private static final Set<Known> OF_TRUTHS = EnumSet.of(Known.AND, Known.OR, Known.TRUTH);
    private static final Set<Known> OF_COLLECTIONS = EnumSet.of(Known.ANY, Known.ALL);
    private static final Set<Known> BOOLEANS = EnumSet.of(Known.NOT, Known.AND, Known.OR);

    private Parentheses() {}

    /// An expression that stands alone where something else could follow, as in an index.
    public static SqlExpression alone(SqlExpression expression) {
        return switch (expression) {
            case Combined.Binary _,Combined.Filtered _ -> new Grouping(expression);
            case Combined.Chain chain -> chain.operands().isEmpty() ? chain : new Grouping(chain);
            case Combined.Unary unary -> isSuffix(unary.operator()) ? unary : new Grouping(unary);
            case Statement.Rows rows -> new Combined.Query(rows, rows.type());
            default -> expression;
        };
    }

    /// An expression as the operand of an operator.
    public static SqlExpression within(SqlOperator outer, SqlExpression operand) {
        return switch (operand) {
            case SqlExpression.Written _,SqlExpression.Template _ ->
                outer == Known.IN ? new Grouping(operand) : operand;
            case Combined.Binary binary -> operation(outer, binary.operator(), binary);
            case Combined.Chain chain when chain.operands().isEmpty() || chain.operator() == Known.COMMA -> chain;
            case Combined.Chain chain -> operation(outer, chain.operator(), chain);
            case Combined.Unary unary when isSuffix(unary.operator()) -> unary;
            case Combined.Unary unary -> unary.operator().needsParenthesesIn(outer) ? new Grouping(unary) : unary;
            case Combined.Labelled(var value, var name) -> new Combined.Labelled(within(outer, value), name);
            case Combined.Retyped(var value, var type) -> new Combined.Retyped(within(outer, value), type);
            case Combined.Filtered filtered ->
                Known.FILTER.needsParenthesesIn(outer) ? new Grouping(filtered) : filtered;
            case Combined.Grouping _,Combined.TruthTest _,Combined.Tuple _,Combined.Query _,Combined.Slice _ ->
                operand;
            case Combined.ArrayOf _ ->
                OF_COLLECTIONS.contains(outer) || outer == Known.ITEM ? new Grouping(operand) : operand;
            case SqlExpression.Call call when outer == Known.ITEM && Affinity.of(call.type()) == Affinity.ARRAY ->
                new Grouping(call);
            case Statement.Rows rows -> new Combined.Query(rows, rows.type());
            default -> value(outer, operand);
        };
    }

    private static SqlExpression operation(SqlOperator outer, SqlOperator inner, SqlExpression operand) {
        boolean negated = outer == Known.NOT && !isTruth(inner);
        return negated || inner.needsParenthesesIn(outer) ? new Grouping(operand) : operand;
    }

    private static SqlExpression value(SqlOperator outer, SqlExpression operand) {
        if (OF_TRUTHS.contains(outer) && Affinity.of(operand.type()) == Affinity.TRUTH) {
            return new Combined.TruthTest(operand, true);
        }
        return OF_COLLECTIONS.contains(outer) ? new Grouping(operand) : operand;
    }

    /// Whether the operator makes a truth that every product knows as one.
    public static boolean isTruth(SqlOperator operator) {
        return operator.isComparison() || BOOLEANS.contains(operator);
    }

    /// Whether the operator stands behind its operand.
    public static boolean isSuffix(SqlOperator operator) {
        return operator == Known.ASCENDING || operator == Known.DESCENDING || operator == Known.NULLS_FIRST
                || operator == Known.NULLS_LAST;
    }
}
