package org.athanor.engine.script.python.library;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

import org.athanor.engine.script.python.value.Module;
import org.athanor.engine.script.python.value.NativeFunction;
import org.athanor.engine.script.python.value.PythonClass;
import org.athanor.engine.script.python.value.Signature;
import org.athanor.engine.script.python.value.Value;

/// The members of a module, as it is put together.
final class Members {
    private final Map<String, Supplier<Value>> all = new LinkedHashMap<>();

    Members function(String name, String parameters, Function<Signature.Bound, Value> body) {
        all.put(name, () -> NativeFunction.of(name, parameters, body));
        return this;
    }

    /// A function that may be given what isn't known.
    Members tolerant(String name, String parameters, Function<Signature.Bound, Value> body) {
        all.put(name, () -> Tolerant.of(name, parameters, body));
        return this;
    }

    Members value(String name, Value value) {
        all.put(name, () -> value);
        return this;
    }

    Members lazily(String name, Supplier<Value> value) {
        all.put(name, value);
        return this;
    }

    Members type(PythonClass type) {
        return value(type.name(), type);
    }

    Members nothing(String... names) {
        for (var name : names) {
            all.put(name, () -> Tolerant.nothing(name));
        }
        return this;
    }

    Module module(String name) {
        return new Module(name, all);
    }
}
