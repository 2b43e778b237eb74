package org.athanor.engine.script.python.value;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;

import org.athanor.engine.script.python.tree.Comparator;
import org.athanor.engine.script.python.value.BuiltinClasses.Typed;

/// `time`.
public record TimeOfDay(LocalTime value, Optional<Zone> zone) implements Typed {
    @Override
    public PythonClass type() {
        return DateClasses.TIME;
    }

    @Override
    public String typeName() {
        return "time";
    }

    @Override
    public Value attribute(String name) {
        return switch (name) {
            case "hour" -> Whole.of(value.getHour());
            case "minute" -> Whole.of(value.getMinute());
            case "second" -> Whole.of(value.getSecond());
            case "microsecond" -> Whole.of(value.getNano() / 1000);
            case "tzinfo" -> zone.<Value>map(z -> z).orElse(Nothing.NONE);
            default -> DateMethods.TIME.of(this, name);
        };
    }

    @Override
    public Optional<Value> compare(Comparator comparator, Value right) {
        return right instanceof TimeOfDay other
                ? Operations.decide(comparator, value.compareTo(other.value))
                : Optional.empty();
    }

    @Override
    public String written() {
        var seconds = value.getSecond() != 0 || value.getNano() != 0 ? ", " + value.getSecond() : "";
        var micros = value.getNano() != 0 ? ", " + value.getNano() / 1000 : "";
        return "datetime.time(%d, %d%s%s%s)".formatted(value.getHour(), value.getMinute(), seconds, micros,
                zone.map(z -> ", tzinfo=" + z.written()).orElse(""));
    }

    @Override
    public String shown() {
        return DateText.iso(value, "auto") + zone.map(z -> DateText.offset(
                z.offset(LocalDate.of(1970, 1, 1).atTime(value)), ":")).orElse("");
    }

    @Override
    public String format(String specification) {
        return specification.isEmpty()
                ? shown()
                : DateText.format(specification, new DateTime(LocalDate.of(1900, 1, 1).atTime(value), zone));
    }
}
