package org.athanor.engine.script.python.value;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.athanor.engine.script.python.tree.Comparator;
import org.athanor.engine.script.python.tree.Operator;
import org.athanor.engine.script.python.value.BuiltinClasses.Typed;

/// `Decimal`: a number with the digits that were written.
public record Exact(BigDecimal value) implements Typed {
    public static final PythonClass TYPE = BuiltinClasses.library("Decimal", BuiltinClasses.OBJECT,
            "value='0', context=None", given -> of(given.get("value", Whole.of(0))), Map.of());
    private static final MathContext CONTEXT = new MathContext(28, RoundingMode.HALF_EVEN);
    private static final int LARGEST = 10_000;
    private static final Methods<Exact> METHODS = Methods.<Exact>of("Decimal")
            .with("quantize", "exp, rounding=None, context=None", Exact::quantized)
            .with("normalize", "context=None", (e, _) -> new Exact(e.value.signum() == 0
                    ? BigDecimal.ZERO
                    : e.value.round(CONTEXT).stripTrailingZeros()))
            .with("to_integral_value", "rounding=None, context=None",
                    (e, _) -> new Exact(e.value.setScale(0, RoundingMode.HALF_EVEN)))
            .with("as_tuple", "", (e, _) -> Tuple.of(Whole.of(e.value.signum() < 0 ? 1 : 0),
                    digits(e.value), Whole.of(-e.value.scale())))
            .with("is_nan", "", (_, _) -> Truth.FALSE)
            .with("is_finite", "", (_, _) -> Truth.TRUE)
            .with("is_zero", "", (e, _) -> Truth.of(e.value.signum() == 0))
            .with("copy_abs", "", (e, _) -> new Exact(e.value.abs()))
            .with("copy_negate", "", (e, _) -> new Exact(e.value.negate()))
            .with("sqrt", "context=None", (e, _) -> new Exact(e.value.sqrt(CONTEXT)));

    private static Value of(Value value) {
        var whole = Numbers.whole(value);
        if (whole != null) {
            return new Exact(new BigDecimal(whole));
        }
        return switch (value.plain()) {
            case Exact exact -> exact;
            case Real real -> new Exact(new BigDecimal(real.value()));
            case Text text -> parsed(text.value());
            default -> {
                Unresolved.refuse(value);
                throw PythonFault.raised("TypeError",
                        "conversion from %s to Decimal is not supported".formatted(value.typeName()));
            }
        };
    }

    private static Value parsed(String text) {
        var bare = text.strip().replace("_", "").toLowerCase(Locale.ROOT);
        if (bare.equals("nan") || bare.endsWith("inf") || bare.endsWith("infinity")) {
            throw PythonFault.unreadable("A Decimal that is no number isn't read here");
        }
        try {
            var parsed = new BigDecimal(bare);
            if (Math.abs((long) parsed.scale()) > LARGEST || parsed.precision() > LARGEST) {
                throw PythonFault.exhausted("A Decimal of so many digits is more than a revision may hold");
            }
            return new Exact(parsed);
        } catch (NumberFormatException _) {
            throw PythonFault.raised("InvalidOperation", "[<class 'decimal.ConversionSyntax'>]");
        }
    }

    private static Value digits(BigDecimal value) {
        var digits = new Sequence(List.of());
        value.unscaledValue().abs().toString().chars().forEach(c -> digits.add(Whole.of(c - '0')));
        return new Tuple(digits.elements());
    }

    private static Value quantized(Exact number, Signature.Bound given) {
        if (!(of(given.get("exp")) instanceof Exact like)) {
            throw new IllegalStateException("A Decimal is one");
        }
        var mode = switch (given.given("rounding").map(Value::shown).orElse("ROUND_HALF_EVEN")) {
            case "ROUND_HALF_UP" -> RoundingMode.HALF_UP;
            case "ROUND_HALF_DOWN" -> RoundingMode.HALF_DOWN;
            case "ROUND_DOWN" -> RoundingMode.DOWN;
            case "ROUND_UP" -> RoundingMode.UP;
            case "ROUND_FLOOR" -> RoundingMode.FLOOR;
            case "ROUND_CEILING" -> RoundingMode.CEILING;
            default -> RoundingMode.HALF_EVEN;
        };
        return new Exact(number.value.setScale(like.value.scale(), mode));
    }

