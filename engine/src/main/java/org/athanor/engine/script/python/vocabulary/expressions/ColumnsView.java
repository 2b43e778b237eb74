package org.athanor.engine.script.python.vocabulary.expressions;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;

import org.athanor.engine.expression.Source;
import org.athanor.engine.script.python.value.NativeFunction;
import org.athanor.engine.script.python.value.Nothing;
import org.athanor.engine.script.python.value.PythonFault;
import org.athanor.engine.script.python.value.Sequence;
import org.athanor.engine.script.python.value.Text;
import org.athanor.engine.script.python.value.Tuple;
import org.athanor.engine.script.python.value.Value;
import org.athanor.engine.script.python.value.Whole;

/// `source.c`: the columns by their names.
record ColumnsView(Source source) implements Value {
    @Override
    public String typeName() {
        return "ReadOnlyColumnCollection";
    }

    @Override
    public Value attribute(String name) {
        return column(name).or(() -> method(name))
                .orElseThrow(() -> PythonFault.raised("AttributeError", name));
    }

    private Optional<Value> column(String name) {
        return source.column(name).map(c -> ExpressionValue.of(source.of(c)));
    }

    private Optional<Value> method(String name) {
        return switch (name) {
            case "keys" -> Optional.of(NativeFunction.of(name, "", _ -> new Sequence(names())));
            case "values" -> Optional.of(NativeFunction.of(name, "", _ -> new Sequence(columns())));
            case "items" -> Optional.of(NativeFunction.of(name, "", _ -> new Sequence(source.columns().stream()
                    .map(c -> new Tuple(List.of(new Text(c.name()), ExpressionValue.of(source.of(c))))).toList())));
            case "get" -> Optional.of(NativeFunction.of(name, "key, default=None",
                    b -> column(b.get("key").shown()).orElseGet(
                            () -> b.get("default", Nothing.NONE))));
            default -> Optional.empty();
        };
    }

    private List<Text> names() {
        return source.columns().stream().map(c -> new Text(c.name())).toList();
    }

    private List<Value> columns() {
        return source.columns().stream().<Value>map(c -> ExpressionValue.of(source.of(c))).toList();
    }

    @Override
    public Value item(Value key) {
        if (key instanceof Whole index) {
            return columns().get(Math.floorMod(index.value().intValue(), Math.max(1, columns().size())));
        }
        return column(key.shown()).orElseThrow(() -> PythonFault.raised("KeyError", key.written()));
    }

    @Override
    public boolean contains(Value element) {
        return source.column(element.shown()).isPresent();
    }

    @Override
    public int size() {
        return source.columns().size();
    }

    @Override
    public Iterator<Value> iterator() {
        return columns().iterator();
    }
}
