package org.athanor.engine.script.python.value;

import java.math.BigInteger;
import java.util.Optional;

import org.athanor.engine.script.python.tree.Comparator;
import org.athanor.engine.script.python.tree.Operator;
import org.jspecify.annotations.Nullable;

/// Arithmetic of `int`, `float` and `bool`.
final class Numbers {
    private static final long LARGEST = 4_000_000;

    private Numbers() {}

    /// The whole number that a value is, as `True` is 1.
    static @Nullable BigInteger whole(Value value) {
        return switch (value.plain()) {
            case Whole whole -> whole.value();
            case Truth truth -> truth == Truth.TRUE ? BigInteger.ONE : BigInteger.ZERO;
            default -> null;
        };
    }

    static Optional<Value> operate(Operator operator, Value left, Value right) {
        var a = whole(left);
        var b = whole(right);
        if (a != null && b != null) {
            return left instanceof Truth && right instanceof Truth && isBitwise(operator)
                    ? Optional.of(Truth.of(bits(operator, a, b).signum() != 0))
                    : wholes(operator, a, b);
        }
        if ((a != null || left.plain() instanceof Real) && (b != null || right.plain() instanceof Real)) {
            return reals(operator, real(left), real(right));
        }
        return Optional.empty();
    }

    private static boolean isBitwise(Operator operator) {
        return operator == Operator.OR || operator == Operator.AND || operator == Operator.XOR;
    }

    private static BigInteger bits(Operator operator, BigInteger a, BigInteger b) {
        return switch (operator) {
            case OR -> a.or(b);
            case AND -> a.and(b);
            default -> a.xor(b);
        };
    }

    static double real(Value value) {
        var whole = whole(value);
        if (whole == null) {
            return value.plain() instanceof Real real ? real.value() : Double.NaN;
        }
        double real = whole.doubleValue();
        if (Double.isInfinite(real)) {
            throw PythonFault.raised("OverflowError", "int too large to convert to float");
        }
        return real;
    }

    private static Optional<Value> wholes(Operator operator, BigInteger a, BigInteger b) {
        return switch (operator) {
            case ADD -> Optional.of(new Whole(a.add(b)));
            case SUBTRACT -> Optional.of(new Whole(a.subtract(b)));
            case MULTIPLY -> Optional.of(new Whole(product(a, b)));
            case DIVIDE -> Optional.of(new Real(quotient(a, b)));
            case FLOOR_DIVIDE -> Optional.of(new Whole(floor(a, b)[0]));
            case MODULO -> Optional.of(new Whole(floor(a, b)[1]));
            case POWER -> Optional.of(power(a, b));
            case SHIFT_LEFT -> Optional.of(new Whole(shift(a, b, true)));
            case SHIFT_RIGHT -> Optional.of(new Whole(shift(a, b, false)));
            case OR, XOR, AND -> Optional.of(new Whole(bits(operator, a, b)));
            case MATRIX -> Optional.empty();
        };
    }

    private static BigInteger product(BigInteger a, BigInteger b) {
        bound((long) a.bitLength() + b.bitLength());
        return a.multiply(b);
    }

    private static void bound(long bits) {
        if (bits > LARGEST) {
            throw PythonFault.exhausted("A number of %,d bits is more than a revision may hold".formatted(bits));
        }
        Budget.room(bits >> 5);
        Budget.time(bits >> 7);
    }

    private static double quotient(BigInteger a, BigInteger b) {
        if (b.signum() == 0) {
            throw zero("division by zero");
        }
        double x = a.doubleValue();
        double y = b.doubleValue();
        if (a.bitLength() <= 53 && b.bitLength() <= 53) {
            return x / y;
        }
        var exact = new java.math.BigDecimal(a).divide(new java.math.BigDecimal(b), new java.math.MathContext(40));
        double result = exact.doubleValue();
        if (Double.isInfinite(result)) {
            throw PythonFault.raised("OverflowError", "integer division result too large for a float");
        }
        return result;
    }

    /// The quotient rounded down, and what remains with the sign of the divisor.
    static BigInteger[] floor(BigInteger a, BigInteger b) {
        if (b.signum() == 0) {
            throw zero("integer division or modulo by zero");
        }
        var both = a.divideAndRemainder(b);
        if (both[1].signum() != 0 && both[1].signum() != b.signum()) {
            both[0] = both[0].subtract(BigInteger.ONE);
            both[1] = both[1].add(b);
        }
        return both;
    }

