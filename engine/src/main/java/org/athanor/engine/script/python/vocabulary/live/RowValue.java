package org.athanor.engine.script.python.vocabulary.live;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

import org.athanor.engine.script.python.tree.Comparator;
import org.athanor.engine.script.python.tree.Operator;
import org.athanor.engine.script.python.value.Dictionary;
import org.athanor.engine.script.python.value.NativeFunction;
import org.athanor.engine.script.python.value.PythonFault;
import org.athanor.engine.script.python.value.Slice;
import org.athanor.engine.script.python.value.Text;
import org.athanor.engine.script.python.value.Tuple;
import org.athanor.engine.script.python.value.Value;
import org.athanor.engine.script.python.value.Whole;

/// A row of a result: a tuple whose values have names.
public record RowValue(List<String> names, Tuple values) implements Value {
    public RowValue {
        names = List.copyOf(names);
    }

    @Override
    public String typeName() {
        return "Row";
    }

    @Override
    public Value attribute(String name) {
        int index = names.indexOf(name);
        return index >= 0 ? values.elements().get(index) : method(name);
    }

    private Value method(String name) {
        return switch (name) {
            case "_mapping" -> mapping();
            case "_asdict" -> NativeFunction.of("Row._asdict", "", _ -> mapping());
            case "_fields" -> new Tuple(names.stream().<Value>map(Text::new).toList());
            case "_tuple", "tuple" -> NativeFunction.of("Row." + name, "", _ -> values);
            case "_t", "t" -> values;
            case "count", "index" -> values.attribute(name);
            case "keys", "items", "values" -> throw PythonFault.raised("AttributeError",
                    "A row of SQLAlchemy 2 has no %s(); write row._mapping.%s()".formatted(name, name));
            default -> throw PythonFault.raised("AttributeError",
                    "Could not locate column in row for column '%s'; it has %s".formatted(name, names));
        };
    }

    Dictionary mapping() {
        var entries = new LinkedHashMap<String, Value>();
        for (int i = 0; i < names.size(); i++) {
            entries.putIfAbsent(names.get(i), values.elements().get(i));
        }
        return Dictionary.of(entries);
    }

    @Override
    public Value item(Value key) {
        if (key instanceof Whole || key instanceof Slice) {
            return values.item(key);
        }
        var name = key instanceof Text text ? text.value() : "name";
        throw PythonFault.raised("TypeError", ("tuple indices must be integers or slices, not %s; a row of SQLAlchemy 2"
                + " is a tuple: write row.%s or row._mapping[…]").formatted(key.typeName(), name));
    }

    @Override
    public Value plain() {
        return values;
    }

    @Override
    public boolean truth() {
        return values.truth();
    }

    @Override
    public int size() {
        return values.size();
    }

    @Override
    public Iterator<Value> iterator() {
        return values.iterator();
    }

    @Override
    public boolean contains(Value element) {
        return values.contains(element);
    }

    @Override
    public Optional<Value> operate(Operator operator, Value right) {
        return values.operate(operator, tuple(right));
    }

    @Override
    public Optional<Value> operateReversed(Operator operator, Value left) {
        return left instanceof Tuple tuple ? tuple.operate(operator, values) : Optional.empty();
    }

    @Override
    public Optional<Value> compare(Comparator comparator, Value right) {
        return values.compare(comparator, tuple(right));
    }

    private static Value tuple(Value value) {
        return value instanceof RowValue row ? row.values : value;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RowValue row ? values.equals(row.values) : values.equals(other);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public boolean hashable() {
        return values.hashable();
    }

    @Override
    public String written() {
        return values.written();
    }

    @Override
    public Optional<Boolean> describes(Value other) {
        return Optional.empty();
    }
}
