package org.athanor.engine.database;

import org.athanor.engine.hazard.LockMode;
import org.athanor.engine.schema.TableName;

/// A lock on a table that was there before.
public record TableLock(TableName table, LockMode mode) {
    /// `shop.orders: ACCESS EXCLUSIVE`
    @Override
    public String toString() {
        return table + ": " + mode.words();
    }
}
