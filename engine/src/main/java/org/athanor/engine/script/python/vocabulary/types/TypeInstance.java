package org.athanor.engine.script.python.vocabulary.types;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import org.athanor.engine.operation.Operation;
import org.athanor.engine.script.python.value.NativeFunction;
import org.athanor.engine.script.python.value.Nothing;
import org.athanor.engine.script.python.value.PythonFault;
import org.athanor.engine.script.python.value.Sequence;
import org.athanor.engine.script.python.value.Signature.Bound;
import org.athanor.engine.script.python.value.Text;
import org.athanor.engine.script.python.value.Value;
import org.athanor.engine.script.python.vocabulary.argument.Given;
import org.athanor.engine.script.python.vocabulary.record.Connection;
import org.athanor.engine.type.SqlType;

/// A type with its arguments: `sa.String(50)`.
public record TypeInstance(TypeClass madeBy, SqlType type, Map<String, Value> arguments) implements SqlTypeValue {
    public TypeInstance {
        arguments = Map.copyOf(arguments);
    }

    @Override
    public String typeName() {
        return madeBy.name();
    }

    @Override
    public Value attribute(String member) {
        return switch (member) {
            case "with_variant" -> NativeFunction.of("with_variant", "type_, *dialect_names", this::withVariant);
            case "copy" -> NativeFunction.of("copy", "**kw", _ -> this);
            case "create" -> NativeFunction.of("create", "bind, checkfirst=False", this::create);
            case "drop" -> NativeFunction.of("drop", "bind, checkfirst=False", this::drop);
            case "__class__" -> madeBy;
            case "name" -> name();
            case "enums" -> enums();
            default -> Optional.ofNullable(arguments.get(member)).orElseGet(() -> missing(member));
        };
    }

    private Value missing(String member) {
        if (madeBy.takes(member)) {
            return Nothing.NONE;
        }
        return SqlTypeValue.super.attribute(member);
    }

    private Value name() {
        return type instanceof SqlType.Enumeration e
                ? e.name().<Value>map(n -> new Text(n.text())).orElse(Nothing.NONE)
                : Optional.ofNullable(arguments.get("name")).orElseGet(() -> missing("name"));
    }

    private Value enums() {
        return type instanceof SqlType.Enumeration e
                ? new Sequence(e.values().stream().map(Text::new).toList())
                : SqlTypeValue.super.attribute("enums");
    }

    private Value withVariant(Bound bound) {
        var products = new LinkedHashMap<String, SqlType>();
        var base = type;
        var handling = Optional.<SqlType.Handling>empty();
        if (type instanceof SqlType.Variants variants) {
            handling = variants.handling();
            base = variants.otherwise();
            products.putAll(variants.byProduct());
        }
        var variant = Types.of(bound.get("type_"), "with_variant()", "type_");
        for (var product : bound.rest()) {
            products.put(Given.asText(product).orElseThrow(() -> PythonFault.raised("TypeError",
                    "with_variant(): the names of dialects must be texts, not " + product.typeName())), variant);
        }
        if (bound.rest().isEmpty()) {
            throw PythonFault.raised("ArgumentError", "At least one dialect name is required");
        }
        return new TypeInstance(madeBy, new SqlType.Variants(base, products, handling), arguments);
    }

    private Value create(Bound bound) {
        var connection = connection(bound, "create");
        boolean checkFirst = checkFirst(bound);
        made(connection, e -> new Operation.CreateEnumeration(e, checkFirst),
                d -> new Operation.CreateDomain(d, checkFirst))
                .ifPresent(o -> connection.recorder().record(o, bound.line()));
        return Nothing.NONE;
    }

    private Value drop(Bound bound) {
        var connection = connection(bound, "drop");
        boolean checkFirst = checkFirst(bound);
        made(connection, e -> new Operation.DropEnumeration(e, checkFirst),
                d -> new Operation.DropDomain(d, checkFirst))
                .ifPresent(o -> connection.recorder().record(o, bound.line()));
        return Nothing.NONE;
    }

    private boolean checkFirst(Bound bound) {
        return bound.find("checkfirst").map(Value::truth).orElse(madeBy.checksFirst());
    }

    private Connection connection(Bound bound, String function) {
        return Types.connection(bound.get("bind"), "%s.%s()".formatted(typeName(), function));
    }

    /// What becomes of a type that a product makes on its own; nothing where it needs no making.
    private Optional<Operation> made(Connection connection, Function<SqlType.Enumeration, Operation> enumeration,
            Function<SqlType.Domain, Operation> domain) {
        return switch (Types.on(connection.product(), type)) {
            case SqlType.Enumeration e when e.nativeType() -> Optional.of(enumeration.apply(e));
            case SqlType.Domain d -> Optional.of(domain.apply(d));
            case SqlType.Enumeration _,SqlType.Truth _ -> Optional.empty();
            default -> throw PythonFault.raised("AttributeError",
                    "'%s' object has no attribute 'create'".formatted(typeName()));
        };
    }

    @Override
    public String shown() {
        return TypeText.of(type).orElseGet(SqlTypeValue.super::shown);
    }

    /// As in Python, two types are equal only if they are one.
    @Override
    @SuppressWarnings("ReferenceEquality")
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
