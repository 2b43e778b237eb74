package org.athanor.engine.script.python.evaluation;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import org.athanor.engine.script.python.value.Nothing;
import org.athanor.engine.script.python.value.PythonFault;
import org.athanor.engine.script.python.value.Unresolved;
import org.athanor.engine.script.python.value.Value;
import org.jspecify.annotations.Nullable;

/// The names of a module, a class or one call of a function, as they stand, and where to look for others.
final class Frame {
    /// What a frame belongs to.
    enum Kind {
        MODULE, CLASS, FUNCTION, COMPREHENSION
    }

    private final Kind kind;
    private final Map<String, Value> names;
    private final @Nullable Frame outer;
    private final Frame module;
    private final Scope scope;
    private final Function<String, @Nullable Value> builtins;
    private @Nullable FileFunction function;
    private @Nullable Generator generator;
    private Value returned = Nothing.NONE;
    private @Nullable Unresolved others;

    private Frame(Kind kind, @Nullable Frame outer, @Nullable Frame module, Scope scope,
            Function<String, @Nullable Value> builtins) {
        this.kind = kind;
        this.outer = outer;
        this.module = module == null ? this : module;
        this.scope = scope;
        this.builtins = builtins;
        this.names = kind == Kind.FUNCTION || kind == Kind.COMPREHENSION
                ? new HashMap<>()
                : new LinkedHashMap<>();
    }

    static Frame module(Scope scope, Function<String, @Nullable Value> builtins) {
        return new Frame(Kind.MODULE, null, null, scope, builtins);
    }

    Frame inside(Kind of, Scope inner) {
        return new Frame(of, closure(), module, inner, builtins);
    }

    /// A class body sees its own names; the functions in it don't.
    private Frame enclosing() {
        return outer == null ? module : outer;
    }

    static Frame call(FileFunction function, Frame closure, Scope scope) {
        var frame = new Frame(Kind.FUNCTION, closure, closure.module, scope, closure.builtins);
        frame.function = function;
        return frame;
    }

    /// Where functions that are defined here look for names.
    Frame closure() {
        return kind == Kind.CLASS ? enclosing() : this;
    }

    Optional<Frame> outer() {
        return Optional.ofNullable(outer);
    }

    Kind kind() {
        return kind;
    }

    Frame module() {
        return module;
    }

    Map<String, Value> names() {
        return names;
    }

    Value returned() {
        return returned;
    }

    void returns(Value value) {
        returned = value;
    }

    void belongsTo(Generator to) {
        generator = to;
    }

    /// The generator whose body this is part of.
    Optional<Generator> generator() {
        return Optional.ofNullable(generator);
    }

    /// The call of a function that this is, or is part of.
    Optional<Frame> call() {
        for (var frame = this; frame != null; frame = frame.outer) {
            if (frame.function != null) {
                return Optional.of(frame);
            }
        }
        return Optional.empty();
    }

    Optional<FileFunction> function() {
        return Optional.ofNullable(function);
    }

    Value find(String name) {
        var value = look(name);
        if (value == null) {
            throw PythonFault.raised("NameError", "name '%s' is not defined".formatted(name));
        }
        return value;
    }

    @Nullable
    Value look(String name) {
        var start = scope.isGlobal(name) ? module : this;
        for (var frame = start; frame != null; frame = frame.outer) {
            var value = frame.own(name);
            if (value != null) {
                return value;
            }
            if (frame.kind == Kind.FUNCTION && frame.scope.assigns(name)) {
                throw frame == this
                        ? PythonFault.raised("UnboundLocalError",
                                "cannot access local variable '%s' where it is not associated with a value"
                                        .formatted(name))
                        : PythonFault.raised("NameError",
                                "cannot access free variable '%s' where it is not associated with a value in enclosing scope"
                                        .formatted(name));
            }
            if (frame.scope.isGlobal(name)) {
                return module.look(name);
            }
        }
        var builtin = builtins.apply(name);
        return builtin == null ? module.other(name) : builtin;
    }

    /// Says that names may have come from a module that isn't read.
    void mayHave(Unresolved unknown) {
        module.others = unknown;
    }

    private @Nullable Value other(String name) {
        return others == null ? null : others.attribute(name);
    }

    /// A name of this frame alone; one that was imported becomes a value here.
    @Nullable
    Value own(String name) {
        var value = names.get(name);
        if (value instanceof Pending pending) {
            value = pending.value();
            names.put(name, value);
        }
        return value;
    }

    void set(String name, Value value) {
        if (kind == Kind.COMPREHENSION && outer != null && !names.containsKey(name)) {
            outer.set(name, value);
        } else {
            home(name).names.put(name, value);
        }
    }

    /// Binds the variable of a loop in a comprehension, or a parameter.
    void setHere(String name, Value value) {
        names.put(name, value);
    }

    private Frame home(String name) {
        if (scope.isGlobal(name)) {
            return module;
        }
        if (scope.isNonlocal(name)) {
            for (var frame = outer; frame != null; frame = frame.outer) {
                if (frame.kind == Kind.FUNCTION && (frame.names.containsKey(name) || frame.scope.assigns(name))) {
                    return frame.home(name);
                }
            }
            throw PythonFault.raised("SyntaxError", "no binding for nonlocal '%s' found".formatted(name));
        }
        return this;
    }

    void remove(String name) {
        if (home(name).names.remove(name) == null) {
            throw kind == Kind.FUNCTION
                    ? PythonFault.raised("UnboundLocalError",
                            "cannot access local variable '%s' where it is not associated with a value"
                                    .formatted(name))
                    : PythonFault.raised("NameError", "name '%s' is not defined".formatted(name));
        }
    }
}
