package org.athanor.engine.script.python.library;

import java.util.ArrayList;
import java.util.Map;
import java.util.function.BinaryOperator;

import org.athanor.engine.script.python.tree.Comparator;
import org.athanor.engine.script.python.tree.Operator;
import org.athanor.engine.script.python.value.Arguments;
import org.athanor.engine.script.python.value.Module;
import org.athanor.engine.script.python.value.NativeFunction;
import org.athanor.engine.script.python.value.Operations;
import org.athanor.engine.script.python.value.Signature;
import org.athanor.engine.script.python.value.Truth;
import org.athanor.engine.script.python.value.Tuple;
import org.athanor.engine.script.python.value.Value;

/// `operator`
final class Operators {
    private Operators() {}

    static Module module() {
        var members = new Members();
        Map.ofEntries(Map.entry("add", Operator.ADD), Map.entry("sub", Operator.SUBTRACT),
                Map.entry("mul", Operator.MULTIPLY), Map.entry("truediv", Operator.DIVIDE),
                Map.entry("floordiv", Operator.FLOOR_DIVIDE), Map.entry("mod", Operator.MODULO),
                Map.entry("pow", Operator.POWER), Map.entry("or_", Operator.OR), Map.entry("and_", Operator.AND),
                Map.entry("xor", Operator.XOR), Map.entry("lshift", Operator.SHIFT_LEFT),
                Map.entry("rshift", Operator.SHIFT_RIGHT), Map.entry("concat", Operator.ADD))
                .forEach((name, operator) -> members.function(name, "a, b, /",
                        given -> Operations.operate(operator, given.get("a"), given.get("b"))));
        Map.of("eq", Comparator.EQUAL, "ne", Comparator.NOT_EQUAL, "lt", Comparator.LESS, "le",
                Comparator.LESS_OR_EQUAL, "gt", Comparator.GREATER, "ge", Comparator.GREATER_OR_EQUAL, "is_",
                Comparator.IS, "is_not", Comparator.IS_NOT)
                .forEach((name, comparator) -> members.function(name, "a, b, /",
                        given -> Operations.compare(comparator, given.get("a"), given.get("b"))));
        return members.function("contains", "a, b, /", given -> Truth.of(given.get("a").contains(given.get("b"))))
                .function("not_", "a, /", given -> Truth.of(!given.get("a").truth()))
                .function("truth", "a, /", given -> Truth.of(given.get("a").truth()))
                .function("neg", "a, /", given -> given.get("a").negate().orElseThrow())
                .function("getitem", "a, b, /", given -> given.get("a").item(given.get("b")))
                .function("itemgetter", "item, *items", given -> getter(given, "item", Value::item))
                .function("attrgetter", "attr, *attrs", given -> getter(given, "attr", Operators::path))
                .function("methodcaller", "name, /, *args, **kwargs",
                        given -> NativeFunction.of("methodcaller", "obj, /",
                                inner -> inner.get("obj").attribute(given.get("name").shown())
                                        .call(new Arguments(given.rest(), given.namedRest(), given.line()))))
                .module("operator");
    }

    private static Value path(Value of, Value path) {
        var value = of;
        for (var name : path.shown().split("\\.", -1)) {
            value = value.attribute(name);
        }
        return value;
    }

    private static Value getter(Signature.Bound given, String name,
            BinaryOperator<Value> part) {
        return NativeFunction.of(name + "getter", "obj, /", inner -> {
            var object = inner.get("obj");
            var first = part.apply(object, given.get(name));
            if (given.rest().isEmpty()) {
                return first;
            }
            var all = new ArrayList<Value>();
            all.add(first);
            given.rest().forEach(key -> all.add(part.apply(object, key)));
            return new Tuple(all);
        });
    }
}
