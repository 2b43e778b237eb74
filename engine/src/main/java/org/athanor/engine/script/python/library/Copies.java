package org.athanor.engine.script.python.library;

import java.util.Map;

import org.athanor.engine.script.python.value.Arguments;
import org.athanor.engine.script.python.value.Budget;
import org.athanor.engine.script.python.value.Dictionary;
import org.athanor.engine.script.python.value.Instance;
import org.athanor.engine.script.python.value.Module;
import org.athanor.engine.script.python.value.PythonFault;
import org.athanor.engine.script.python.value.Sequence;
import org.athanor.engine.script.python.value.Tuple;
import org.athanor.engine.script.python.value.Value;
import org.athanor.engine.script.python.value.ValueSet;

/// `copy`
@SuppressWarnings("ReferenceEquality") // Python's objects are one or they are not.
final class Copies {
    private Copies() {}

    static Module module() {
        return new Members().function("copy", "x", given -> copied(given.get("x"), false, 0))
                .function("deepcopy", "x, memo=None", given -> copied(given.get("x"), true, 0)).module("copy");
    }

    private static Value copied(Value value, boolean deep, int depth) {
        if (depth > 200) {
            throw PythonFault.exhausted("A value that is nested so deeply isn't copied here");
        }
        Budget.time(1);
        return switch (value) {
            case Sequence list -> {
                Budget.room(list.size());
                var copy = new Sequence(list.elements());
                if (deep) {
                    copy.elements().replaceAll(v -> copied(v, true, depth + 1));
                }
                yield copy;
            }
            case Dictionary map -> {
                var copy = map.copy();
                if (deep) {
                    copy.entries().replaceAll((_, v) -> copied(v, true, depth + 1));
                }
                yield copy;
            }
            case Tuple tuple when deep -> new Tuple(
                    tuple.elements().stream().map(v -> copied(v, true, depth + 1)).toList());
            case ValueSet set -> ValueSet.of(set.iterator(), set.isFrozen());
            case Instance instance when !instance.type().isWithin(Enums.ENUM) -> copied(instance, deep, depth);
            default -> value;
        };
    }

    private static Value copied(Instance instance, boolean deep, int depth) {
        var own = instance.special(deep ? "__deepcopy__" : "__copy__");
        if (own.isPresent()) {
            return own.get().call(deep ? Arguments.of(new Dictionary(Map.of())) : Arguments.of());
        }
        var copy = instance.plain() == instance
                ? new Instance(instance.type())
                : new Instance(instance.type(), copied(instance.plain(), deep, depth + 1));
        instance.attributes().forEach(
                (name, value) -> copy.keep(name, deep ? copied(value, true, depth + 1) : value));
        return copy;
    }
}
