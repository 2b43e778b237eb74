package org.athanor.engine.script.python.tree;

import java.util.List;
import java.util.Optional;

/// What a function takes.
public record Parameters(List<Parameter> parameters) {
    public static final Parameters NONE = new Parameters(List.of());

    public Parameters {
        parameters = List.copyOf(parameters);
    }

    /// In the order in which they are written; defaults belong to their parameter.
    public record Parameter(String name, Kind kind, Optional<Expression> fallback, Optional<Expression> annotation) {}

    /// How a parameter is given.
    public enum Kind {
        POSITION_ONLY, POSITION_OR_NAME, REST, NAME_ONLY, NAMED_REST
    }
}
