package org.athanor.engine.script.python.value;

import java.util.Map;
import java.util.function.BiFunction;

import org.athanor.engine.script.python.tree.Comparator;
import org.athanor.engine.script.python.tree.Operator;

/// The methods with two underscores that every one of Python's own values has, as far as files call them by name.
final class Specials {
    private static final Map<String, Operator> OPERATORS = Map.ofEntries(Map.entry("__add__", Operator.ADD),
            Map.entry("__sub__", Operator.SUBTRACT), Map.entry("__mul__", Operator.MULTIPLY),
            Map.entry("__truediv__", Operator.DIVIDE), Map.entry("__floordiv__", Operator.FLOOR_DIVIDE),
            Map.entry("__mod__", Operator.MODULO), Map.entry("__pow__", Operator.POWER),
            Map.entry("__matmul__", Operator.MATRIX), Map.entry("__lshift__", Operator.SHIFT_LEFT),
            Map.entry("__rshift__", Operator.SHIFT_RIGHT), Map.entry("__or__", Operator.OR),
            Map.entry("__xor__", Operator.XOR), Map.entry("__and__", Operator.AND));
    private static final Map<String, Comparator> COMPARATORS = Map.of("__eq__", Comparator.EQUAL, "__ne__",
            Comparator.NOT_EQUAL, "__lt__", Comparator.LESS, "__le__", Comparator.LESS_OR_EQUAL, "__gt__",
            Comparator.GREATER, "__ge__", Comparator.GREATER_OR_EQUAL);

    private Specials() {}

    /// `__add__` for `+`; `__radd__` for the right operand; `__iadd__` for a change.
    static String name(Operator operator, String prefix) {
        for (var entry : OPERATORS.entrySet()) {
            if (entry.getValue() == operator) {
                return "__" + prefix + entry.getKey().substring(2);
            }
        }
        throw new IllegalStateException("No name for " + operator);
    }

    static String name(Comparator comparator) {
        for (var entry : COMPARATORS.entrySet()) {
            if (entry.getValue() == comparator) {
                return entry.getKey();
            }
        }
        throw new IllegalStateException("No name for " + comparator);
    }

    static Value of(Value self, String type, String name) {
        if (!name.startsWith("__")) {
            throw OtherAttributes.missing(self, name);
        }
        return switch (name) {
            case "__class__" -> BuiltinClasses.of(self);
            case "__doc__" -> Nothing.NONE;
            case "__str__" -> function(name, "", (_, _) -> new Text(self.shown()), self);
            case "__repr__" -> function(name, "", (_, _) -> new Text(self.written()), self);
            case "__hash__" -> function(name, "", (_, _) -> Whole.of(self.hashCode()), self);
            case "__format__" -> function(name, "spec",
                    (_, given) -> new Text(self.format(Text.of(given.get("spec"), "format spec"))), self);
            case "__len__" -> whenSized(self, name, function(name, "", (_, _) -> Whole.of(self.size()), self));
            case "__iter__" -> whenIterable(self, name,
                    function(name, "", (_, _) -> new IteratorValue("iterator", self.iterator()), self));
            case "__contains__" -> whenSized(self, name,
                    function(name, "key", (_, given) -> Truth.of(self.contains(given.get("key"))), self));
            case "__getitem__" -> whenSized(self, name,
                    function(name, "key", (_, given) -> self.item(given.get("key")), self));
            default -> operator(self, type, name);
        };
    }

    private static Value operator(Value self, String type, String name) {
        var operator = OPERATORS.get(name);
        if (operator != null) {
            return function(name, "other",
                    (_, given) -> self.operate(operator, given.get("other")).orElse(Marker.NOT_IMPLEMENTED), self);
        }
        var comparator = COMPARATORS.get(name);
        if (comparator != null) {
            return function(name, "other",
                    (_, given) -> self.compare(comparator, given.get("other")).orElse(Marker.NOT_IMPLEMENTED), self);
        }
        if (Character.isLetter(name.charAt(2)) && (name.equals("__html__") || name.equals("__clause_element__")
                || name.equals("__name__") || name.equals("__dict__") || name.equals("__call__")
                || name.equals("__wrapped__") || name.equals("__len__") || name.equals("__iter__"))) {
            throw PythonFault.raised("AttributeError", "'%s' object has no attribute '%s'".formatted(type, name));
        }
        throw PythonFault.unreadable("The attribute %s of '%s' isn't read here".formatted(name, type));
    }

    private static Value whenSized(Value self, String name, Value method) {
        try {
            self.size();
            return method;
        } catch (PythonFault fault) {
            throw fault.kind() == PythonFault.Kind.RAISED ? missing(self, name) : fault;
        }
    }

    private static Value whenIterable(Value self, String name, Value method) {
        try {
            self.iterator();
            return method;
        } catch (PythonFault fault) {
            throw fault.kind() == PythonFault.Kind.RAISED ? missing(self, name) : fault;
        }
    }

    private static PythonFault missing(Value self, String name) {
        return PythonFault.raised("AttributeError",
                "'%s' object has no attribute '%s'".formatted(self.typeName(), name));
    }

    private static Value function(String name, String parameters, BiFunction<Value, Signature.Bound, Value> body,
            Value self) {
        return NativeFunction.of(name, parameters, given -> body.apply(self, given));
    }
}
