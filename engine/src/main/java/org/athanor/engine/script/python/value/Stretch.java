package org.athanor.engine.script.python.value;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Optional;

import org.athanor.engine.script.python.tree.Comparator;
import org.athanor.engine.script.python.tree.Operator;
import org.athanor.engine.script.python.value.BuiltinClasses.Typed;

/// `timedelta`.
public record Stretch(Duration value) implements Typed {
    private static final long DAY = 86_400;
    private static final BigInteger MILLION = BigInteger.valueOf(1_000_000);

    /// Whole days, rounded down.
    static long days(Duration stretch) {
        return Math.floorDiv(stretch.toSeconds(), DAY);
    }

    private BigInteger micros() {
        return BigInteger.valueOf(value.toSeconds()).multiply(MILLION)
                .add(BigInteger.valueOf(value.toNanosPart() / 1000));
    }

    static Stretch ofMicros(BigInteger micros) {
        var parts = Numbers.floor(micros, MILLION);
        if (parts[0].abs().compareTo(BigInteger.valueOf(DAY * 1_000_000_000)) >= 0) {
            throw PythonFault.raised("OverflowError",
                    "days=%s; must have magnitude <= 999999999".formatted(parts[0].divide(BigInteger.valueOf(DAY))));
        }
        return new Stretch(Duration.ofSeconds(parts[0].longValue(), parts[1].longValue() * 1000));
    }

    static Stretch ofMicros(BigDecimal micros) {
        return ofMicros(micros.setScale(0, RoundingMode.HALF_EVEN).toBigInteger());
    }

    @Override
    public PythonClass type() {
        return DateClasses.TIMEDELTA;
    }

    @Override
    public String typeName() {
        return "timedelta";
    }

    @Override
    public boolean truth() {
        return !value.isZero();
    }

    @Override
    public Value attribute(String name) {
        return switch (name) {
            case "days" -> Whole.of(days(value));
            case "seconds" -> Whole.of(Math.floorMod(value.toSeconds(), DAY));
            case "microseconds" -> Whole.of(value.toNanosPart() / 1000);
            case "total_seconds" -> NativeFunction.of(name, "", _ -> new Real(
                    new BigDecimal(micros()).divide(new BigDecimal(MILLION)).doubleValue()));
            default -> Typed.super.attribute(name);
        };
    }

    @Override
    public Optional<Value> operate(Operator operator, Value right) {
        if (right instanceof Stretch other) {
            return between(operator, other);
        }
        var whole = Numbers.whole(right);
        if (whole == null && !(right instanceof Real)) {
            return Optional.empty();
        }
        var factor = whole != null ? new BigDecimal(whole) : new BigDecimal(Numbers.real(right));
        return switch (operator) {
            case MULTIPLY -> Optional.of(ofMicros(new BigDecimal(micros()).multiply(factor)));
            case DIVIDE -> {
                refuseZero(factor.signum());
                yield Optional.of(ofMicros(new BigDecimal(micros()).divide(factor, 0, RoundingMode.HALF_EVEN)));
            }
            case FLOOR_DIVIDE -> whole == null
                    ? Optional.empty()
                    : Optional.of(ofMicros(Numbers.floor(micros(), whole)[0]));
            case ADD, SUBTRACT, MODULO, POWER, MATRIX, SHIFT_LEFT, SHIFT_RIGHT, OR, XOR, AND -> Optional.empty();
        };
    }

    private static void refuseZero(int sign) {
        if (sign == 0) {
            throw PythonFault.raised("ZeroDivisionError", "division by zero");
        }
    }

    private Optional<Value> between(Operator operator, Stretch other) {
        return switch (operator) {
            case ADD -> Optional.of(ofMicros(micros().add(other.micros())));
            case SUBTRACT -> Optional.of(ofMicros(micros().subtract(other.micros())));
            case DIVIDE -> {
                refuseZero(other.micros().signum());
                yield Optional.of(new Real(new BigDecimal(micros())
                        .divide(new BigDecimal(other.micros()), java.math.MathContext.DECIMAL64).doubleValue()));
            }
            case FLOOR_DIVIDE -> Optional.of(new Whole(Numbers.floor(micros(), other.micros())[0]));
            case MODULO -> Optional.of(ofMicros(Numbers.floor(micros(), other.micros())[1]));
            case MULTIPLY, POWER, MATRIX, SHIFT_LEFT, SHIFT_RIGHT, OR, XOR, AND -> Optional.empty();
        };
    }

    @Override
    public Optional<Value> operateReversed(Operator operator, Value left) {
        return operator == Operator.MULTIPLY ? operate(operator, left) : Optional.empty();
    }

    @Override
    public Optional<Value> compare(Comparator comparator, Value right) {
        return right instanceof Stretch other
                ? Operations.decide(comparator, value.compareTo(other.value))
                : Optional.empty();
    }

    @Override
    public Optional<Value> negate() {
        return Optional.of(new Stretch(value.negated()));
    }

    @Override
    public Optional<Value> affirm() {
        return Optional.of(this);
    }

    @Override
    public String written() {
        long days = days(value);
        long seconds = Math.floorMod(value.toSeconds(), DAY);
        int micros = value.toNanosPart() / 1000;
        var text = (days != 0 ? ", days=" + days : "") + (seconds != 0 ? ", seconds=" + seconds : "")
                + (micros != 0 ? ", microseconds=" + micros : "");
        return "datetime.timedelta(%s)".formatted(text.isEmpty() ? "0" : text.substring(2));
    }

    @Override
    public String shown() {
        long days = days(value);
        long seconds = Math.floorMod(value.toSeconds(), DAY);
        int micros = value.toNanosPart() / 1000;
        return "%s%d:%02d:%02d%s".formatted(
                days == 0 ? "" : "%d day%s, ".formatted(days, Math.abs(days) == 1 ? "" : "s"), seconds / 3600,
                seconds / 60 % 60, seconds % 60, micros == 0 ? "" : ".%06d".formatted(micros));
    }
}
