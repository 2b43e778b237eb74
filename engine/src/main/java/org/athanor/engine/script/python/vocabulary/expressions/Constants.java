package org.athanor.engine.script.python.vocabulary.expressions;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.athanor.engine.expression.Constant;
import org.athanor.engine.script.python.value.Bytes;
import org.athanor.engine.script.python.value.Date;
import org.athanor.engine.script.python.value.DateTime;
import org.athanor.engine.script.python.value.Dictionary;
import org.athanor.engine.script.python.value.Exact;
import org.athanor.engine.script.python.value.Instance;
import org.athanor.engine.script.python.value.Nothing;
import org.athanor.engine.script.python.value.PythonFault;
import org.athanor.engine.script.python.value.Real;
import org.athanor.engine.script.python.value.Sequence;
import org.athanor.engine.script.python.value.Stretch;
import org.athanor.engine.script.python.value.Text;
import org.athanor.engine.script.python.value.TimeOfDay;
import org.athanor.engine.script.python.value.Truth;
import org.athanor.engine.script.python.value.Tuple;
import org.athanor.engine.script.python.value.Unresolved;
import org.athanor.engine.script.python.value.Uuid;
import org.athanor.engine.script.python.value.Value;
import org.athanor.engine.script.python.value.ValueSet;
import org.athanor.engine.script.python.value.Whole;
import org.athanor.engine.script.python.vocabulary.argument.ConventionalName;
import org.athanor.engine.script.python.vocabulary.argument.Given;
import org.athanor.engine.type.SqlType;

/// Python's values as values of SQL.
final class Constants {
    private Constants() {}

    static Constant of(Value value, SqlType type) {
        if (value instanceof Instance instance && type instanceof SqlType.Enumeration enumeration) {
            return member(instance, enumeration);
        }
        if (type instanceof SqlType.Binary && !(value.plain() instanceof Bytes) && value != Nothing.NONE) {
            throw PythonFault.unreadable("%s as a value of binary data isn't read: only bytes are"
                    .formatted(Given.described(value)));
        }
        return find(value.plain()).orElseThrow(() -> {
            Unresolved.refuse(value);
            return PythonFault.raised("ArgumentError",
                    "SQL expression element or literal value expected, got %s".formatted(Given.described(value)));
        });
    }

    /// A member of an enum counts by its name, or by what it stands for where the type lists that.
    private static Constant member(Instance member, SqlType.Enumeration type) {
        return text(member, "name").filter(type.values()::contains).or(() -> text(member, "value"))
                .<Constant>map(Constant.Text::new)
                .orElseThrow(() -> PythonFault.raised("LookupError",
                        "%s is not among the values of its Enum".formatted(Given.described(member))));
    }

    private static Optional<String> text(Instance member, String attribute) {
        try {
            return member.attribute(attribute).plain() instanceof Text text
                    ? Optional.of(text.value())
                    : Optional.empty();
        } catch (PythonFault _) {
            return Optional.empty();
        }
    }

    private static Optional<Constant> find(Value value) {
        return Optional.ofNullable(switch (value) {
            case Nothing _ -> Constant.NULL;
            case Text text -> new Constant.Text(text.value());
            case ConventionalName name -> new Constant.Text(name.text().value());
            case Truth truth -> new Constant.Truth(truth.truth());
            case Whole whole -> new Constant.Whole(whole.value());
            case Real real -> new Constant.Floating(real.value());
            case Exact exact -> new Constant.Exact(exact.value());
            case Bytes bytes -> new Constant.Bytes(bytes.value().getBytes(StandardCharsets.ISO_8859_1));
            case Date date -> new Constant.Date(date.value());
            case DateTime moment -> moment(moment);
            case TimeOfDay time -> new Constant.Time(time.value());
            case Stretch stretch -> new Constant.Stretch(stretch.value());
            case Uuid uuid -> new Constant.Uuid(uuid.value());
            case Sequence list -> new Constant.Items(all(list.iterator()));
            case Tuple tuple -> new Constant.Items(all(tuple.iterator()));
            case ValueSet set -> new Constant.Items(all(set.iterator()));
            case Dictionary map -> entries(map);
            default -> null;
        });
    }

    private static Constant moment(DateTime moment) {
        return moment.zone().<Constant>map(zone -> new Constant.ZonedDateTime(
                OffsetDateTime.of(moment.value(), zone.id().getRules().getOffset(moment.value()))))
                .orElseGet(() -> new Constant.DateTime(moment.value()));
    }

    private static List<Constant> all(Iterator<Value> values) {
        var all = new ArrayList<Constant>();
        values.forEachRemaining(v -> all.add(of(v, SqlType.UNKNOWN)));
        return all;
    }

    private static Constant entries(Dictionary map) {
        var entries = new ArrayList<Map.Entry<String, Constant>>();
        map.entries().forEach((key, value) -> entries.add(Map.entry(key(key), of(value, SqlType.UNKNOWN))));
        return new Constant.Entries(entries);
    }

    /// Keys of a JSON document are texts.
    private static String key(Value key) {
        return switch (key.plain()) {
            case Text text -> text.value();
            case Nothing _ -> "null";
            case Truth truth -> truth.truth() ? "true" : "false";
            default -> key.shown();
        };
    }
}
