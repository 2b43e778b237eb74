package org.athanor.engine.script.python.vocabulary.database;

import java.util.Set;

import org.athanor.engine.script.python.value.Arguments;
import org.athanor.engine.script.python.value.PythonFault;
import org.athanor.engine.script.python.value.Unknown;
import org.athanor.engine.script.python.value.Value;

/// What a word of the ORM gives: part of the description of a model (`relationship(…)`), or a session that nobody has
/// asked anything yet. To decorate a function with it describes the model further; anything else asks the database.
record Mapping(String typeName, String reason) implements Unknown {
    private static final Set<String> DECORATORS = Set.of("validates", "hybrid_method", "hybrid_property",
            "declared_attr", "column_property", "synonym");
    private static final Set<String> REFINEMENTS = Set.of("setter", "getter", "deleter", "expression", "comparator",
            "update_expression", "inplace");
    private static final Set<String> WITHOUT_COLUMNS = Set.of("relationship", "backref", "association_proxy",
            "validates", "hybrid_method", "hybrid_property", "synonym", "reconstructor");

    @Override
    public PythonFault used() {
        return PythonFault.live(reason);
    }

    /// Whether a model has the columns it would have without.
    boolean hasNoColumns() {
        return WITHOUT_COLUMNS.contains(typeName);
    }

    @Override
    public Value attribute(String name) {
        if (REFINEMENTS.contains(name)) {
            return this;
        }
        throw used();
    }

    @Override
    public Value call(Arguments arguments) {
        if (DECORATORS.contains(typeName)) {
            return this;
        }
        throw used();
    }

    @Override
    public boolean takesUnresolved() {
        return true;
    }
}
