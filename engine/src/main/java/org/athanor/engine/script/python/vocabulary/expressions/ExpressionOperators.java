package org.athanor.engine.script.python.vocabulary.expressions;

import java.util.List;
import java.util.Optional;

import org.athanor.engine.expression.Affinity;
import org.athanor.engine.expression.Combined;
import org.athanor.engine.expression.Combining;
import org.athanor.engine.expression.SqlExpression;
import org.athanor.engine.expression.SqlExpression.Word;
import org.athanor.engine.expression.SqlOperator.Known;
import org.athanor.engine.script.python.tree.Comparator;
import org.athanor.engine.script.python.tree.Operator;
import org.athanor.engine.script.python.value.Nothing;
import org.athanor.engine.script.python.value.PythonFault;
import org.athanor.engine.script.python.value.Truth;
import org.athanor.engine.script.python.value.Value;
import org.athanor.engine.script.python.vocabulary.types.CountedFromZero;

/// What Python's operators make of expressions.
final class ExpressionOperators {
    private ExpressionOperators() {}

    static Optional<Value> operate(ExpressionValue left, Operator operator, Value right) {
        if (isText(left.expression()) && !isLogical(operator)) {
            return Optional.empty();
        }
        var operand = Expressions.scalar(left.expression());
        return operation(operator, operand, isLogical(operator)
                ? Expressions.condition(right)
                : Expressions.beside(operand.type(), right));
    }

    static Optional<Value> operateReversed(ExpressionValue right, Operator operator, Value left) {
        if (isText(right.expression()) && !isLogical(operator)) {
            return Optional.empty();
        }
        var operand = Expressions.scalar(right.expression());
        return operation(operator, isLogical(operator)
                ? Expressions.condition(left)
                : Expressions.beside(operand.type(), left), operand);
    }

    private static boolean isLogical(Operator operator) {
        return operator == Operator.AND || operator == Operator.OR;
    }

    private static Optional<Value> operation(Operator operator, SqlExpression left, SqlExpression right) {
        return Optional.of(ExpressionValue.of(switch (operator) {
            case ADD -> Combining.operation(left, Known.ADD, right);
            case SUBTRACT -> Combining.operation(left, Known.SUBTRACT, right);
            case MULTIPLY -> Combining.operation(left, Known.MULTIPLY, right);
            case DIVIDE -> Combining.operation(left, Known.DIVIDE, right);
            case FLOOR_DIVIDE -> Combining.operation(left, Known.FLOOR_DIVIDE, right);
            case MODULO -> Combining.operation(left, Known.MODULO, right);
            case POWER -> new SqlExpression.Call("pow", List.of(left, right), left.type());
            case AND -> Combining.and(List.of(left, right));
            case OR -> Combining.or(List.of(left, right));
            case MATRIX, SHIFT_LEFT, SHIFT_RIGHT, XOR -> throw PythonFault.raised("NotImplementedError",
                    "Operator '%s' is not supported on this expression".formatted(operator.written()));
        }));
    }

    static Optional<Value> compare(ExpressionValue left, Comparator comparator, Value right) {
        if (right instanceof ExpressionValue other && asksTheRight(left, other)) {
            return compare(other, mirrored(comparator), left);
        }
        if (isText(left.expression())) {
            return Optional.empty();
        }
        var operator = switch (comparator) {
            case EQUAL -> Known.EQUAL;
            case NOT_EQUAL -> Known.NOT_EQUAL;
            case LESS -> Known.LESS;
            case LESS_OR_EQUAL -> Known.LESS_OR_EQUAL;
            case GREATER -> Known.GREATER;
            case GREATER_OR_EQUAL -> Known.GREATER_OR_EQUAL;
            case IS, IS_NOT, IN, NOT_IN -> null;
        };
        return operator == null
                ? Optional.empty()
                : Optional.of(ExpressionValue.of(isCollection(left.expression())
                        ? withCollection(left.expression(), operator, right)
                        : comparison(left.expression(), operator, right)));
    }

    /// Python asks the right operand first where its class is derived from that of the left one: a column of `sa.Table` is
    /// also one of those that `sa.column` makes. A text can't be asked at all.
    private static boolean asksTheRight(ExpressionValue left, ExpressionValue right) {
        return isText(left.expression()) ? !isText(right.expression()) : isPlainColumn(left) && isDefined(right);
    }

    private static boolean isText(SqlExpression expression) {
        return expression instanceof SqlExpression.Written || expression instanceof SqlExpression.Template;
    }