    private static Value power(BigInteger a, BigInteger b) {
        if (b.signum() < 0) {
            if (a.signum() == 0) {
                throw zero("0.0 cannot be raised to a negative power");
            }
            return new Real(Math.pow(real(new Whole(a)), real(new Whole(b))));
        }
        if (a.bitLength() <= 1 && a.abs().compareTo(BigInteger.ONE) <= 0) {
            return new Whole(b.signum() == 0 || a.signum() > 0 || a.signum() < 0 && !b.testBit(0)
                    ? BigInteger.ONE
                    : a.signum() == 0 ? BigInteger.ZERO : a);
        }
        bound(b.bitLength() > 31 ? Long.MAX_VALUE : (long) a.bitLength() * b.intValue());
        return new Whole(a.pow(b.intValue()));
    }

    private static BigInteger shift(BigInteger a, BigInteger b, boolean left) {
        if (b.signum() < 0) {
            throw PythonFault.raised("ValueError", "negative shift count");
        }
        if (b.bitLength() > 31) {
            if (left && a.signum() != 0) {
                bound(Long.MAX_VALUE);
            }
            return a.signum() < 0 && !left ? BigInteger.ONE.negate() : BigInteger.ZERO;
        }
        if (!left) {
            return a.shiftRight(b.intValue());
        }
        bound(a.signum() == 0 ? 0 : (long) a.bitLength() + b.intValue());
        return a.signum() == 0 ? a : a.shiftLeft(b.intValue());
    }

    private static Optional<Value> reals(Operator operator, double a, double b) {
        return switch (operator) {
            case ADD -> Optional.of(new Real(a + b));
            case SUBTRACT -> Optional.of(new Real(a - b));
            case MULTIPLY -> Optional.of(new Real(a * b));
            case DIVIDE -> {
                if (b == 0) {
                    throw zero("float division by zero");
                }
                yield Optional.of(new Real(a / b));
            }
            case FLOOR_DIVIDE -> Optional.of(new Real(floor(a, b)[0]));
            case MODULO -> Optional.of(new Real(floor(a, b)[1]));
            case POWER -> Optional.of(power(a, b));
            case MATRIX, SHIFT_LEFT, SHIFT_RIGHT, OR, XOR, AND -> Optional.empty();
        };
    }

    static double[] floor(double a, double b) {
        if (b == 0) {
            throw zero("float floor division by zero");
        }
        double rest = a % b;
        double quotient = (a - rest) / b;
        if (rest != 0 && rest < 0 != b < 0) {
            rest += b;
            quotient -= 1;
        } else if (rest == 0) {
            rest = Math.copySign(0.0, b);
        }
        double down = Math.floor(quotient);
        return new double[]{quotient == 0 ? Math.copySign(0.0, a / b) : quotient - down > 0.5 ? down + 1 : down, rest};
    }

    private static Value power(double a, double b) {
        if (a == 0 && b < 0) {
            throw zero("0.0 cannot be raised to a negative power");
        }
        double result = a == 1 ? 1 : Math.pow(a, b);
        if (Double.isNaN(result) && !Double.isNaN(a) && !Double.isNaN(b)) {
            throw PythonFault.unreadable("Complex numbers aren't read here");
        }
        if (Double.isInfinite(result) && !Double.isInfinite(a) && !Double.isInfinite(b)) {
            throw PythonFault.raised("OverflowError", "(34, 'Numerical result out of range')");
        }
        return new Real(result);
    }

    private static PythonFault zero(String reason) {
        return PythonFault.raised("ZeroDivisionError", reason);
    }

    static Optional<Value> compare(Comparator comparator, Value left, Value right) {
        var a = whole(left);
        var b = whole(right);
        if (a != null && b != null) {
            return Operations.decide(comparator, a.compareTo(b));
        }
        if ((a != null || left.plain() instanceof Real) && (b != null || right.plain() instanceof Real)) {
            double x = a != null ? a.doubleValue() : real(left);
            double y = b != null ? b.doubleValue() : real(right);
            if (Double.isNaN(x) || Double.isNaN(y)) {
                return Optional.of(Truth.of(comparator == Comparator.NOT_EQUAL));
            }
            return Operations.decide(comparator, x == y ? 0 : Double.compare(x, y));
        }
        return Optional.empty();
    }

    /// Python's equality, for keys: 1, 1.0 and True are one.
    static boolean equal(Value left, Object right) {
        return right instanceof Value value && compare(Comparator.EQUAL, left, value).orElse(Truth.FALSE).truth();
    }

    static int hash(double value) {
        return value == Math.rint(value) && !Double.isInfinite(value)
                ? new java.math.BigDecimal(value).toBigInteger().hashCode()
                : Double.hashCode(value);
    }
}
