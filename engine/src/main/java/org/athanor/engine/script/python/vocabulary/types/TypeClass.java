package org.athanor.engine.script.python.vocabulary.types;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import org.athanor.engine.script.python.value.Arguments;
import org.athanor.engine.script.python.value.Signature;
import org.athanor.engine.script.python.value.Text;
import org.athanor.engine.script.python.value.Value;
import org.athanor.engine.script.python.vocabulary.argument.Given;
import org.athanor.engine.type.SqlType;

/// A class of types: `sa.String`. Called it makes a type; named alone it means one without arguments.
@SuppressWarnings("ReferenceEquality") // The class itself, not one like it.
public final class TypeClass implements SqlTypeValue {
    private final String name;
    private final String function;
    private final String parameters;
    private final Signature signature;
    private final Function<Given, SqlType> maker;
    private final boolean checksFirst;

    TypeClass(String name, String parameters, Function<Given, SqlType> maker) {
        this(name, parameters, false, maker);
    }

    /// `checksFirst`: whether creating the type by hand looks first whether it is there, if nothing else is said.
    TypeClass(String name, String parameters, boolean checksFirst, Function<Given, SqlType> maker) {
        this.name = name;
        this.function = name + "()";
        this.parameters = parameters;
        this.signature = Signature.of(name + ".__init__", parameters);
        this.checksFirst = checksFirst;
        this.maker = maker;
    }

    /// The same type that also takes what only other products know.
    TypeClass tolerant() {
        return new TypeClass(name, parameters.isEmpty() ? "display_width=None, **kw" : parameters + ", **kw",
                checksFirst, maker);
    }

    boolean checksFirst() {
        return checksFirst;
    }

    boolean takes(String parameter) {
        return Arrays.stream(parameters.split(",", -1)).anyMatch(p -> p.split("=", 2)[0].strip().equals(parameter));
    }

    public String name() {
        return name;
    }

    @Override
    public SqlType type() {
        return instance(Arguments.of()).type();
    }

    @Override
    public Value call(Arguments arguments) {
        return instance(arguments);
    }

    TypeInstance instance(Arguments arguments) {
        var given = new Given(function, signature.bind(arguments));
        return new TypeInstance(this, maker.apply(given), given.bound().values());
    }

    @Override
    public String typeName() {
        return "type";
    }

    @Override
    public Value attribute(String member) {
        return switch (member) {
            case "__name__" -> new Text(name);
            default -> SqlTypeValue.super.attribute(member);
        };
    }

    @Override
    public Optional<Value> extend(String child, Map<String, Value> body) {
        return Optional.of(ExtendedType.of(child, this, body));
    }

    @Override
    public Optional<Boolean> describes(Value other) {
        return other instanceof TypeInstance instance
                ? Optional.of(TypeFamilies.isWithin(instance.madeBy().name(), name))
                : SqlTypeValue.super.describes(other);
    }

    @Override
    public String written() {
        return GenericTypes.all().get(name) == this
                ? "<class 'sqlalchemy.sql.sqltypes.%s'>".formatted(name)
                : SqlTypeValue.super.written();
    }
}
