package org.athanor.engine.project;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// An `.ini` section first, and what it lacks from the `pyproject.toml` beside it.
record LayeredSettings(Settings above, Settings below) implements Settings {
    @Override
    public Optional<Value> get(String key) {
        return above.get(key).or(() -> below.get(key));
    }

    @Override
    public List<String> keys() {
        return Stream.concat(above.keys().stream(), below.keys().stream()).distinct().toList();
    }
}
