package org.athanor.engine.expression;

import java.util.Optional;
import java.util.OptionalInt;

import org.athanor.engine.expression.SqlOperator.Known;
import org.athanor.engine.type.SqlType;

/// What comes of an operator between two types, as SQLAlchemy sees it: perhaps another operator (`+` between texts), and the
/// type of the result.
record ResultType(SqlOperator operator, SqlType type) {
    private static final SqlType NUMERIC = new SqlType.Exact(SqlType.Exact.Kind.NUMERIC, OptionalInt.empty(),
            OptionalInt.empty());
    private static final SqlType INTERVAL = new SqlType.Interval(true, Optional.empty(), OptionalInt.empty());
    private static final SqlType TIME = new SqlType.Moment(SqlType.Moment.Kind.TIME, false, OptionalInt.empty());
    private static final SqlType DATE = new SqlType.Moment(SqlType.Moment.Kind.DATE, false, OptionalInt.empty());

    static ResultType of(SqlOperator operator, SqlType left, SqlType right) {
        var first = Affinity.of(left);
        var second = Affinity.of(right);
        if (first == Affinity.UNKNOWN) {
            boolean turned = second != Affinity.UNKNOWN && (operator == Known.ADD || operator == Known.MULTIPLY);
            return turned ? of(operator, right, left) : new ResultType(operator, left);
        }
        if (operator == Known.ADD && first.isConcatenable()
                && (second.isConcatenable() || second == Affinity.UNKNOWN)) {
            return new ResultType(Known.CONCATENATE, left);
        }
        return new ResultType(operator, operator instanceof Known known ? type(known, left, right) : left);
    }

    private static SqlType type(Known operator, SqlType left, SqlType right) {
        var second = Affinity.of(right);
        return switch (Affinity.of(left)) {
            case WHOLE -> ofWhole(operator, left, right);
            case EXACT, FLOATING -> second == Affinity.INTERVAL && operator == Known.MULTIPLY ? right : left;
            case DATE_TIME -> operator == Known.SUBTRACT && second == Affinity.DATE_TIME ? INTERVAL : left;
            case DATE -> ofDate(operator, left, right);
            case TIME -> ofTime(operator, left, right);
            case INTERVAL -> ofInterval(operator, left, right);
            default -> left;
        };
    }

    private static SqlType ofWhole(Known operator, SqlType left, SqlType right) {
        return switch (Affinity.of(right)) {
            case WHOLE -> operator == Known.DIVIDE ? NUMERIC : left;
            case EXACT -> switch (operator) {
                case ADD, SUBTRACT, MULTIPLY, DIVIDE, FLOOR_DIVIDE -> right;
                default -> left;
            };
            case FLOATING -> switch (operator) {
                case ADD, SUBTRACT, MULTIPLY, DIVIDE -> right;
                default -> left;
            };
            case DATE -> operator == Known.ADD ? DATE : left;
            case INTERVAL -> operator == Known.MULTIPLY ? right : left;
            default -> left;
        };
    }

    private static SqlType ofDate(Known operator, SqlType left, SqlType right) {
        return switch (Affinity.of(right)) {
            case INTERVAL -> operator == Known.ADD || operator == Known.SUBTRACT ? SqlType.DATE_TIME : left;
            case TIME -> operator == Known.ADD ? SqlType.DATE_TIME : left;
            case DATE -> operator == Known.SUBTRACT ? SqlType.INTEGER : left;
            case DATE_TIME -> operator == Known.SUBTRACT ? INTERVAL : left;
            default -> left;
        };
    }

    private static SqlType ofTime(Known operator, SqlType left, SqlType right) {
        return switch (Affinity.of(right)) {
            case DATE -> operator == Known.ADD ? SqlType.DATE_TIME : left;
            case TIME -> operator == Known.SUBTRACT ? INTERVAL : left;
            default -> left;
        };
    }

    private static SqlType ofInterval(Known operator, SqlType left, SqlType right) {
        return operator != Known.ADD ? left : switch (Affinity.of(right)) {
            case DATE, DATE_TIME -> SqlType.DATE_TIME;
            case TIME -> TIME;
            default -> left;
        };
    }
}
