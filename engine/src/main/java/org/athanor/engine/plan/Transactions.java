package org.athanor.engine.plan;

import java.util.Locale;

import org.athanor.engine.dialect.Product;

/// How a run is cut into transactions.
public enum Transactions {
    ONE_FOR_ALL, ONE_PER_STEP;

    /// As the project says, and where it says nothing as Alembic does: one for all on PostgreSQL. On SQLite it is one
    /// per step whatever the project says.
    public static Transactions of(Product product, boolean perMigration) {
        return product == Product.SQLITE || perMigration ? ONE_PER_STEP : ONE_FOR_ALL;
    }

    /// The name used in JSON: `one-for-all`.
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
