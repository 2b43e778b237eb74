package org.athanor.engine.script.python.vocabulary.expressions;

import java.util.Optional;

import org.athanor.engine.expression.SqlExpression;
import org.athanor.engine.script.python.tree.Comparator;
import org.athanor.engine.script.python.tree.Operator;
import org.athanor.engine.script.python.value.Value;

/// A value that stands for SQL. Operators and methods make new expressions of it; `==` too, so that it has no truth.
public interface ExpressionValue extends Value {
    SqlExpression expression();

    /// The value of an expression.
    static ExpressionValue of(SqlExpression expression) {
        return new PlainExpression(expression);
    }

    /// Whether it is a column with all that is said of it (`sa.Column`).
    default boolean isDefinedColumn() {
        return false;
    }

    /// The same, with the values that it is executed with.
    default ExpressionValue bound(ParameterSet set) {
        return of(set.filled(expression()));
    }

    @Override
    default Value attribute(String name) {
        return ExpressionMethods.method(this, name).orElseGet(() -> Value.super.attribute(name));
    }

    @Override
    default Optional<Value> operate(Operator operator, Value right) {
        return ExpressionOperators.operate(this, operator, right);
    }

    @Override
    default Optional<Value> operateReversed(Operator operator, Value left) {
        return ExpressionOperators.operateReversed(this, operator, left);
    }

    @Override
    default Optional<Value> compare(Comparator comparator, Value right) {
        return ExpressionOperators.compare(this, comparator, right);
    }

    @Override
    default Optional<Value> invert() {
        return ExpressionOperators.invert(this);
    }

    @Override
    default Optional<Value> negate() {
        return ExpressionOperators.negate(this);
    }

    @Override
    default Value item(Value key) {
        return ExpressionOperators.item(this, key);
    }

    @Override
    default boolean truth() {
        return ExpressionOperators.truth(this);
    }

    @Override
    default String shown() {
        return ExpressionText.of(expression()).orElseGet(Value.super::shown);
    }
}
