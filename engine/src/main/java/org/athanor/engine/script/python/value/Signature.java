package org.athanor.engine.script.python.value;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

/// What a function of ours takes, written as in Python: `table_name, column, *, schema=None, **kw`. A parameter with
/// any default may be left out, and then is absent: the default's text is for the reader. Parameters before a `/` are
/// given by position alone. A default that ends in `!` must stay as it is: the parameter is known, and not read, so that a
/// call which gives it anything else is refused. Annotations are not known here.
public final class Signature {
    /// What was written so once is read once: most of the same few functions are asked for by each revision.
    private static final Map<String, Map<String, Signature>> KNOWN = new ConcurrentHashMap<>();

    private final String function;
    private final String[] names;
    private final Map<String, Integer> places = new HashMap<>();
    private final boolean[] optional;
    private final int unnamed;
    private final int positions;
    private final Map<String, String> unread = new LinkedHashMap<>();
    private final boolean rest;
    private final boolean namedRest;

    private Signature(String function, List<String> names, List<Boolean> optional, int unnamed, int positions,
            boolean rest, boolean namedRest) {
        this.function = function;
        this.names = names.toArray(String[]::new);
        for (int i = 0; i < this.names.length; i++) {
            places.putIfAbsent(this.names[i], i);
        }
        this.optional = new boolean[names.size()];
        for (int i = 0; i < this.optional.length; i++) {
            this.optional[i] = optional.get(i);
        }
        this.unnamed = unnamed;
        this.positions = positions < 0 ? names.size() : positions;
        this.rest = rest;
        this.namedRest = namedRest;
    }

    public static Signature of(String function, String parameters) {
        var known = KNOWN.get(parameters);
        if (known == null) {
            known = KNOWN.computeIfAbsent(parameters, _ -> new ConcurrentHashMap<>());
        }
        var signature = known.get(function);
        return signature == null ? known.computeIfAbsent(function, _ -> read(function, parameters)) : signature;
    }

    private static Signature read(String function, String parameters) {
        var names = new ArrayList<String>();
        var optional = new ArrayList<Boolean>();
        var unread = new LinkedHashMap<String, String>();
        int unnamed = 0;
        int positions = -1;
        boolean rest = false;
        boolean namedRest = false;
        for (var part : parameters.isBlank() ? new String[0] : parameters.split(",", -1)) {
            var text = part.strip();
            var name = text.split("=", 2)[0].strip();
            if (name.equals("/")) {
                unnamed = names.size();
            } else if (name.startsWith("**")) {
                namedRest = true;
            } else if (name.startsWith("*")) {
                positions = names.size();
                rest = name.length() > 1;
            } else {
                names.add(name);
                optional.add(text.contains("="));
                if (text.endsWith("!")) {
                    unread.put(name, text.substring(text.indexOf('=') + 1, text.length() - 1));
                }
            }
        }
        var signature = new Signature(function, names, optional, unnamed, positions, rest, namedRest);
        signature.unread.putAll(unread);
        return signature;
    }

    /// The arguments by the names of their parameters; Python's own error where they don't fit.
    public Bound bind(Arguments arguments) {
        var given = arguments.positions();
        var values = new @Nullable Value[names.length];
        int count = Math.min(given.size(), positions);
        for (int i = 0; i < count; i++) {
            values[i] = given.get(i);
        }
        if (given.size() > positions && !rest) {
            throw wrong("%s() takes %d positional arguments but %d were given".formatted(function, positions,
                    given.size()));
        }
        Map<String, Value> moreNamed = Map.of();
        for (var entry : arguments.namedAsTheyAre().entrySet()) {
            int i = index(entry.getKey());
            if (i >= unnamed && values[i] != null) {
                throw wrong("%s() got multiple values for argument '%s'".formatted(function, entry.getKey()));
            }
            if (i >= unnamed) {
                values[i] = entry.getValue();
            } else if (namedRest) {
                moreNamed = moreNamed.isEmpty() ? new LinkedHashMap<>() : moreNamed;
                moreNamed.put(entry.getKey(), entry.getValue());
            } else {
                throw wrong("%s() got an unexpected keyword argument '%s'".formatted(function, entry.getKey()));
            }
        }
        for (int i = 0; i < values.length; i++) {
            refuseUnread(names[i], values[i]);
            if (values[i] == null && !optional[i]) {
                throw wrong("%s() missing required argument: '%s'%s".formatted(function, names[i],
                        moreNamed.isEmpty() ? "" : "; it was given %s".formatted(moreNamed.keySet())));
            }
        }
        return new Bound(this, values, given.size() > positions ? given.subList(positions, given.size()) : List.of(),
                moreNamed, arguments.line());
    }

    private void refuseUnread(String name, @Nullable Value value) {
        var fallback = value == null || unread.isEmpty() ? null : unread.get(name);
        if (fallback != null && value != null && value != Nothing.NONE && !value.written().equals(fallback)) {
            throw PythonFault.unreadable("%s(%s=…) isn't read here".formatted(function, name));
        }
    }

    private int index(String name) {
        var place = places.get(name);
        return place == null ? -1 : place;
    }

    private static PythonFault wrong(String reason) {
        return PythonFault.raised("TypeError", reason);
    }

    /// Arguments that fit: by parameter, those for `*rest`, and those for `**rest`.
    public static final class Bound {
        private final Signature signature;
        private final @Nullable Value[] given;
        private final List<Value> rest;
        private final Map<String, Value> namedRest;
        private final int line;

        private Bound(Signature signature, @Nullable Value[] given, List<Value> rest, Map<String, Value> namedRest,
                int line) {
            this.signature = signature;
            this.given = given;
            this.rest = rest;
            this.namedRest = namedRest;
            this.line = line;
        }

        /// Those that were given, in the order of the parameters.
        public Map<String, Value> values() {
            var values = new LinkedHashMap<String, Value>();
            for (int i = 0; i < given.length; i++) {
                var value = given[i];
                if (value != null) {
                    values.put(signature.names[i], value);
                }
            }
            return values;
        }

        public List<Value> rest() {
            return rest;
        }

        public Map<String, Value> namedRest() {
            return Collections.unmodifiableMap(namedRest);
        }

        public int line() {
            return line;
        }

        public boolean has(String name) {
            return value(name) != null;
        }

        /// The argument of a parameter that must be given.
        public Value get(String name) {
            var value = value(name);
            if (value == null) {
                throw new IllegalStateException("No argument " + name);
            }
            return value;
        }

        /// The argument, or what stands for it.
        public Value get(String name, Value otherwise) {
            var value = value(name);
            return value == null ? otherwise : value;
        }

        public Optional<Value> find(String name) {
            return Optional.ofNullable(value(name));
        }

        /// The argument, if it is given and isn't None.
        public Optional<Value> given(String name) {
            var value = value(name);
            return value == null || value == Nothing.NONE ? Optional.empty() : Optional.of(value);
        }

        private @Nullable Value value(String name) {
            int place = signature.index(name);
            return place < 0 ? null : given[place];
        }
    }
}
