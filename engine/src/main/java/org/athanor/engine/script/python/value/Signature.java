package org.athanor.engine.script.python.value;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a function of ours takes, written as in Python: `table_name, column, *, schema=None, **kw`. A parameter with
/// any default may be left out, and then is absent: the default's text is for the reader. `/` and annotations are not
/// known here.
public final class Signature {
    private final String function;
    private final List<String> positions = new ArrayList<>();
    private final Map<String, Boolean> optional = new LinkedHashMap<>();
    private Optional<String> rest = Optional.empty();
    private Optional<String> namedRest = Optional.empty();

    private Signature(String function) {
        this.function = function;
    }

    public static Signature of(String function, String parameters) {
        var signature = new Signature(function);
        boolean nameOnly = false;
        for (var part : parameters.isBlank() ? new String[0] : parameters.split(",", -1)) {
            var text = part.strip();
            var name = text.split("=", 2)[0].strip();
            if (name.startsWith("**")) {
                signature.namedRest = Optional.of(name.substring(2));
            } else if (name.startsWith("*")) {
                nameOnly = true;
                signature.rest = name.length() > 1 ? Optional.of(name.substring(1)) : Optional.empty();
            } else {
                if (!nameOnly) {
                    signature.positions.add(name);
                }
                signature.optional.put(name, text.contains("="));
            }
        }
        return signature;
    }

    /// The arguments by the names of their parameters; Python's own error where they don't fit.
    public Bound bind(Arguments arguments) {
        var values = new LinkedHashMap<String, Value>();
        var more = new ArrayList<Value>();
        var moreNamed = new LinkedHashMap<String, Value>();
        for (int i = 0; i < arguments.positions().size(); i++) {
            if (i < positions.size()) {
                values.put(positions.get(i), arguments.positions().get(i));
            } else {
                more.add(arguments.positions().get(i));
            }
        }
        if (!more.isEmpty() && rest.isEmpty()) {
            throw wrong("%s() takes %d positional arguments but %d were given".formatted(function, positions.size(),
                    arguments.positions().size()));
        }
        arguments.named().forEach((name, value) -> {
            if (values.containsKey(name)) {
                throw wrong("%s() got multiple values for argument '%s'".formatted(function, name));
            }
            if (optional.containsKey(name)) {
                values.put(name, value);
            } else if (namedRest.isPresent()) {
                moreNamed.put(name, value);
            } else {
                throw wrong("%s() got an unexpected keyword argument '%s'".formatted(function, name));
            }
        });
        optional.forEach((name, mayBeLeftOut) -> {
            if (!mayBeLeftOut && !values.containsKey(name)) {
                throw wrong("%s() missing required argument: '%s'".formatted(function, name));
            }
        });
        return new Bound(values, more, moreNamed, arguments.line());
    }

    private static PythonFault wrong(String reason) {
        return PythonFault.raised("TypeError", reason);
    }

    /// Arguments that fit: by parameter, those for `*rest`, and those for `**rest`.
    public record Bound(Map<String, Value> values, List<Value> rest, Map<String, Value> namedRest, int line) {
        public Bound {
            values = Map.copyOf(values);
            rest = List.copyOf(rest);
        }

        public boolean has(String name) {
            return values.containsKey(name);
        }

        /// The argument of a parameter that must be given.
        public Value get(String name) {
            return find(name).orElseThrow(() -> new IllegalStateException("No argument " + name));
        }

        public Optional<Value> find(String name) {
            return Optional.ofNullable(values.get(name));
        }

        /// The argument, if it is given and isn't None.
        public Optional<Value> given(String name) {
            return find(name).filter(v -> v != Nothing.NONE);
        }
    }
}
