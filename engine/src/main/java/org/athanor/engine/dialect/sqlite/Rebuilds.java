package org.athanor.engine.dialect.sqlite;

import java.util.Optional;

import org.athanor.engine.dialect.Dialect;
import org.athanor.engine.operation.Evolution;
import org.athanor.engine.operation.Grammar;
import org.athanor.engine.operation.Operation;

/// Changes of a table that SQLite can only make by copying it.
public final class Rebuilds {
    Rebuilds(Dialect dialect, Grammar grammar) {}

    Optional<Evolution.Standing> copied(Operation.Rebuild rebuild, Evolution before) {
        return Optional.empty();
    }
}