    @Override
    public PythonClass type() {
        return TYPE;
    }

    @Override
    public String typeName() {
        return "Decimal";
    }

    @Override
    public Value attribute(String name) {
        return METHODS.of(this, name);
    }

    @Override
    public boolean truth() {
        return value.signum() != 0;
    }

    @Override
    public Optional<Value> operate(Operator operator, Value right) {
        return right instanceof Exact || Numbers.whole(right) != null && !(right instanceof Instance)
                ? computed(operator, value, ((Exact) of(right)).value)
                : Optional.empty();
    }

    @Override
    public Optional<Value> operateReversed(Operator operator, Value left) {
        return Numbers.whole(left) == null ? Optional.empty() : computed(operator, ((Exact) of(left)).value, value);
    }

    private static Optional<Value> computed(Operator operator, BigDecimal a, BigDecimal b) {
        return switch (operator) {
            case ADD -> Optional.of(new Exact(a.add(b, CONTEXT)));
            case SUBTRACT -> Optional.of(new Exact(a.subtract(b, CONTEXT)));
            case MULTIPLY -> Optional.of(new Exact(a.multiply(b, CONTEXT)));
            case DIVIDE -> {
                refuseZero(b);
                yield Optional.of(new Exact(quotient(a, b)));
            }
            case FLOOR_DIVIDE -> {
                refuseZero(b);
                yield Optional.of(new Exact(a.divideToIntegralValue(b).setScale(0, RoundingMode.DOWN)));
            }
            case MODULO -> {
                refuseZero(b);
                yield Optional.of(new Exact(a.remainder(b)));
            }
            case POWER -> b.scale() <= 0 && b.abs().compareTo(BigDecimal.valueOf(9999)) <= 0
                    ? Optional.of(new Exact(a.pow(b.intValue(), CONTEXT)))
                    : Optional.empty();
            case MATRIX, SHIFT_LEFT, SHIFT_RIGHT, OR, XOR, AND -> Optional.empty();
        };
    }

    /// As few digits as the quotient needs, but not fewer than its operands have.
    private static BigDecimal quotient(BigDecimal a, BigDecimal b) {
        var exact = a.divide(b, CONTEXT);
        int least = a.scale() - b.scale();
        var stripped = exact.signum() == 0 ? BigDecimal.ZERO : exact.stripTrailingZeros();
        return stripped.scale() < least ? stripped.setScale(least, RoundingMode.UNNECESSARY) : stripped;
    }

    private static void refuseZero(BigDecimal value) {
        if (value.signum() == 0) {
            throw PythonFault.raised("DivisionByZero", "[<class 'decimal.DivisionByZero'>]");
        }
    }

    @Override
    public Optional<Value> compare(Comparator comparator, Value right) {
        if (right instanceof Real real) {
            return Operations.decide(comparator, value.compareTo(new BigDecimal(real.value())));
        }
        return right instanceof Exact || Numbers.whole(right) != null
                ? Operations.decide(comparator, value.compareTo(((Exact) of(right.plain())).value))
                : Optional.empty();
    }

    @Override
    public Optional<Value> negate() {
        return Optional.of(new Exact(value.negate()));
    }

    @Override
    public Optional<Value> affirm() {
        return Optional.of(this);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Value right && compare(Comparator.EQUAL, right).map(Value::truth).orElse(false);
    }

    @Override
    public int hashCode() {
        return value.signum() == 0 || value.stripTrailingZeros().scale() <= 0
                ? value.toBigInteger().hashCode()
                : value.stripTrailingZeros().hashCode();
    }

    /// As Python writes it: with an exponent where the number is far from its digits.
    static String written(BigDecimal value) {
        return value.toString();
    }

    @Override
    public String written() {
        return "Decimal('%s')".formatted(shown());
    }

    @Override
    public String shown() {
        return written(value);
    }

    @Override
    public String format(String specification) {
        return specification.isEmpty() ? shown() : FormatSpecification.of(specification).exact(value);
    }
}
