package org.athanor.engine.script.python.value;

import java.math.BigDecimal;
import java.math.BigInteger;

/// The methods of `int` and `float`.
final class NumberMethods {
    static final Methods<Whole> WHOLE = Methods.<Whole>of("int")
            .with("bit_length", "", (n, _) -> Whole.of(n.value().abs().bitLength()))
            .with("bit_count", "", (n, _) -> Whole.of(n.value().abs().bitCount()))
            .with("conjugate", "", (n, _) -> n)
            .with("is_integer", "", (_, _) -> Truth.TRUE)
            .with("as_integer_ratio", "", (n, _) -> Tuple.of(n, Whole.of(1)))
            .with("to_bytes", "length=1, byteorder='big', *, signed=False", NumberMethods::bytes)
            .with("from_bytes", "bytes, byteorder='big', *, signed=False", (_, a) -> fromBytes(a))
            .with("__int__", "", (n, _) -> n)
            .with("__index__", "", (n, _) -> n)
            .with("__float__", "", (n, _) -> new Real(Numbers.real(n)));
    static final Methods<Real> REAL = Methods.<Real>of("float")
            .with("is_integer", "",
                    (n, _) -> Truth.of(n.value() == Math.rint(n.value()) && !Double.isInfinite(n.value())))
            .with("conjugate", "", (n, _) -> n)
            .with("as_integer_ratio", "", (n, _) -> ratio(n.value()))
            .with("hex", "", (n, _) -> {
                throw PythonFault.unreadable("float.hex isn't read here");
            })
            .with("__int__", "", (n, _) -> new Whole(new BigDecimal(n.value()).toBigInteger()))
            .with("__float__", "", (n, _) -> n);

    private NumberMethods() {}

    private static Value ratio(double value) {
        var exact = new BigDecimal(value);
        var denominator = BigInteger.TEN.pow(Math.max(0, exact.scale()));
        var numerator = exact.multiply(new BigDecimal(denominator)).toBigInteger();
        var common = numerator.gcd(denominator).max(BigInteger.ONE);
        return Tuple.of(new Whole(numerator.divide(common)), new Whole(denominator.divide(common)));
    }

    private static Value bytes(Whole number, Signature.Bound given) {
        int length = given.find("length").map(Whole::index).orElse(1);
        Budget.room(length);
        boolean signed = given.get("signed", Truth.FALSE).truth();
        if (number.value().signum() < 0 && !signed) {
            throw PythonFault.raised("OverflowError", "can't convert negative int to unsigned");
        }
        if (number.value().bitLength() + (signed ? 1 : 0) > length * 8L) {
            throw PythonFault.raised("OverflowError", "int too big to convert");
        }
        var out = new StringBuilder();
        for (int i = length - 1; i >= 0; i--) {
            out.append((char) (number.value().shiftRight(8 * i).intValue() & 0xff));
        }
        return new Bytes(isLittle(given) ? out.reverse().toString() : out.toString());
    }

    private static boolean isLittle(Signature.Bound given) {
        return given.find("byteorder").map(v -> v.shown().equals("little")).orElse(false);
    }

    private static Value fromBytes(Signature.Bound given) {
        if (!(given.get("bytes") instanceof Bytes bytes)) {
            throw PythonFault.unreadable("int.from_bytes of anything but bytes isn't read here");
        }
        var text = isLittle(given) ? new StringBuilder(bytes.value()).reverse().toString() : bytes.value();
        var magnitude = new Bytes(text).bytes();
        return new Whole(given.get("signed", Truth.FALSE).truth() && magnitude.length > 0
                ? new BigInteger(magnitude)
                : new BigInteger(1, magnitude));
    }
}
