package org.athanor.engine.script.python.value;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Optional;

import org.athanor.engine.script.python.tree.Comparator;
import org.athanor.engine.script.python.tree.Operator;
import org.athanor.engine.script.python.value.BuiltinClasses.Typed;

/// `datetime`, perhaps with its time zone.
public record DateTime(LocalDateTime value, Optional<Zone> zone) implements Typed {
    public DateTime {
        DateClasses.checkYear(value.getYear());
    }

    public DateTime(LocalDateTime value) {
        this(value, Optional.empty());
    }

    @Override
    public PythonClass type() {
        return DateClasses.DATETIME;
    }

    @Override
    public String typeName() {
        return "datetime.datetime";
    }

    @Override
    public Value attribute(String name) {
        return switch (name) {
            case "year" -> Whole.of(value.getYear());
            case "month" -> Whole.of(value.getMonthValue());
            case "day" -> Whole.of(value.getDayOfMonth());
            case "hour" -> Whole.of(value.getHour());
            case "minute" -> Whole.of(value.getMinute());
            case "second" -> Whole.of(value.getSecond());
            case "microsecond" -> Whole.of(value.getNano() / 1000);
            case "fold" -> Whole.of(0);
            case "tzinfo" -> zone.<Value>map(z -> z).orElse(Nothing.NONE);
            default -> DateMethods.DATETIME.of(this, name);
        };
    }

    /// The same moment without a zone, in UTC; as it stands, if it has none.
    LocalDateTime utc() {
        return zone.map(z -> value.minus(Duration.ofSeconds(z.offset(value).getTotalSeconds()))).orElse(value);
    }

    @Override
    public Optional<Value> operate(Operator operator, Value right) {
        return switch (right) {
            case Stretch stretch when operator == Operator.ADD -> Optional.of(plus(stretch.value()));
            case Stretch stretch when operator == Operator.SUBTRACT -> Optional.of(plus(stretch.value().negated()));
            case DateTime other when operator == Operator.SUBTRACT -> Optional.of(new Stretch(since(other)));
            default -> Optional.empty();
        };
    }

    private Duration since(DateTime other) {
        if (zone.isPresent() != other.zone.isPresent()) {
            throw PythonFault.raised("TypeError", "can't subtract offset-naive and offset-aware datetimes");
        }
        return Duration.between(other.utc(), utc());
    }

    @Override
    public Optional<Value> operateReversed(Operator operator, Value left) {
        return operator == Operator.ADD && left instanceof Stretch stretch
                ? Optional.of(plus(stretch.value()))
                : Optional.empty();
    }

    private Value plus(Duration stretch) {
        return new DateTime(DateClasses.inRange(() -> value.plus(stretch)), zone);
    }

    @Override
    public Optional<Value> compare(Comparator comparator, Value right) {
        if (!(right instanceof DateTime other)) {
            return Optional.empty();
        }
        if (zone.isPresent() != other.zone.isPresent()) {
            if (comparator != Comparator.EQUAL && comparator != Comparator.NOT_EQUAL) {
                throw PythonFault.raised("TypeError", "can't compare offset-naive and offset-aware datetimes");
            }
            return Operations.decide(comparator, false);
        }
        return Operations.decide(comparator, utc().compareTo(other.utc()));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DateTime time && zone.isPresent() == time.zone.isPresent()
                && utc().equals(time.utc());
    }

    @Override
    public int hashCode() {
        return utc().hashCode();
    }

    @Override
    public String written() {
        var seconds = value.getSecond() != 0 || value.getNano() != 0 ? ", " + value.getSecond() : "";
        var micros = value.getNano() != 0 ? ", " + value.getNano() / 1000 : "";
        return "datetime.datetime(%d, %d, %d, %d, %d%s%s%s)".formatted(value.getYear(), value.getMonthValue(),
                value.getDayOfMonth(), value.getHour(), value.getMinute(), seconds, micros,
                zone.map(z -> ", tzinfo=" + z.written()).orElse(""));
    }

    @Override
    public String shown() {
        return DateText.iso(this, " ", "auto");
    }

    @Override
    public String format(String specification) {
        return specification.isEmpty() ? shown() : DateText.format(specification, this);
    }
}
