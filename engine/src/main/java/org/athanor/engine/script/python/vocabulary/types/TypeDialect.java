package org.athanor.engine.script.python.vocabulary.types;

import org.athanor.engine.script.python.value.Arguments;
import org.athanor.engine.script.python.value.NativeFunction;
import org.athanor.engine.script.python.value.PythonFault;
import org.athanor.engine.script.python.value.Text;
import org.athanor.engine.script.python.value.Value;

/// The dialect that a type of the revision's own is asked about.
record TypeDialect(String product) implements Value {
    @Override
    public String typeName() {
        return "Dialect";
    }

    @Override
    public Value attribute(String member) {
        return switch (member) {
            case "name" -> new Text(product);
            case "type_descriptor" -> NativeFunction.of(member, "typeobj", b -> instance(b.get("typeobj")));
            default -> throw PythonFault.unreadable("dialect.%s isn't read".formatted(member));
        };
    }

    private static Value instance(Value type) {
        return type instanceof TypeClass named ? named.call(Arguments.of()) : type;
    }
}
