package org.athanor.engine.script.python.vocabulary.operations;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

import org.athanor.engine.script.python.value.Arguments;
import org.athanor.engine.script.python.value.BuiltinClasses;
import org.athanor.engine.script.python.value.Instance;
import org.athanor.engine.script.python.value.Metaclass;
import org.athanor.engine.script.python.value.NativeFunction;
import org.athanor.engine.script.python.value.PythonClass;
import org.athanor.engine.script.python.value.PythonFault;
import org.athanor.engine.script.python.value.Value;
import org.athanor.engine.script.python.vocabulary.argument.Given;

/// `alembic.operations.Operations`: a revision may register operations of its own with it, which `op` then has.
public final class OwnOperations implements Value {
    /// `alembic.operations.MigrateOperation`
    public static final PythonClass OPERATION = PythonClass.own("MigrateOperation", List.of(BuiltinClasses.OBJECT),
            (type, _) -> new Instance(type), Metaclass.PLAIN, Set.of(), Map.of());

    private final Map<String, Value> makers = new HashMap<>();
    private final Map<PythonClass, Value> implementations = new HashMap<>();

    @Override
    public String typeName() {
        return "type";
    }

    @Override
    public Value attribute(String member) {
        return switch (member) {
            case "register_operation" -> NativeFunction.of(member, "name, sourcename=None", bound -> {
                var name = new Given(member + "()", bound).text("name");
                var source = new Given(member + "()", bound).optionalText("sourcename").orElse(name);
                return decorator(type -> makers.put(name, type.attribute(source)));
            });
            case "implementation_for" -> NativeFunction.of(member, "op_cls, replace=False", bound -> {
                if (!(bound.get("op_cls") instanceof PythonClass type)) {
                    throw PythonFault.unreadable("Operations.implementation_for() is read for the file's own classes");
                }
                return decorator(function -> implementations.put(type, function));
            });
            default ->
                throw PythonFault.unreadable("alembic.operations.Operations.%s isn't read here".formatted(member));
        };
    }

    private static Value decorator(Consumer<Value> registration) {
        return NativeFunction.of("register", "decorated", bound -> {
            registration.accept(bound.get("decorated"));
            return bound.get("decorated");
        });
    }

    /// The operation of this name, as a member of `op`.
    Optional<Value> find(String name, Value op) {
        return Optional.ofNullable(makers.get(name)).map(maker -> NativeFunction.of("op." + name, "*args, **kw",
                bound -> maker.call(new Arguments(bound.rest(), bound.namedRest(), bound.line()).after(op))));
    }

    /// `op.invoke(operation)`
    Value invoke(Value operation, Value op) {
        var implementation = operation instanceof Instance instance ? implementations.get(instance.type()) : null;
        if (implementation == null) {
            throw PythonFault.unreadable("op.invoke() of a %s runs code that isn't read here"
                    .formatted(operation.typeName()));
        }
        return implementation.call(Arguments.of(op, operation));
    }
}
