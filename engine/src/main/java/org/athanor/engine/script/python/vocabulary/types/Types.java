package org.athanor.engine.script.python.vocabulary.types;

import org.athanor.engine.script.python.value.Nothing;
import org.athanor.engine.script.python.value.PythonFault;
import org.athanor.engine.script.python.value.Unresolved;
import org.athanor.engine.script.python.value.Value;
import org.athanor.engine.script.python.vocabulary.record.Connection;
import org.athanor.engine.type.SqlType;

/// Types out of the values that stand for them.
public final class Types {
    private Types() {}

    /// The type that a value names; none where the value is None.
    public static SqlType of(Value value, String function, String argument) {
        return switch (value) {
            case SqlTypeValue type -> type.type();
            case Nothing _ -> SqlType.UNKNOWN;
            case Unresolved unresolved -> throw unresolved.used();
            default -> OwnTypes.of(value).orElseThrow(() -> PythonFault.raised("ArgumentError",
                    "%s: argument '%s' must be a type such as sa.Integer or sa.String(50), not %s".formatted(function,
                            argument, value.typeName())));
        };
    }

    /// Whether a value names a type.
    public static boolean isType(Value value) {
        return value instanceof SqlTypeValue || OwnTypes.isType(value);
    }

    /// The type as it is on one product.
    public static SqlType on(String product, SqlType type) {
        return type instanceof SqlType.Variants variants
                ? variants.byProduct().getOrDefault(product, variants.otherwise())
                : type;
    }

    /// The connection that an argument is.
    public static Connection connection(Value bind, String function) {
        if (bind instanceof Connection connection) {
            return connection;
        }
        throw PythonFault.raised("TypeError",
                "%s: argument 'bind' must be a connection such as op.get_bind(), not %s".formatted(function,
                        bind.typeName()));
    }
}
