package org.athanor.engine.script.python.vocabulary.database;

import java.util.Optional;

import org.athanor.engine.script.python.value.Arguments;
import org.athanor.engine.script.python.value.Value;

/// The class of a product's dialect: revisions ask whether theirs is one (`isinstance(bind.dialect, PGDialect)`).
record DialectClass(String product) implements Value {
    @Override
    public String typeName() {
        return "type";
    }

    @Override
    public Value call(Arguments arguments) {
        return new DialectValue(product, Optional.empty());
    }

    @Override
    public Optional<Boolean> describes(Value other) {
        return other instanceof DialectValue dialect
                ? Optional.of(dialect.product().equals(product))
                : Value.super.describes(other);
    }
}
