package org.athanor.engine.dialect.expressions;

import java.math.BigDecimal;

/// Numbers with a binary fraction as Python writes them.
final class PythonNumber {
    private static final int LEAST_PLAIN = -4;
    private static final int FIRST_SCIENTIFIC = 16;

    private PythonNumber() {}

    static String of(double number) {
        if (Double.isNaN(number)) {
            return "nan";
        }
        if (Double.isInfinite(number)) {
            return number > 0 ? "inf" : "-inf";
        }
        if (number == 0) {
            return 1 / number < 0 ? "-0.0" : "0.0";
        }
        var exact = new BigDecimal(Double.toString(Math.abs(number))).stripTrailingZeros();
        int exponent = exact.precision() - exact.scale() - 1;
        var sign = number < 0 ? "-" : "";
        return sign + (exponent < LEAST_PLAIN || exponent >= FIRST_SCIENTIFIC
                ? scientific(exact, exponent)
                : plain(exact));
    }

    private static String plain(BigDecimal number) {
        var text = number.toPlainString();
        return text.contains(".") ? text : text + ".0";
    }

    private static String scientific(BigDecimal number, int exponent) {
        var digits = number.unscaledValue().toString();
        var fraction = digits.length() > 1 ? "." + digits.substring(1) : "";
        return "%s%se%s%02d".formatted(digits.charAt(0), fraction, exponent < 0 ? "-" : "+", Math.abs(exponent));
    }
}
