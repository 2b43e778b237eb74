package org.athanor.engine.script.python.library;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.DoubleUnaryOperator;

import org.athanor.engine.script.python.tree.Operator;
import org.athanor.engine.script.python.value.Arguments;
import org.athanor.engine.script.python.value.BuiltinClasses;
import org.athanor.engine.script.python.value.Descriptor;
import org.athanor.engine.script.python.value.Exact;
import org.athanor.engine.script.python.value.ExceptionClasses;
import org.athanor.engine.script.python.value.Instance;
import org.athanor.engine.script.python.value.Module;
import org.athanor.engine.script.python.value.Operations;
import org.athanor.engine.script.python.value.PythonFault;
import org.athanor.engine.script.python.value.Real;
import org.athanor.engine.script.python.value.Signature;
import org.athanor.engine.script.python.value.Text;
import org.athanor.engine.script.python.value.Truth;
import org.athanor.engine.script.python.value.Value;
import org.athanor.engine.script.python.value.Whole;

/// `math`, `decimal`, and what `random` and `secrets` can't say.
final class Maths {
    private Maths() {}

    static Module math() {
        var members = new Members().value("pi", new Real(Math.PI)).value("e", new Real(Math.E))
                .value("tau", new Real(2 * Math.PI)).value("inf", new Real(Double.POSITIVE_INFINITY))
                .value("nan", new Real(Double.NaN))
                .function("ceil", "x, /", given -> whole(given, RoundingMode.CEILING))
                .function("floor", "x, /", given -> whole(given, RoundingMode.FLOOR))
                .function("trunc", "x, /", given -> whole(given, RoundingMode.DOWN))
                .function("gcd", "*integers", given -> folded(given, BigInteger.ZERO, BigInteger::gcd))
                .function("lcm", "*integers", given -> folded(given, BigInteger.ONE, Maths::common))
                .function("isqrt", "n, /", given -> new Whole(Builtins.integer(given.get("n")).sqrt()))
                .function("factorial", "x, /", given -> factorial(Whole.index(given.get("x"))))
                .function("comb", "n, k, /",
                        given -> combinations(Whole.index(given.get("n")), Whole.index(given.get("k"))))
                .function("isnan", "x, /", given -> Truth.of(Double.isNaN(real(given, "x"))))
                .function("isinf", "x, /", given -> Truth.of(Double.isInfinite(real(given, "x"))))
                .function("isfinite", "x, /", given -> Truth.of(Double.isFinite(real(given, "x"))))
                .function("pow", "x, y, /", given -> new Real(Math.pow(real(given, "x"), real(given, "y"))))
                .function("fmod", "x, y, /", given -> new Real(real(given, "x") % real(given, "y")))
                .function("hypot", "x, y, /", given -> new Real(Math.hypot(real(given, "x"), real(given, "y"))))
                .function("prod", "iterable, /", given -> {
                    Value product = Whole.of(1);
                    for (var one : Builtins.elements(given.get("iterable"))) {
                        product = Operations.operate(
                                Operator.MULTIPLY, product, one);
                    }
                    return product;
                })
                .function("log", "x, base=None, /", Maths::logarithm);
        add(members, "sqrt", Math::sqrt);
        add(members, "fabs", Math::abs);
        add(members, "exp", Math::exp);
        add(members, "log2", x -> Math.log(x) / Math.log(2));
        add(members, "log10", Math::log10);
        add(members, "sin", Math::sin);
        add(members, "cos", Math::cos);
        add(members, "tan", Math::tan);
        add(members, "radians", Math::toRadians);
        add(members, "degrees", Math::toDegrees);
        return members.module("math");
    }

    private static void add(Members members, String name, DoubleUnaryOperator operator) {
        members.function(name, "x, /", given -> {
            double x = real(given, "x");
            double result = operator.applyAsDouble(x);
            if (Double.isNaN(result) && !Double.isNaN(x) || Double.isInfinite(result) && name.startsWith("log")) {
                throw PythonFault.raised("ValueError", "math domain error");
            }
            if (Double.isInfinite(result) && !Double.isInfinite(x)) {
                throw PythonFault.raised("OverflowError", "math range error");
            }
            return new Real(result);
        });
    }

    private static double real(Signature.Bound given, String name) {
        return BuiltinClasses.FLOAT.call(Arguments.of(refuseText(given.get(name)))) instanceof Real real
                ? real.value()
                : Double.NaN;
    }

    private static Value refuseText(Value value) {
        if (value instanceof Text) {
            throw PythonFault.raised("TypeError", "must be real number, not str");
        }
        return value;
    }

