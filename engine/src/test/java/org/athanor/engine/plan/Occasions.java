package org.athanor.engine.plan;

import org.athanor.engine.dialect.Dialect;
import org.athanor.engine.operation.Evolution;
import org.athanor.engine.schema.Schema;
import org.athanor.engine.script.Occasion;

/// Occasions for tests that need no database.
public final class Occasions {
    private Occasions() {}

    /// An empty database of this product.
    public static Occasion on(Dialect dialect) {
        return new Occasion(dialect, Occasion.Mode.OFFLINE, Evolution.from(Schema.EMPTY, dialect.grammar()));
    }
}