    private static boolean isPlainColumn(ExpressionValue value) {
        return value.expression() instanceof SqlExpression.WrittenColumn
                || value.expression() instanceof SqlExpression.ColumnName && !isDefined(value);
    }

    private static boolean isDefined(ExpressionValue value) {
        return value.isDefinedColumn()
                || value.expression() instanceof SqlExpression.ColumnName(var source, var name, _)
                        && source.filter(s -> s.isDefined(name)).isPresent();
    }

    private static Comparator mirrored(Comparator comparator) {
        return switch (comparator) {
            case LESS -> Comparator.GREATER;
            case LESS_OR_EQUAL -> Comparator.GREATER_OR_EQUAL;
            case GREATER -> Comparator.LESS;
            case GREATER_OR_EQUAL -> Comparator.LESS_OR_EQUAL;
            case EQUAL, NOT_EQUAL, IS, IS_NOT, IN, NOT_IN -> comparator;
        };
    }

    /// A comparison; with None, True and False as SQL wants it.
    static SqlExpression comparison(SqlExpression left, Known operator, Value right) {
        var operand = Expressions.scalar(left);
        var word = word(right);
        if (word.isEmpty()) {
            return Combining.comparison(operand, operator, Expressions.beside(operand.type(), right));
        }
        boolean asEqual = operator == Known.EQUAL || operator == Known.NOT_EQUAL;
        return switch (operator) {
            case EQUAL, NOT_EQUAL, IS, IS_NOT -> asEqual && word.get() != Word.NULL || isCollection(operand)
                    ? Combining.comparison(operand, operator, word.get())
                    : Combining.comparison(operand,
                            operator == Known.EQUAL || operator == Known.IS ? Known.IS : Known.IS_NOT, word.get());
            case DISTINCT_FROM, NOT_DISTINCT_FROM -> Combining.comparison(operand, operator, word.get());
            default -> throw PythonFault.raised("ArgumentError",
                    "Only '=', '!=', 'is_()', 'is_not()', 'is_distinct_from()', 'is_not_distinct_from()' operators "
                            + "can be used with None/True/False");
        };
    }

    /// `ANY (…)` stands on the right, on whichever side it is written.
    private static SqlExpression withCollection(SqlExpression collection, Known operator, Value other) {
        return Combining.comparison(Expressions.beside(collection.type(), other), switch (operator) {
            case LESS -> Known.GREATER;
            case LESS_OR_EQUAL -> Known.GREATER_OR_EQUAL;
            case GREATER -> Known.LESS;
            case GREATER_OR_EQUAL -> Known.LESS_OR_EQUAL;
            default -> operator;
        }, collection);
    }

    private static boolean isCollection(SqlExpression expression) {
        return expression instanceof Combined.Unary unary
                && (unary.operator() == Known.ANY || unary.operator() == Known.ALL);
    }

    private static Optional<Word> word(Value value) {
        return switch (value) {
            case Nothing _ -> Optional.of(Word.NULL);
            case Truth truth -> Optional.of(truth.truth() ? Word.TRUE : Word.FALSE);
            case ExpressionValue e when e.expression() instanceof Word word -> Optional.of(word);
            default -> Optional.empty();
        };
    }

    static Optional<Value> invert(ExpressionValue value) {
        return Optional.of(ExpressionValue.of(Combining.not(Expressions.scalar(value.expression()))));
    }

    static Optional<Value> negate(ExpressionValue value) {
        return Optional.of(ExpressionValue.of(Combining.unary(Known.NEGATIVE, Expressions.scalar(value.expression()))));
    }

    static Value item(ExpressionValue value, Value key) {
        CountedFromZero.refuse(value.expression().type());
        return switch (Affinity.of(value.expression().type())) {
            case JSON -> JsonWords.item(value.expression(), key);
            case ARRAY -> Arrays.item(value.expression(), key);
            default -> throw PythonFault.raised("NotImplementedError",
                    "Operator 'getitem' is not supported on this expression");
        };
    }

    /// `a == b` is true in Python where both are the same expression.
    static boolean truth(ExpressionValue value) {
        if (value.expression() instanceof Combined.Binary binary) {
            if (binary.operator() == Known.EQUAL) {
                return binary.left().equals(binary.right());
            }
            if (binary.operator() == Known.NOT_EQUAL) {
                return !binary.left().equals(binary.right());
            }
        }
        throw PythonFault.raised("TypeError", "Boolean value of this clause is not defined");
    }
}
