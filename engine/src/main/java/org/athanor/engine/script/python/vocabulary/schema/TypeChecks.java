package org.athanor.engine.script.python.vocabulary.schema;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.athanor.engine.expression.Combined;
import org.athanor.engine.expression.Constant;
import org.athanor.engine.expression.SqlExpression;
import org.athanor.engine.expression.SqlOperator.Known;
import org.athanor.engine.schema.Constraint;
import org.athanor.engine.schema.Constraint.Timing;
import org.athanor.engine.script.python.vocabulary.types.Types;
import org.athanor.engine.type.Name;
import org.athanor.engine.type.SqlType;

/// The checks with which types without a counterpart in the product keep to their values (`create_constraint=True`).
public final class TypeChecks {
    private TypeChecks() {}

    /// The check of a column of a type, where the product needs one.
    public static Optional<Constraint> of(String column, SqlType type, String product) {
        boolean spoken = product.equals("postgresql");
        return switch (Types.on(product, type)) {
            case SqlType.Truth(boolean checked, var name) when checked && !spoken ->
                Optional.of(check(column, SqlType.INTEGER, name, numbers()));
            case SqlType.Enumeration e when e.checked() && !(spoken && e.nativeType()) ->
                Optional.of(check(column, SqlType.TEXT, e.name(), texts(e.values())));
            default -> Optional.empty();
        };
    }

    private static Constraint check(String column, SqlType type, Optional<Name> name, List<SqlExpression> values) {
        var condition = new Combined.Binary(SqlExpression.column(column, type), Known.IN,
                new SqlExpression.Items(values, type), SqlType.BOOLEAN);
        return new Constraint.Check(name, condition, Optional.of(column), Timing.UNSAID, Map.of());
    }

    private static List<SqlExpression> numbers() {
        return Stream.of(BigInteger.ZERO, BigInteger.ONE)
                .<SqlExpression>map(n -> new SqlExpression.Literal(new Constant.Whole(n), SqlType.INTEGER)).toList();
    }

    private static List<SqlExpression> texts(List<String> values) {
        return values.stream()
                .<SqlExpression>map(v -> new SqlExpression.Literal(new Constant.Text(v), SqlType.TEXT)).toList();
    }
}
