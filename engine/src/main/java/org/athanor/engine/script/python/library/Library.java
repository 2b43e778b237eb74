package org.athanor.engine.script.python.library;

import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

import org.athanor.engine.script.python.value.Modules;
import org.athanor.engine.script.python.value.Value;

/// The modules that come with Python, as far as they are pure.
public final class Library implements Modules {
    private final ReadableFiles files;
    private final Path file;
    private final Instant now;
    private final RandomGenerator random;
    private final Map<String, Optional<Value>> made = new HashMap<>();

    /// `file` is the revision's own: paths that are not absolute start from the project.
    public Library(ReadableFiles files, Path file, Instant now, RandomGenerator random) {
        this.files = files;
        this.file = file;
        this.now = now;
        this.random = random;
    }

    public Map<String, Value> builtins() {
        return Builtins.ALL;
    }

    @Override
    public Optional<Value> module(String name) {
        var module = made.get(name);
        if (module == null) {
            module = Optional.empty();
            made.put(name, module);
        }
        return module;
    }
}
