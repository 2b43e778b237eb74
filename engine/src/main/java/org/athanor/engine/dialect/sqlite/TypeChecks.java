package org.athanor.engine.dialect.sqlite;

import java.util.HashMap;
import java.util.Optional;

import org.athanor.engine.dialect.ConstraintDefinitions;
import org.athanor.engine.dialect.Unsupported;
import org.athanor.engine.schema.Column;
import org.athanor.engine.schema.Constraint;
import org.athanor.engine.type.SqlType;

/// The checks that come with types of columns.
record TypeChecks(ConstraintDefinitions definitions) {
    Optional<Constraint.Check> of(Column column) throws Unsupported {
        return definitions.checkOf(column);
    }

    /// The type without its check.
    static SqlType unchecked(SqlType type) {
        return switch (type) {
            case SqlType.Truth _ -> SqlType.BOOLEAN;
            case SqlType.Enumeration e -> new SqlType.Enumeration(e.values(), e.name(), e.schema(), e.making(),
                    e.nativeType(), false, e.length());
            case SqlType.Variants(var otherwise, var byProduct, var handling) -> {
                var changed = new HashMap<>(byProduct);
                changed.computeIfPresent("sqlite", (_, own) -> unchecked(own));
                yield new SqlType.Variants(unchecked(otherwise), changed, handling);
            }
            default -> type;
        };
    }
}
