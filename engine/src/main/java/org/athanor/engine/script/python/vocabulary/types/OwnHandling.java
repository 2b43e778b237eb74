package org.athanor.engine.script.python.vocabulary.types;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.athanor.engine.script.python.value.Arguments;
import org.athanor.engine.script.python.value.Instance;
import org.athanor.engine.script.python.value.PythonFault;
import org.athanor.engine.script.python.value.Value;
import org.athanor.engine.type.SqlType;

/// What a type of the revision's own does with values: `process_literal_param` or `process_bind_param` makes others of them.
public record OwnHandling(Instance type, Optional<String> method) implements SqlType.Handling {
    private static final List<String> METHODS = List.of("process_literal_param", "process_bind_param");
    private static final Set<String> UNREAD = Set.of("bind_processor", "literal_processor", "bind_expression",
            "comparator_factory", "coerce_compared_value", "coerce_to_is_types");
    private static final String RESULT = "column_expression";

    static Optional<SqlType.Handling> of(Instance type) {
        var method = METHODS.stream().filter(m -> type.special(m).isPresent()).findFirst();
        boolean more = type.special(RESULT).isPresent() || UNREAD.stream().anyMatch(m -> type.special(m).isPresent());
        return method.isPresent() || more ? Optional.of(new OwnHandling(type, method)) : Optional.empty();
    }

    /// What a value becomes; unknown where that isn't the same on all products.
    public Value processed(Value value) {
        UNREAD.stream().filter(m -> type.special(m).isPresent()).findFirst().ifPresent(m -> {
            throw PythonFault.unreadable("%s.%s: what it makes of values isn't read".formatted(type.typeName(), m));
        });
        if (method.isEmpty()) {
            return value;
        }
        var function = type.attribute(method.get());
        var first = function.call(Arguments.of(value, new TypeDialect(OwnTypes.PRODUCTS.getFirst())));
        var last = function.call(Arguments.of(value, new TypeDialect(OwnTypes.PRODUCTS.getLast())));
        if (!first.written().equals(last.written())) {
            throw PythonFault.unreadable("%s.%s() gives another value for each product; that isn't read"
                    .formatted(type.typeName(), method.get()));
        }
        return first;
    }

    /// Refuses to select a column that the type puts into an expression.
    public static void refuseSelected(SqlType of) {
        if (of instanceof SqlType.Variants variants && variants.handling().orElse(null) instanceof OwnHandling own
                && own.type.special(RESULT).isPresent()) {
            throw PythonFault.unreadable("%s.%s: what it makes of columns isn't read".formatted(own.type.typeName(),
                    RESULT));
        }
    }

    /// The value as it is after its type has handled it.
    public static Value handled(Value value, SqlType by) {
        return by instanceof SqlType.Variants variants && variants.handling().orElse(null) instanceof OwnHandling own
                ? own.processed(value)
                : value;
    }
}