    private static Value whole(Signature.Bound given, RoundingMode mode) {
        var value = given.get("x");
        if (value instanceof Exact exact) {
            return new Whole(exact.value().setScale(0, mode).toBigInteger());
        }
        if (value.plain() instanceof Whole || value instanceof Truth) {
            return new Whole(Builtins.integer(value));
        }
        double real = real(given, "x");
        if (!Double.isFinite(real)) {
            throw Double.isNaN(real)
                    ? PythonFault.raised("ValueError", "cannot convert float NaN to integer")
                    : PythonFault.raised("OverflowError", "cannot convert float infinity to integer");
        }
        return new Whole(new BigDecimal(real).setScale(0, mode).toBigInteger());
    }

    private static Value folded(Signature.Bound given, BigInteger start,
            BinaryOperator<BigInteger> deed) {
        var result = start;
        for (var one : given.rest()) {
            result = deed.apply(result, Builtins.integer(one));
        }
        return new Whole(result.abs());
    }

    private static BigInteger common(BigInteger a, BigInteger b) {
        return a.signum() == 0 || b.signum() == 0 ? BigInteger.ZERO : a.multiply(b).divide(a.gcd(b));
    }

    private static Value factorial(int n) {
        if (n < 0) {
            throw PythonFault.raised("ValueError", "factorial() not defined for negative values");
        }
        if (n > 5_000) {
            throw PythonFault.exhausted("A factorial of more than 5,000 is more than a revision may compute");
        }
        var product = BigInteger.ONE;
        for (int i = 2; i <= n; i++) {
            product = product.multiply(BigInteger.valueOf(i));
        }
        return new Whole(product);
    }

    private static Value combinations(int n, int k) {
        if (n > 5_000) {
            throw PythonFault.exhausted("So many combinations are more than a revision may compute");
        }
        var count = BigInteger.ONE;
        for (int i = 1; i <= k; i++) {
            count = count.multiply(BigInteger.valueOf(n - k + (long) i)).divide(BigInteger.valueOf(i));
        }
        return new Whole(k > n ? BigInteger.ZERO : count);
    }

    private static Value logarithm(Signature.Bound given) {
        double x = real(given, "x");
        if (x <= 0) {
            throw PythonFault.raised("ValueError", "math domain error");
        }
        return new Real(given.given("base").isPresent() ? Math.log(x) / Math.log(real(given, "base")) : Math.log(x));
    }

    static Module decimal() {
        var members = new Members().type(Exact.TYPE);
        for (var mode : List.of("ROUND_HALF_UP", "ROUND_HALF_EVEN", "ROUND_HALF_DOWN", "ROUND_DOWN", "ROUND_UP",
                "ROUND_FLOOR", "ROUND_CEILING")) {
            members.value(mode, new Text(mode));
        }
        for (var name : List.of("InvalidOperation", "DivisionByZero", "Overflow", "Inexact", "Rounded",
                "DecimalException")) {
            members.type(ExceptionClasses.find(name));
        }
        return members.function("getcontext", "", _ -> context()).module("decimal");
    }

    /// Python's usual context, for those who ask; changes to it are not followed.
    private static Value context() {
        var context = new Instance(BuiltinClasses.library("Context", BuiltinClasses.OBJECT, "", _ -> Whole.of(0),
                Map.of("__setattr__", Descriptor.NativeMethod.of("__setattr__",
                        "name, value", (_, _) -> {
                            throw PythonFault.unreadable("Changes to decimal's context aren't read here");
                        }))));
        context.keep("prec", Whole.of(28));
        context.keep("rounding", new Text("ROUND_HALF_EVEN"));
        return context;
    }

    static Module random() {
        var members = new Members();
        for (var name : List.of("random", "randint", "choice", "choices", "shuffle", "sample", "uniform", "seed",
                "randrange", "getrandbits", "Random", "SystemRandom")) {
            members.tolerant(name, "*args, **kwargs", _ -> {
                throw PythonFault.unreadable("random.%s() is another value in each run; that isn't read here"
                        .formatted(name));
            });
        }
        return members.module("random");
    }

    static Module secrets() {
        var members = new Members();
        for (var name : List.of("token_hex", "token_urlsafe", "token_bytes", "choice", "randbelow")) {
            members.tolerant(name, "*args, **kwargs", _ -> {
                throw PythonFault.unreadable("secrets.%s() is another value in each run; that isn't read here"
                        .formatted(name));
            });
        }
        return members.module("secrets");
    }
}
