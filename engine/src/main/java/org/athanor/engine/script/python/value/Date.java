package org.athanor.engine.script.python.value;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;

import org.athanor.engine.script.python.tree.Comparator;
import org.athanor.engine.script.python.tree.Operator;
import org.athanor.engine.script.python.value.BuiltinClasses.Typed;

/// `date`.
public record Date(LocalDate value) implements Typed {
    public Date {
        DateClasses.checkYear(value.getYear());
    }

    @Override
    public PythonClass type() {
        return DateClasses.DATE;
    }

    @Override
    public String typeName() {
        return "date";
    }

    @Override
    public Value attribute(String name) {
        return switch (name) {
            case "year" -> Whole.of(value.getYear());
            case "month" -> Whole.of(value.getMonthValue());
            case "day" -> Whole.of(value.getDayOfMonth());
            default -> DateMethods.DATE.of(this, name);
        };
    }

    @Override
    public Optional<Value> operate(Operator operator, Value right) {
        return switch (right) {
            case Stretch stretch when operator == Operator.ADD -> Optional.of(plus(stretch.value()));
            case Stretch stretch when operator == Operator.SUBTRACT -> Optional.of(plus(stretch.value().negated()));
            case Date other when operator == Operator.SUBTRACT ->
                Optional.of(new Stretch(Duration.ofDays(value.toEpochDay() - other.value.toEpochDay())));
            default -> Optional.empty();
        };
    }

    @Override
    public Optional<Value> operateReversed(Operator operator, Value left) {
        return operator == Operator.ADD && left instanceof Stretch stretch
                ? Optional.of(plus(stretch.value()))
                : Optional.empty();
    }

    private Value plus(Duration stretch) {
        return new Date(DateClasses.inRange(() -> value.plusDays(Stretch.days(stretch))));
    }

    @Override
    public Optional<Value> compare(Comparator comparator, Value right) {
        return right instanceof Date other
                ? Operations.decide(comparator, value.compareTo(other.value))
                : Optional.empty();
    }

    @Override
    public String written() {
        return "datetime.date(%d, %d, %d)".formatted(value.getYear(), value.getMonthValue(), value.getDayOfMonth());
    }

    @Override
    public String shown() {
        return DateText.iso(value);
    }

    @Override
    public String format(String specification) {
        return specification.isEmpty() ? shown() : DateText.format(specification, new DateTime(value.atStartOfDay()));
    }
}
