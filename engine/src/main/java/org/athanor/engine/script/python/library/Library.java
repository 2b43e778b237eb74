package org.athanor.engine.script.python.library;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

import org.athanor.engine.script.python.value.Module;
import org.athanor.engine.script.python.value.Modules;
import org.athanor.engine.script.python.value.Value;
import org.jspecify.annotations.Nullable;

/// The modules that come with Python, as far as they are pure.
public final class Library implements Modules {
    private final Paths paths;
    private final RandomGenerator random;
    private final Map<String, Optional<Value>> made = new HashMap<>();

    /// Paths that are not absolute start from the folder of the files.
    public Library(ReadableFiles files, RandomGenerator random) {
        this.paths = new Paths(files);
        this.random = random;
    }

    /// The names that every file knows, but `open`.
    public static Map<String, Value> builtins() {
        return Builtins.ALL;
    }

    /// `open`, which reads files of the project.
    public Value open() {
        return paths.open();
    }

    @Override
    public Optional<Value> module(String name) {
        var module = made.get(name);
        if (module == null) {
            module = Optional.ofNullable(make(name));
            made.put(name, module);
        }
        return module;
    }

    private @Nullable Module make(String name) {
        return switch (name) {
            case "datetime" -> Times.datetime();
            case "zoneinfo" -> Times.zones();
            case "time" -> Times.time();
            case "uuid" -> Uuids.module(random);
            case "json" -> Json.module();
            case "re" -> Regex.module();
            case "textwrap" -> Texts.textwrap();
            case "string" -> Texts.string();
            case "unicodedata" -> Texts.unicode();
            case "itertools" -> Itertools.module();
            case "collections" -> Collections.module();
            case "functools" -> Functools.module();
            case "contextlib" -> Contexts.module();
            case "enum" -> Enums.module();
            case "dataclasses" -> Dataclasses.module();
            case "operator" -> Operators.module();
            case "decimal" -> Maths.decimal();
            case "math" -> Maths.math();
            case "random" -> Maths.random();
            case "secrets" -> Maths.secrets();
            case "hashlib" -> Hashes.hashlib();
            case "base64" -> Hashes.base64();
            case "binascii" -> Hashes.binascii();
            case "os" -> paths.os();
            case "os.path", "posixpath" -> paths.osPath();
            case "pathlib" -> paths.pathlib();
            case "io" -> Streams.io();
            case "csv" -> Streams.csv();
            default -> Quiet.module(name);
        };
    }
}
