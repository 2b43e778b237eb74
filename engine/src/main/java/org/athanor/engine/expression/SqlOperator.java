package org.athanor.engine.expression;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/// What combines expressions. The higher the precedence, the tighter it binds.
public sealed interface SqlOperator {
    /// How tightly an operation holds together inside of another one.
    int precedence();

    /// How tightly its operands must hold together.
    default int demand() {
        return precedence();
    }

    /// Whether its result is a truth.
    boolean isComparison();

    /// Whether `(a op b) op c` needs no parentheses.
    boolean isNaturalWithItself();

    /// Whether an operation by this operator needs parentheses inside of one by the other.
    default boolean needsParenthesesIn(SqlOperator outer) {
        return !(equals(outer) && isNaturalWithItself()) && precedence() <= outer.demand();
    }

    /// The operators that SQLAlchemy knows by name. Those for parts of a text have no precedence: they always stand in
    /// parentheses, and so do all operations inside of them.
    enum Known implements SqlOperator {
        ANY(15), ALL(15), ITEM(15), JSON_ITEM(15), JSON_PATH(15), JSON_TEXT(15), JSON_TEXT_PATH(15), MULTIPLY(8),
        DIVIDE(8), FLOOR_DIVIDE(8), MODULO(8),
        NEGATIVE(8), BITWISE_NOT(8), ADD(7), SUBTRACT(7), BITWISE_XOR(7), BITWISE_OR(7), BITWISE_AND(7), SHIFT_LEFT(7),
        SHIFT_RIGHT(7), FILTER(6), CONCATENATE(5), MATCH(5), NOT_MATCH(5), REGEXP_MATCH(5), NOT_REGEXP_MATCH(5),
        REGEXP_REPLACE(5), LIKE(5), NOT_LIKE(5), ILIKE(5), NOT_ILIKE(5), STARTS_WITH, NOT_STARTS_WITH, ENDS_WITH,
        NOT_ENDS_WITH, CONTAINS, NOT_CONTAINS, ISTARTS_WITH, NOT_ISTARTS_WITH, IENDS_WITH, NOT_IENDS_WITH, ICONTAINS,
        NOT_ICONTAINS, IN(5), NOT_IN(5), IS(5), IS_NOT(5), EQUAL(5), NOT_EQUAL(5), DISTINCT_FROM(5),
        NOT_DISTINCT_FROM(5), GREATER(5), LESS(5), GREATER_OR_EQUAL(5), LESS_OR_EQUAL(5), BETWEEN(5), NOT_BETWEEN(5),
        DISTINCT(5), NOT(5), COLLATE(4), AND(3), OR(2), DESCENDING(3), ASCENDING(3), NULLS_FIRST, NULLS_LAST, EXISTS(0),
        COMMA(-1), AS(-1), TRUTH(-10);

        private static final Set<Known> COMPARISONS = EnumSet.range(LIKE, NOT_BETWEEN);
        private static final Set<Known> ASSOCIATIVE = EnumSet.of(ADD, MULTIPLY, CONCATENATE, AND, OR);
        private static final Set<Known> NATURAL = EnumSet.of(ADD, MULTIPLY, CONCATENATE, AND, OR, ITEM, JSON_ITEM,
                JSON_PATH, JSON_TEXT, JSON_TEXT_PATH);
        private static final int LEAST = -100;
        private static final int MOST = 100;

        private final int precedence;
        private final int demand;

        Known(int precedence) {
            this.precedence = precedence;
            this.demand = precedence;
        }

        Known() {
            this.precedence = LEAST;
            this.demand = MOST;
        }

        @Override
        public int precedence() {
            return precedence;
        }

        @Override
        public int demand() {
            return demand;
        }

        @Override
        public boolean isComparison() {
            return COMPARISONS.contains(this) || this == MATCH || this == NOT_MATCH || this == REGEXP_MATCH
                    || this == NOT_REGEXP_MATCH;
        }

        /// Whether `a op b op c` is one chain.
        public boolean isAssociative() {
            return ASSOCIATIVE.contains(this);
        }

        @Override
        public boolean isNaturalWithItself() {
            return NATURAL.contains(this);
        }

        /// The operator that says the opposite.
        public Optional<Known> negation() {
            return Optional.ofNullable(switch (this) {
                case EQUAL -> NOT_EQUAL;
                case NOT_EQUAL -> EQUAL;
                case LESS -> GREATER_OR_EQUAL;
                case GREATER_OR_EQUAL -> LESS;
                case GREATER -> LESS_OR_EQUAL;
                case LESS_OR_EQUAL -> GREATER;
                case IS -> IS_NOT;
                case IS_NOT -> IS;
                case LIKE -> NOT_LIKE;
                case NOT_LIKE -> LIKE;
                case ILIKE -> NOT_ILIKE;
                case NOT_ILIKE -> ILIKE;
                case IN -> NOT_IN;
                case NOT_IN -> IN;
                case BETWEEN -> NOT_BETWEEN;
                case NOT_BETWEEN -> BETWEEN;
                case DISTINCT_FROM -> NOT_DISTINCT_FROM;
                case NOT_DISTINCT_FROM -> DISTINCT_FROM;
                case MATCH -> NOT_MATCH;
                case NOT_MATCH -> MATCH;
                case REGEXP_MATCH -> NOT_REGEXP_MATCH;
                case NOT_REGEXP_MATCH -> REGEXP_MATCH;
                default -> ofParts();
            });
        }

        private @Nullable Known ofParts() {
            return switch (this) {
                case STARTS_WITH -> NOT_STARTS_WITH;
                case NOT_STARTS_WITH -> STARTS_WITH;
                case ENDS_WITH -> NOT_ENDS_WITH;
                case NOT_ENDS_WITH -> ENDS_WITH;
                case CONTAINS -> NOT_CONTAINS;
                case NOT_CONTAINS -> CONTAINS;
                case ISTARTS_WITH -> NOT_ISTARTS_WITH;
                case NOT_ISTARTS_WITH -> ISTARTS_WITH;
                case IENDS_WITH -> NOT_IENDS_WITH;
                case NOT_IENDS_WITH -> IENDS_WITH;
                case ICONTAINS -> NOT_ICONTAINS;
                case NOT_ICONTAINS -> ICONTAINS;
                default -> null;
            };
        }
    }

    /// An operator by its symbol (`column.op("~")`); an eager one puts itself into parentheses inside of any other.
    record Custom(String symbol, int precedence, boolean isComparison, boolean isNaturalWithItself, boolean isEager)
            implements
                SqlOperator {}
}
