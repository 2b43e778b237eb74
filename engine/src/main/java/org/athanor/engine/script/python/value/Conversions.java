package org.athanor.engine.script.python.value;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/// What `int(…)`, `float(…)`, `str(…)` and `bytes(…)` make of a value.
final class Conversions {
    private static final int LONGEST = 4_300;

    private Conversions() {}

    static Value whole(Signature.Bound given) {
        var value = given.get("x", Whole.of(0));
        if (given.given("base").isPresent()) {
            return parsed(Text.of(value, "int() can't convert non-string with explicit base; it"),
                    Whole.index(given.get("base")));
        }
        var whole = Numbers.whole(value);
        if (whole != null) {
            return new Whole(whole);
        }
        return switch (value.plain()) {
            case Text text -> parsed(text.value(), 10);
            case Bytes bytes -> parsed(bytes.value(), 10);
            case Real real -> whole(real.value());
            case Exact exact -> new Whole(exact.value().toBigInteger());
            default -> {
                if (value instanceof Instance instance && instance.special("__int__").isPresent()) {
                    yield instance.attribute("__int__").call(Arguments.of());
                }
                Unresolved.refuse(value);
                throw PythonFault.raised("TypeError",
                        "int() argument must be a string, a bytes-like object or a real number, not '%s'"
                                .formatted(value.typeName()));
            }
        };
    }

    private static Value whole(double value) {
        if (Double.isNaN(value)) {
            throw PythonFault.raised("ValueError", "cannot convert float NaN to integer");
        }
        if (Double.isInfinite(value)) {
            throw PythonFault.raised("OverflowError", "cannot convert float infinity to integer");
        }
        return new Whole(new BigDecimal(value).toBigInteger());
    }

    private static Value parsed(String text, int base) {
        var number = number(text.strip(), base);
        if (number == null) {
            throw PythonFault.raised("ValueError",
                    "invalid literal for int() with base %d: %s".formatted(base, Written.text(text)));
        }
        return new Whole(number);
    }

    private static @Nullable BigInteger number(String text, int base) {
        var digits = text.startsWith("-") || text.startsWith("+") ? text.substring(1) : text;
        int radix = base;
        if (digits.length() > 1 && digits.charAt(0) == '0') {
            int prefixed = switch (Character.toLowerCase(digits.charAt(1))) {
                case 'x' -> 16;
                case 'o' -> 8;
                case 'b' -> 2;
                default -> 0;
            };
            if (prefixed > 0 && (base == 0 || base == prefixed)) {
                radix = prefixed;
                digits = digits.substring(digits.startsWith("_", 2) ? 3 : 2);
            }
        }
        if (digits.isEmpty() || digits.startsWith("_") || digits.endsWith("_") || digits.contains("__")
                || digits.startsWith("-") || digits.startsWith("+")) {
            return null;
        }
        var bare = digits.replace("_", "");
        if (bare.length() > LONGEST) {
            throw PythonFault.raised("ValueError", "Exceeds the limit (4300 digits) for integer string conversion: "
                    + "value has %d digits; use sys.set_int_max_str_digits() to increase the limit"
                            .formatted(bare.length()));
        }
        try {
            var number = new BigInteger(bare, radix == 0 ? 10 : radix);
            return text.startsWith("-") ? number.negate() : number;
        } catch (NumberFormatException _) {
            return null;
        }
    }

    static Value real(Signature.Bound given) {
        var value = given.get("x", new Real(0));
        return switch (value.plain()) {
            case Text text -> new Real(parsed(text.value(), text));
            case Bytes bytes -> new Real(parsed(bytes.value(), bytes));
            case Real real -> real;
            case Exact exact -> new Real(exact.value().doubleValue());
            default -> {
                if (Numbers.whole(value) != null) {
                    yield new Real(Numbers.real(value));
                }
                if (value instanceof Instance instance && instance.special("__float__").isPresent()) {
                    yield instance.attribute("__float__").call(Arguments.of());
                }
                Unresolved.refuse(value);
                throw PythonFault.raised("TypeError",
                        "float() argument must be a string or a real number, not '%s'".formatted(value.typeName()));
            }
        };
    }

    private static double parsed(String text, Value written) {
        var bare = text.strip().toLowerCase(Locale.ROOT);
        var word = bare.startsWith("-") || bare.startsWith("+") ? bare.substring(1) : bare;
        double sign = bare.startsWith("-") ? -1 : 1;
        if (word.equals("inf") || word.equals("infinity")) {
            return sign * Double.POSITIVE_INFINITY;
        }
        if (word.equals("nan")) {
            return Double.NaN;
        }
        var digits = word.replaceAll("(?<=\\d)_(?=\\d)", "");
        try {
            if (!word.isEmpty() && "0123456789.".indexOf(word.charAt(0)) >= 0
                    && "0123456789.".indexOf(word.charAt(word.length() - 1)) >= 0 && word.indexOf('x') < 0) {
                return sign * Double.parseDouble(digits);
            }
        } catch (NumberFormatException _) {
            // Said below.
        }
        throw PythonFault.raised("ValueError", "could not convert string to float: " + written.written());
    }

    static Value text(Signature.Bound given) {
        var value = given.get("object", Text.EMPTY);
        if (given.given("encoding").isPresent() && value instanceof Bytes bytes) {
            return bytes.attribute("decode").call(Arguments.of(given.get("encoding")));
        }
        return value instanceof Text ? value : new Text(value.shown());
    }

    static Value bytes(Signature.Bound given) {
        var source = given.get("source", Nothing.NONE);
        if (source.plain() instanceof Text text) {
            if (given.given("encoding").isEmpty()) {
                throw PythonFault.raised("TypeError", "string argument without an encoding");
            }
            return text.attribute("encode").call(Arguments.of(given.get("encoding")));
        }
        if (source == Nothing.NONE || source instanceof Bytes) {
            return source == Nothing.NONE ? new Bytes("") : source;
        }
        if (Numbers.whole(source) != null) {
            int size = Math.max(0, Whole.index(source));
            Budget.room(size);
            return new Bytes("\0".repeat(size));
        }
        var out = new StringBuilder();
        for (var elements = source.iterator(); elements.hasNext();) {
            int one = Whole.index(elements.next());
            if (one < 0 || one > 255) {
                throw PythonFault.raised("ValueError", "bytes must be in range(0, 256)");
            }
            Budget.room(9);
            out.append((char) one);
        }
        return new Bytes(out.toString());
    }
}
