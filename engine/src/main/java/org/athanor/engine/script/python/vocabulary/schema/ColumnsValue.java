package org.athanor.engine.script.python.vocabulary.schema;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;

import org.athanor.engine.script.python.value.NativeFunction;
import org.athanor.engine.script.python.value.PythonFault;
import org.athanor.engine.script.python.value.Sequence;
import org.athanor.engine.script.python.value.Text;
import org.athanor.engine.script.python.value.Tuple;
import org.athanor.engine.script.python.value.Value;
import org.athanor.engine.script.python.vocabulary.argument.Given;

/// `table.c`: the columns by their names.
record ColumnsValue(DefinedTable table) implements Value {
    @Override
    public String typeName() {
        return "ReadOnlyColumnCollection";
    }

    @Override
    public Value attribute(String member) {
        return column(member).or(() -> method(member)).orElseThrow(() -> PythonFault.raised("AttributeError",
                "table '%s' has no column '%s'".formatted(table.name(), member)));
    }

    private Optional<Value> method(String member) {
        return switch (member) {
            case "keys" -> Optional.of(NativeFunction.of(member, "", _ -> new Sequence(keys())));
            case "values" -> Optional.of(NativeFunction.of(member, "", _ -> new Sequence(table.columns())));
            case "items" -> Optional.of(NativeFunction.of(member, "", _ -> new Sequence(
                    table.columns().stream().map(c -> new Tuple(List.of(new Text(c.key()), c))).toList())));
            default -> Optional.empty();
        };
    }

    private List<Text> keys() {
        return table.columns().stream().map(c -> new Text(c.key())).toList();
    }

    private Optional<Value> column(String key) {
        return table.columns().stream().filter(c -> c.key().equals(key)).<Value>map(c -> c).findFirst();
    }

    @Override
    public Value item(Value key) {
        return Given.asText(key).flatMap(this::column)
                .orElseThrow(() -> PythonFault.raised("KeyError", key.written()));
    }

    @Override
    public Iterator<Value> iterator() {
        return table.columns().stream().<Value>map(c -> c).iterator();
    }
}
