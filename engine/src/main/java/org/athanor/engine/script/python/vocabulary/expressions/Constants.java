package org.athanor.engine.script.python.vocabulary.expressions;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

import org.athanor.engine.expression.Constant;
import org.athanor.engine.script.python.value.Bytes;
import org.athanor.engine.script.python.value.Dictionary;
import org.athanor.engine.script.python.value.Nothing;
import org.athanor.engine.script.python.value.PythonFault;
import org.athanor.engine.script.python.value.Real;
import org.athanor.engine.script.python.value.Sequence;
import org.athanor.engine.script.python.value.Text;
import org.athanor.engine.script.python.value.Truth;
import org.athanor.engine.script.python.value.Tuple;
import org.athanor.engine.script.python.value.Value;
import org.athanor.engine.script.python.value.Whole;
import org.athanor.engine.type.SqlType;

/// Python's values as values of SQL.
final class Constants {
    private Constants() {}

    static Constant of(Value value) {
        return find(value).orElseThrow(() -> PythonFault.raised("ArgumentError",
                "SQL expression element or literal value expected, got %s".formatted(value.written())));
    }

    static Optional<Constant> find(Value value) {
        return Optional.ofNullable(switch (value) {
            case Nothing _ -> Constant.NULL;
            case Text text -> new Constant.Text(text.value());
            case Truth truth -> new Constant.Truth(truth.truth());
            case Whole whole -> new Constant.Whole(whole.value());
            case Real real -> new Constant.Floating(real.value());
            case Bytes bytes -> new Constant.Bytes(bytes.value().getBytes(StandardCharsets.ISO_8859_1));
            case Sequence list -> new Constant.Items(list.elements().stream().map(Constants::of).toList());
            case Tuple tuple -> new Constant.Items(tuple.elements().stream().map(Constants::of).toList());
            case Dictionary map -> new Constant.Entries(map.entries().entrySet().stream()
                    .map(e -> Map.entry(e.getKey().shown(), of(e.getValue()))).toList());
            default -> null;
        });
    }

    /// The type of a literal beside something of a type: the value's own where that is another kind.
    static SqlType type(Value value, SqlType beside) {
        return beside;
    }
}
