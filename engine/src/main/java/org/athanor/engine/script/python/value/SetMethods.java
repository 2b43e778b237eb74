package org.athanor.engine.script.python.value;

import java.util.function.BinaryOperator;

/// The methods of `set`, `frozenset` and the views of a dictionary.
final class SetMethods {
    static final Methods<ValueSet> FROZEN = reading(Methods.of("frozenset"));
    static final Methods<ValueSet> ALL = changing(reading(Methods.of("set")));
    static final Methods<DictionaryView> VIEW = Methods.<DictionaryView>of("dict_keys")
            .with("isdisjoint", "other, /", (v, a) -> Truth.of(!v.set().shared(other(a.get("other"))).truth()));

    private SetMethods() {}

    private static ValueSet other(Value value) {
        return value instanceof ValueSet set ? set : ValueSet.of(value.iterator(), false);
    }

    private static Methods<ValueSet> reading(Methods<ValueSet> methods) {
        return methods
                .with("union", "*others", (s, a) -> folded(s, a, ValueSet::united))
                .with("intersection", "*others", (s, a) -> folded(s, a, ValueSet::shared))
                .with("difference", "*others", (s, a) -> folded(s, a, ValueSet::without))
                .with("symmetric_difference", "other, /", (s, a) -> {
                    var other = other(a.get("other"));
                    return s.without(other).united(other.without(s));
                })
                .with("issubset", "other, /", (s, a) -> Truth.of(other(a.get("other")).holds(s)))
                .with("issuperset", "other, /", (s, a) -> Truth.of(s.holds(other(a.get("other")))))
                .with("isdisjoint", "other, /", (s, a) -> Truth.of(!s.shared(other(a.get("other"))).truth()))
                .with("copy", "", (s, _) -> s.copy());
    }

    private static ValueSet folded(ValueSet set, Signature.Bound given, BinaryOperator<ValueSet> deed) {
        var result = set.copy();
        for (var other : given.rest()) {
            result = deed.apply(result, other(other));
        }
        return result;
    }

    private static Methods<ValueSet> changing(Methods<ValueSet> methods) {
        return methods
                .with("add", "element, /", (s, a) -> {
                    s.add(a.get("element"));
                    return Nothing.NONE;
                })
                .with("discard", "element, /", (s, a) -> {
                    s.elements().remove(s.key(a.get("element")));
                    return Nothing.NONE;
                })
                .with("remove", "element, /", (s, a) -> {
                    if (!s.elements().remove(s.key(a.get("element")))) {
                        throw missing(a.get("element"));
                    }
                    return Nothing.NONE;
                })
                .with("pop", "", (s, _) -> {
                    if (s.elements().isEmpty()) {
                        throw missing(new Text("pop from an empty set"));
                    }
                    var first = s.iterator().next();
                    s.elements().remove(first);
                    return first;
                })
                .with("clear", "", (s, _) -> {
                    s.elements().clear();
                    return Nothing.NONE;
                })
                .with("update", "*others", (s, a) -> replaced(s, folded(s, a, ValueSet::united)))
                .with("intersection_update", "*others", (s, a) -> replaced(s, folded(s, a, ValueSet::shared)))
                .with("difference_update", "*others", (s, a) -> replaced(s, folded(s, a, ValueSet::without)))
                .with("symmetric_difference_update", "other, /", (s, a) -> {
                    var other = other(a.get("other"));
                    return replaced(s, s.without(other).united(other.without(s)));
                });
    }

    private static PythonFault missing(Value element) {
        return PythonFault.raised("KeyError", element.written(), ExceptionClasses.instance("KeyError", element));
    }

    private static Value replaced(ValueSet set, ValueSet by) {
        set.elements().clear();
        set.elements().addAll(by.elements());
        return Nothing.NONE;
    }
}
