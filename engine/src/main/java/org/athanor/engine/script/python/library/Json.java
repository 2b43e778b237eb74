package org.athanor.engine.script.python.library;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.athanor.engine.script.python.value.Arguments;
import org.athanor.engine.script.python.value.Budget;
import org.athanor.engine.script.python.value.Bytes;
import org.athanor.engine.script.python.value.Dictionary;
import org.athanor.engine.script.python.value.ExceptionClasses;
import org.athanor.engine.script.python.value.Module;
import org.athanor.engine.script.python.value.Nothing;
import org.athanor.engine.script.python.value.PythonFault;
import org.athanor.engine.script.python.value.Real;
import org.athanor.engine.script.python.value.Sequence;
import org.athanor.engine.script.python.value.Signature;
import org.athanor.engine.script.python.value.Sorting;
import org.athanor.engine.script.python.value.Text;
import org.athanor.engine.script.python.value.Truth;
import org.athanor.engine.script.python.value.Tuple;
import org.athanor.engine.script.python.value.Unresolved;
import org.athanor.engine.script.python.value.Value;
import org.athanor.engine.script.python.value.Whole;

/// `json`
final class Json {
    private static final String PARAMETERS = "obj, *, skipkeys=False, ensure_ascii=True, check_circular=True, "
            + "allow_nan=True, cls=None, indent=None, separators=None, default=None, sort_keys=False";

    private final boolean ascii;
    private final Optional<String> indent;
    private final String comma;
    private final String colon;
    private final boolean sorted;
    private final Value fallback;
    private final boolean skips;
    private final StringBuilder out = new StringBuilder();

    private Json(Signature.Bound given) {
        given.given("cls").ifPresent(_ -> {
            throw PythonFault.unreadable("json.dumps with cls isn't read here");
        });
        this.ascii = given.get("ensure_ascii", Truth.TRUE).truth();
        this.indent = given.given("indent").map(v -> v instanceof Text text
                ? text.value()
                : " ".repeat(Math.clamp(Whole.index(v), 0, 100)));
        var separators = given.given("separators").map(Builtins::elements);
        this.comma = separators.map(s -> s.get(0).shown()).orElse(indent.isPresent() ? "," : ", ");
        this.colon = separators.map(s -> s.get(1).shown()).orElse(": ");
        this.sorted = given.get("sort_keys", Truth.FALSE).truth();
        this.fallback = given.get("default", Nothing.NONE);
        this.skips = given.get("skipkeys", Truth.FALSE).truth();
    }

    static Module module() {
        var error = ExceptionClasses.find("JSONDecodeError");
        return new Members()
                .function("dumps", PARAMETERS, given -> new Text(new Json(given).written(given.get("obj"))))
                .function("loads", "s, **kw", given -> loaded(given.get("s"), given))
                .function("load", "fp, **kw", given -> loaded(
                        given.get("fp").attribute("read").call(Arguments.of()), given))
                .type(error).module("json");
    }

    private static Value loaded(Value source, Signature.Bound given) {
        given.namedRest().forEach((name, _) -> {
            throw PythonFault.unreadable("json.loads with %s isn't read here".formatted(name));
        });
        var text = source instanceof Bytes bytes
                ? bytes.attribute("decode").call(Arguments.of()).shown()
                : Text.of(source, "the JSON object");
        return new JsonReader(text).read();
    }

    private String written(Value value) {
        write(value, 0);
        return out.toString();
    }

    private void write(Value value, int depth) {
        Budget.room(9);
        if (depth > 900) {
            throw PythonFault.raised("RecursionError", "maximum recursion depth exceeded");
        }
        switch (value.plain()) {
            case Text text -> text(text.value());
            case Nothing _ -> out.append("null");
            case Truth truth -> out.append(truth == Truth.TRUE ? "true" : "false");
            case Whole whole -> out.append(whole.written());
            case Real real -> out.append(number(real));
            case Sequence list -> elements(list.elements(), depth);
            case Tuple tuple -> elements(tuple.elements(), depth);
            case Dictionary map -> entries(map, depth);
            default -> {
                Unresolved.refuse(value);
                if (fallback == Nothing.NONE) {
                    throw PythonFault.raised("TypeError",
                            "Object of type %s is not JSON serializable".formatted(value.typeName()));
                }
                write(fallback.call(Arguments.of(value)), depth + 1);
            }
        }
    }

    private static String number(Real real) {
        var text = real.written();
        return switch (text) {
            case "nan" -> "NaN";
            case "inf" -> "Infinity";
            case "-inf" -> "-Infinity";
            default -> text;
        };
    }

    private void text(String text) {
        Budget.room(text.length());
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                case '\f' -> out.append("\\f");
                case '\b' -> out.append("\\b");
                default -> {
                    if (c < ' ' || ascii && c > 0x7e) {
                        out.append("\\u%04x".formatted((int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }

    private void line(int depth) {
        indent.ifPresent(one -> {
            Budget.room((long) one.length() * depth);
            out.append('\n').append(one.repeat(depth));
        });
    }

    private void elements(List<Value> elements, int depth) {
        if (elements.isEmpty()) {
            out.append("[]");
            return;
        }
        out.append('[');
        for (int i = 0; i < elements.size(); i++) {
            out.append(i > 0 ? comma : "");
            line(depth + 1);
            write(elements.get(i), depth + 1);
        }
        line(depth);
        out.append(']');
    }

    private void entries(Dictionary map, int depth) {
        if (map.entries().isEmpty()) {
            out.append("{}");
            return;
        }
        out.append('{');
        List<Value> keys = sorted
                ? Sorting.sorted(map.iterator(), Nothing.NONE, false)
                : new ArrayList<>(map.entries().keySet());
        boolean first = true;
        for (var key : keys) {
            var name = key(key);
            if (name.isPresent()) {
                out.append(first ? "" : comma);
                first = false;
                line(depth + 1);
                text(name.get());
                out.append(colon);
                write(map.item(key), depth + 1);
            }
        }
        line(depth);
        out.append('}');
    }

    private Optional<String> key(Value key) {
        return switch (key.plain()) {
            case Text text -> Optional.of(text.value());
            case Truth truth -> Optional.of(truth == Truth.TRUE ? "true" : "false");
            case Nothing _ -> Optional.of("null");
            case Whole whole -> Optional.of(whole.written());
            case Real real -> Optional.of(number(real));
            default -> {
                if (skips) {
                    yield Optional.empty();
                }
                throw PythonFault.raised("TypeError",
                        "keys must be str, int, float, bool or None, not " + key.typeName());
            }
        };
    }

    static Dictionary empty() {
        return new Dictionary(Map.of());
    }
}
