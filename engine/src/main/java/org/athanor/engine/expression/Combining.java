package org.athanor.engine.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.athanor.engine.expression.Combined.Binary;
import org.athanor.engine.expression.Combined.Chain;
import org.athanor.engine.expression.Combined.Grouping;
import org.athanor.engine.expression.Combined.TruthTest;
import org.athanor.engine.expression.Combined.Unary;
import org.athanor.engine.expression.SqlExpression.Word;
import org.athanor.engine.expression.SqlOperator.Known;
import org.athanor.engine.type.SqlType;

/// Makes expressions of others as SQLAlchemy does: with parentheses where they are needed, and with the type of the result.
public final class Combining {
    private Combining() {}

    /// An operation whose type follows from its operands: `a + b`.
    public static SqlExpression operation(SqlExpression left, SqlOperator operator, SqlExpression right) {
        var result = ResultType.of(operator, left.type(), right.type());
        return joined(left, result.operator(), right, result.type(), Optional.empty());
    }

    /// An operation with a type of its own.
    public static SqlExpression operation(SqlExpression left, SqlOperator operator, SqlExpression right, SqlType type) {
        return joined(left, operator, right, type, Optional.empty());
    }

    /// A comparison.
    public static SqlExpression comparison(SqlExpression left, SqlOperator operator, SqlExpression right) {
        return joined(left, operator, right, SqlType.BOOLEAN, Optional.empty());
    }

    /// A comparison with a modifier: ESCAPE, flags of a regular expression.
    public static SqlExpression comparison(SqlExpression left, SqlOperator operator, SqlExpression right,
            Optional<String> modifier) {
        return joined(left, operator, right, SqlType.BOOLEAN, modifier);
    }

    /// `value BETWEEN low AND high`
    public static SqlExpression between(SqlExpression value, SqlExpression low, SqlExpression high, boolean symmetric) {
        return new Binary(Parentheses.within(Known.BETWEEN, value), Known.BETWEEN,
                new Chain(Known.AND, List.of(low, high), SqlType.UNKNOWN), SqlType.UNKNOWN,
                symmetric ? Optional.of("SYMMETRIC") : Optional.empty());
    }

    private static SqlExpression joined(SqlExpression left, SqlOperator operator, SqlExpression right, SqlType type,
            Optional<String> modifier) {
        if (operator instanceof Known known && known.isAssociative()) {
            var operands = new ArrayList<>(flattened(left, operator, type));
            operands.addAll(flattened(right, operator, type));
            if (operands.size() > 2) {
                return new Chain(operator, operands.stream().map(o -> Parentheses.within(operator, o)).toList(), type);
            }
        }
        return new Binary(Parentheses.within(operator, left), operator, right(operator, right), type, modifier);
    }

    /// The list behind BETWEEN and REGEXP_REPLACE is written as it is.
    private static SqlExpression right(SqlOperator operator, SqlExpression right) {
        return operator == Known.REGEXP_REPLACE ? right : Parentheses.within(operator, right);
    }

    private static List<SqlExpression> flattened(SqlExpression operand, SqlOperator operator, SqlType type) {
        boolean alike = Affinity.of(operand.type()) == Affinity.of(type);
        return switch (operand) {
            case Binary binary when alike && binary.operator().equals(operator) ->
                List.of(binary.left(), binary.right());
            case Chain chain when alike && chain.operator().equals(operator) -> chain.operands();
            default -> List.of(operand);
        };
    }

    /// All of the conditions.
    public static SqlExpression and(List<SqlExpression> conditions) {
        return conjunction(Known.AND, Word.TRUE, Word.FALSE, conditions, true);
    }

    /// Any of the conditions.
    public static SqlExpression or(List<SqlExpression> conditions) {
        return conjunction(Known.OR, Word.FALSE, Word.TRUE, conditions, true);
    }

    /// Conditions one after the other, as WHERE collects them; nothing for none.
    public static Optional<SqlExpression> where(List<SqlExpression> conditions) {
        return conditions.isEmpty()
                ? Optional.empty()
                : Optional.of(conjunction(Known.AND, Word.TRUE, Word.FALSE, conditions, false));
    }

    private static SqlExpression conjunction(Known operator, Word neutral, Word decisive,
            List<SqlExpression> conditions, boolean flat) {
        if (conditions.contains(decisive)) {
            return Parentheses.within(Known.TRUTH, decisive);
        }
        var counting = conditions.stream().filter(c -> c != neutral).toList();
        if (counting.isEmpty()) {
            return conditions.isEmpty()
                    ? new Chain(operator, List.of(), SqlType.BOOLEAN)
                    : Parentheses.within(Known.TRUTH, neutral);
        }
        if (counting.size() == 1) {
            return Parentheses.within(Known.TRUTH, counting.getFirst());
        }
        var operands = counting.stream().map(c -> Parentheses.within(operator, c)).toList();
        return new Chain(operator, flat ? operands.stream().flatMap(o -> parts(operator, o)).toList() : operands,
                SqlType.BOOLEAN);
    }

    private static Stream<SqlExpression> parts(Known operator, SqlExpression operand) {
        return operand instanceof Chain chain && chain.operator() == operator
                ? chain.operands().stream()
                : Stream.of(operand);
    }

    /// The opposite.
    public static SqlExpression not(SqlExpression condition) {
        return switch (condition) {
            case Binary binary -> opposite(binary);
            case Chain chain -> new Unary(Known.NOT, Parentheses.within(Known.NOT, chain), SqlType.UNKNOWN);
            case Unary unary when Affinity.of(unary.type()) == Affinity.TRUTH ->
                new Unary(Known.NOT, Parentheses.within(Known.NOT, unary), SqlType.BOOLEAN);
            case TruthTest(Word word, _) -> not(word);
            case TruthTest(var value, var wanted) -> new TruthTest(value, !wanted);
            case Word word when word == Word.TRUE -> Word.FALSE;
            case Word word when word == Word.FALSE -> Word.TRUE;
            case Combined.Labelled(var value, var name) -> new Combined.Labelled(not(value), name);
            default -> Affinity.of(condition.type()) == Affinity.TRUTH
                    ? new TruthTest(condition, false)
                    : new Unary(Known.NOT, Parentheses.within(Known.NOT, condition), SqlType.UNKNOWN);
        };
    }

    private static SqlExpression opposite(Binary binary) {
        var negation = binary.operator() instanceof Known known && !isCollection(binary.left())
                && !isCollection(binary.right()) ? known.negation() : Optional.<Known>empty();
        return negation
                .<SqlExpression>map(n -> new Binary(binary.left(), n, binary.right(), binary.type(), binary.modifier()))
                .orElseGet(() -> not(new Grouping(binary)));
    }

    private static boolean isCollection(SqlExpression expression) {
        return expression instanceof Unary unary && (unary.operator() == Known.ANY || unary.operator() == Known.ALL);
    }

    /// `-value`, `DISTINCT value`, `value DESC` and the like.
    public static SqlExpression unary(Known operator, SqlExpression operand) {
        var type = operator == Known.EXISTS ? SqlType.BOOLEAN : operand.type();
        return new Unary(operator, Parentheses.within(operator, operand), type);
    }
}
