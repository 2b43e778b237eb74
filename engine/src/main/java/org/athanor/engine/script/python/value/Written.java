package org.athanor.engine.script.python.value;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Iterator;

/// How Python writes values down (`repr`).
public final class Written {
    private Written() {}

    public static String text(String value) {
        char quote = value.indexOf('\'') >= 0 && value.indexOf('"') < 0 ? '"' : '\'';
        Budget.room(value.length());
        var out = new StringBuilder(value.length() + 2).append(quote);
        for (int i = 0; i < value.length();) {
            int c = value.codePointAt(i);
            i += Character.charCount(c);
            character(out, c, quote, false);
        }
        return out.append(quote).toString();
    }

    private static void character(StringBuilder out, int c, char quote, boolean ascii) {
        if (c == quote || c == '\\') {
            out.append('\\').append((char) c);
        } else if (c == '\n') {
            out.append("\\n");
        } else if (c == '\r') {
            out.append("\\r");
        } else if (c == '\t') {
            out.append("\\t");
        } else if (Characters.isPrintable(c) && !(ascii && c > 0x7e)) {
            out.appendCodePoint(c);
        } else if (c <= 0xff) {
            out.append("\\x%02x".formatted(c));
        } else if (c <= 0xffff) {
            out.append("\\u%04x".formatted(c));
        } else {
            out.append("\\U%08x".formatted(c));
        }
    }

    /// `ascii(value)`: what isn't ASCII is escaped.
    public static String ascii(String written) {
        var out = new StringBuilder(written.length());
        for (int i = 0; i < written.length();) {
            int c = written.codePointAt(i);
            i += Character.charCount(c);
            if (c < 0x80) {
                out.append((char) c);
            } else {
                character(out, c, '\0', true);
            }
        }
        return out.toString();
    }

    static String bytes(String value) {
        char quote = value.indexOf('\'') >= 0 && value.indexOf('"') < 0 ? '"' : '\'';
        var out = new StringBuilder(value.length() + 3).append('b').append(quote);
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c > 0x7e) {
                out.append("\\x%02x".formatted((int) c));
            } else {
                character(out, c, quote, true);
            }
        }
        return out.append(quote).toString();
    }

    /// The shortest decimal that is this number, as Python writes it.
    public static String real(double value) {
        if (Double.isNaN(value)) {
            return "nan";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "inf" : "-inf";
        }
        if (value == 0) {
            return 1 / value < 0 ? "-0.0" : "0.0";
        }
        var exact = shortest(Math.abs(value));
        var digits = exact.unscaledValue().toString();
        int point = digits.length() - exact.scale();
        var sign = value < 0 ? "-" : "";
        if (point > 16 || point < -3) {
            var mantissa = digits.length() == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
            int exponent = point - 1;
            return "%s%se%s%02d".formatted(sign, mantissa, exponent < 0 ? "-" : "+", Math.abs(exponent));
        }
        if (point <= 0) {
            return sign + "0." + "0".repeat(-point) + digits;
        }
        return point >= digits.length()
                ? sign + digits + "0".repeat(point - digits.length()) + ".0"
                : sign + digits.substring(0, point) + "." + digits.substring(point);
    }

    /// Java writes two digits at least, and then not always those that fewer would be.
    private static BigDecimal shortest(double value) {
        var exact = new BigDecimal(Double.toString(value)).stripTrailingZeros();
        if (exact.precision() == 2) {
            var shorter = exact.round(new MathContext(1));
            return shorter.doubleValue() == value ? shorter : exact;
        }
        return exact;
    }

    static String elements(String open, Iterator<Value> elements, String close) {
        var out = new StringBuilder(open);
        while (elements.hasNext()) {
            var element = elements.next().written();
            Budget.room(element.length());
            out.append(element);
            if (elements.hasNext()) {
                out.append(", ");
            }
        }
        return out.append(close).toString();
    }
}
