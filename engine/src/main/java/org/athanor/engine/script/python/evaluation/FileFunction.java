package org.athanor.engine.script.python.evaluation;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.athanor.engine.script.python.tree.Expression;
import org.athanor.engine.script.python.tree.Instruction;
import org.athanor.engine.script.python.tree.Parameters;
import org.athanor.engine.script.python.value.Arguments;
import org.athanor.engine.script.python.value.Descriptor;
import org.athanor.engine.script.python.value.Dictionary;
import org.athanor.engine.script.python.value.Nothing;
import org.athanor.engine.script.python.value.PythonClass;
import org.athanor.engine.script.python.value.PythonFault;
import org.athanor.engine.script.python.value.Text;
import org.athanor.engine.script.python.value.Tuple;
import org.athanor.engine.script.python.value.Value;
import org.jspecify.annotations.Nullable;

/// A function of the file, or a lambda.
final class FileFunction implements Descriptor {
    private final Evaluation evaluation;
    private final String name;
    private final Parameters parameters;
    private final List<Optional<Value>> fallbacks;
    private final List<Instruction> body;
    private final Optional<Expression> result;
    private final Frame closure;
    private final boolean asynchronous;
    private final Map<String, Value> attributes = new HashMap<>();
    private @Nullable Scope scope;
    private @Nullable PythonClass owner;

    FileFunction(Evaluation evaluation, String name, Parameters parameters, List<Optional<Value>> fallbacks,
            List<Instruction> body, Optional<Expression> result, Frame closure, boolean asynchronous) {
        this.evaluation = evaluation;
        this.name = name;
        this.parameters = parameters;
        this.fallbacks = fallbacks;
        this.body = body;
        this.result = result;
        this.closure = closure;
        this.asynchronous = asynchronous;
    }

    Parameters parameters() {
        return parameters;
    }

    /// The class in whose body the function is defined: what `super()` starts from.
    Optional<PythonClass> owner() {
        return Optional.ofNullable(owner);
    }

    void belongsTo(PythonClass type) {
        owner = owner == null ? type : owner;
    }

    @Override
    public String typeName() {
        return "function";
    }

    @Override
    public boolean takesUnresolved() {
        return true;
    }

    @Override
    public Value inObject(Value object, PythonClass type) {
        return new BoundMethod(object, this);
    }

    @Override
    public Value call(Arguments arguments) {
        if (asynchronous) {
            throw PythonFault.unreadable("%s() is asynchronous; that isn't read here".formatted(name));
        }
        var names = scope();
        var frame = Frame.call(this, closure, names);
        bind(arguments, frame);
        if (names.yields()) {
            return new Generator(evaluation, name, frame, body);
        }
        evaluation.budget().descend();
        try {
            if (result.isPresent()) {
                return evaluation.expressions().value(result.get(), frame);
            }
            return evaluation.instructions().run(body, frame) == Signal.RETURN ? frame.returned() : Nothing.NONE;
        } finally {
            evaluation.budget().ascend();
        }
    }

    private Scope scope() {
        if (scope == null) {
            scope = evaluation.scope(body);
        }
        return scope;
    }

    private void bind(Arguments arguments, Frame frame) {
        var given = arguments.positions();
        var all = parameters.parameters();
        Map<String, Value> named = arguments.named().isEmpty() ? Map.of() : new LinkedHashMap<>(arguments.named());
        int next = 0;
        boolean takesRest = false;
        for (int i = 0; i < all.size(); i++) {
            var parameter = all.get(i);
            switch (parameter.kind()) {
                case POSITION_ONLY, POSITION_OR_NAME -> {
                    if (next < given.size()) {
                        refuseTwice(parameter, named);
                        frame.setHere(parameter.name(), given.get(next++));
                    } else {
                        bindNamed(i, parameter.kind() == Parameters.Kind.POSITION_ONLY ? Map.of() : named, frame);
                    }
                }
                case NAME_ONLY -> bindNamed(i, named, frame);
                case REST -> {
                    takesRest = true;
                    frame.setHere(parameter.name(), new Tuple(
                            given.subList(Math.min(next, given.size()), given.size())));
                }
                case NAMED_REST -> {
                    // Bound below, from what the others leave.
                }
            }
        }
        if (next < given.size() && !takesRest) {
            throw wrong("takes %s but %d %s given".formatted(accepted(), given.size(),
                    given.size() == 1 ? "was" : "were"));
        }
        bindRest(named, frame);
    }

    private void refuseTwice(Parameters.Parameter parameter, Map<String, Value> named) {
        if (parameter.kind() == Parameters.Kind.POSITION_OR_NAME && named.containsKey(parameter.name())) {
            throw wrong("got multiple values for argument '%s'".formatted(parameter.name()));
        }
    }

    private void bindNamed(int index, Map<String, Value> named, Frame frame) {
        var parameter = parameters.parameters().get(index);
        var value = named.isEmpty() ? null : named.remove(parameter.name());
        if (value == null) {
            value = fallbacks.get(index).orElseThrow(() -> {
                refuseUnknown(named);
                return wrong(missing(parameter));
            });
        }
        frame.setHere(parameter.name(), value);
    }

    private void refuseUnknown(Map<String, Value> named) {
        for (var name : named.keySet()) {
            boolean known = false;
            for (var parameter : parameters.parameters()) {
                known |= parameter.kind() == Parameters.Kind.NAMED_REST || parameter.name().equals(name);
            }
            if (!known) {
                throw wrong("got an unexpected keyword argument '%s'".formatted(name));
            }
        }
    }

    private static String missing(Parameters.Parameter parameter) {
        return "missing 1 required %s argument: '%s'".formatted(
                parameter.kind() == Parameters.Kind.NAME_ONLY ? "keyword-only" : "positional", parameter.name());
    }

    private String accepted() {
        long most = parameters.parameters().stream().filter(p -> p.kind() == Parameters.Kind.POSITION_ONLY
                || p.kind() == Parameters.Kind.POSITION_OR_NAME).count();
        return "%d positional argument%s".formatted(most, most == 1 ? "" : "s");
    }

    private void bindRest(Map<String, Value> named, Frame frame) {
        for (var parameter : parameters.parameters()) {
            if (parameter.kind() == Parameters.Kind.NAMED_REST) {
                frame.setHere(parameter.name(), Dictionary.of(named));
                return;
            }
        }
        if (!named.isEmpty()) {
            throw wrong("got an unexpected keyword argument '%s'".formatted(named.keySet().iterator().next()));
        }
    }

    private PythonFault wrong(String reason) {
        return PythonFault.raised("TypeError", "%s() %s".formatted(name, reason));
    }

    @Override
    public Value attribute(String member) {
        var own = attributes.get(member);
        if (own != null) {
            return own;
        }
        return switch (member) {
            case "__name__", "__qualname__" -> new Text(name);
            case "__doc__" -> Documentation.of(body);
            case "__module__" -> closure.module().find("__name__");
            case "__dict__" -> Dictionary.of(attributes);
            case "__annotations__" -> new Dictionary(Map.of());
            case "__call__" -> this;
            default -> Descriptor.super.attribute(member);
        };
    }

    @Override
    public void assign(String member, Value other) {
        attributes.put(member, other);
    }

    @Override
    public String written() {
        return "<function %s>".formatted(name);
    }
}
