package org.athanor.engine.script.python.vocabulary.types;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.athanor.engine.script.python.value.Arguments;
import org.athanor.engine.script.python.value.BuiltinClasses;
import org.athanor.engine.script.python.value.Descriptor.NativeMethod;
import org.athanor.engine.script.python.value.Instance;
import org.athanor.engine.script.python.value.Metaclass;
import org.athanor.engine.script.python.value.Nothing;
import org.athanor.engine.script.python.value.PythonClass;
import org.athanor.engine.script.python.value.PythonFault;
import org.athanor.engine.script.python.value.Value;
import org.athanor.engine.script.python.vocabulary.argument.Given;
import org.athanor.engine.type.SqlType;

/// Types that a revision defines itself, by a class: on top of another type (`TypeDecorator`), or with words of its own
/// (`UserDefinedType`).
public final class OwnTypes {
    /// `sa.types.TypeDecorator`
    public static final PythonClass DECORATOR = PythonClass.own("TypeDecorator", List.of(BuiltinClasses.OBJECT),
            (type, _) -> new Instance(type), Metaclass.PLAIN, Set.of(), Map.of("__init__",
                    NativeMethod.of("__init__", "*args, **kwargs", (self, given) -> {
                        if (self instanceof Instance instance) {
                            var impl = instance.type().attribute("impl");
                            instance.keep("impl", impl instanceof TypeInstance
                                    ? impl
                                    : impl.call(new Arguments(given.rest(), given.namedRest(), given.line())));
                        }
                        return Nothing.NONE;
                    }), "with_variant", variants(), "load_dialect_impl",
                    NativeMethod.of("load_dialect_impl", "dialect", (self, _) -> self.attribute("impl"))));
    /// `sa.types.UserDefinedType`
    public static final PythonClass DEFINED = PythonClass.own("UserDefinedType", List.of(BuiltinClasses.OBJECT),
            (type, _) -> new Instance(type), Metaclass.PLAIN, Set.of(), Map.of("with_variant", variants()));
    static final List<String> PRODUCTS = List.of("postgresql", "sqlite");

    private OwnTypes() {}

    static boolean isType(Value value) {
        return value instanceof PythonClass type && isType(type)
                || value instanceof Instance instance && isType(instance.type());
    }

    private static boolean isType(PythonClass type) {
        return type.isWithin(DECORATOR) || type.isWithin(DEFINED);
    }

    static Optional<SqlType> of(Value value) {
        return switch (value) {
            case PythonClass type when isType(type) -> of(type.create(Arguments.of()));
            case Instance instance when instance.type().isWithin(DECORATOR) -> Optional.of(decorated(instance));
            case Instance instance when instance.type().isWithin(DEFINED) -> Optional.of(written(instance));
            default -> Optional.empty();
        };
    }

    /// What the type is on each product, as far as it differs.
    private static SqlType decorated(Instance instance) {
        var byProduct = new LinkedHashMap<String, SqlType>();
        for (var product : PRODUCTS) {
            var impl = instance.attribute("load_dialect_impl").call(Arguments.of(new TypeDialect(product)));
            byProduct.put(product, Types.on(product, Types.of(impl, instance.typeName(), "impl")));
        }
        var first = Types.of(instance.attribute("load_dialect_impl").call(Arguments.of(new TypeDialect("sqlite"))),
                instance.typeName(), "impl");
        var handling = OwnHandling.of(instance);
        return handling.isEmpty() && byProduct.values().stream().distinct().count() == 1
                ? first
                : new SqlType.Variants(first, byProduct, handling);
    }

    private static SqlType written(Instance instance) {
        var words = new SqlType.Written(Given.asText(instance.attribute("get_col_spec").call(Arguments.of()))
                .orElseThrow(() -> PythonFault.raised("TypeError",
                        "%s.get_col_spec() must give a text".formatted(instance.typeName()))));
        var handling = OwnHandling.of(instance);
        return handling.isEmpty() ? words : new SqlType.Variants(words, Map.of(), handling);
    }

    private static Value variants() {
        return NativeMethod.of("with_variant", "type_, *dialect_names", (self, given) -> {
            var base = Types.of(self, self.typeName(), "impl");
            return new TypeInstance(GenericTypes.named("NullType"), base, Map.of()).attribute("with_variant")
                    .call(new Arguments(concat(given.get("type_"), given.rest()), Map.of(), given.line()));
        });
    }

    private static List<Value> concat(Value first, List<Value> rest) {
        var all = new ArrayList<Value>();
        all.add(first);
        all.addAll(rest);
        return all;
    }
}
