package org.athanor.engine.script.python.vocabulary.types;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.athanor.engine.script.python.value.Arguments;
import org.athanor.engine.script.python.value.PythonFault;
import org.athanor.engine.script.python.value.Text;
import org.athanor.engine.script.python.value.Value;
import org.athanor.engine.script.python.vocabulary.argument.Given;
import org.athanor.engine.type.SqlType;

/// A class of the revision's own on top of one of the types: it may have another name in SQL (`__visit_name__`), or words
/// of its own for a product (`@compiles`).
final class ExtendedType implements SqlTypeValue, Compiled {
    private static final List<String> UNREAD = List.of("bind_processor", "literal_processor", "bind_expression",
            "column_expression", "comparator_factory", "coerce_compared_value");

    private final String name;
    private final TypeClass base;
    private final Map<String, Value> compilers = new LinkedHashMap<>();

    private ExtendedType(String name, TypeClass base) {
        this.name = name;
        this.base = base;
    }

    static Value of(String name, TypeClass base, Map<String, Value> body) {
        if (body.containsKey("__init__")) {
            throw PythonFault.unreadable("the type %s has an __init__ of its own, which isn't read".formatted(name));
        }
        UNREAD.stream().filter(body::containsKey).findFirst().ifPresent(method -> {
            throw PythonFault.unreadable("%s.%s: what it makes of values isn't read".formatted(name, method));
        });
        var visited = Optional.ofNullable(body.get("__visit_name__")).flatMap(Given::asText);
        return new ExtendedType(name, visited.flatMap(ExtendedType::known).orElse(base));
    }

    private static Optional<TypeClass> known(String visited) {
        return Optional.ofNullable(PostgresqlTypes.all().get(visited))
                .or(() -> Optional.ofNullable(GenericTypes.all().get(visited)));
    }

    @Override
    public void compiledBy(Value function, String product) {
        compilers.put(product, function);
    }

    @Override
    public SqlType type() {
        return adapted(base.type());
    }

    @Override
    public Value call(Arguments arguments) {
        var instance = base.instance(arguments);
        return new TypeInstance(base, adapted(instance.type()), instance.arguments());
    }

    private SqlType adapted(SqlType type) {
        if (compilers.isEmpty()) {
            return type;
        }
        var byProduct = new LinkedHashMap<String, SqlType>();
        compilers.forEach((product, function) -> byProduct.put(product, words(function)));
        var otherwise = byProduct.getOrDefault("", type);
        byProduct.remove("");
        return byProduct.isEmpty() ? otherwise : new SqlType.Variants(otherwise, byProduct);
    }

    private SqlType words(Value function) {
        return new SqlType.Written(Given.asText(function.call(Arguments.of(this, new Text(name))))
                .orElseThrow(() -> PythonFault.raised("TypeError",
                        "the words that @compiles gives for %s must be a text".formatted(name))));
    }

    @Override
    public String typeName() {
        return "type";
    }
}
