package org.athanor.engine.script.python.value;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/// Python's format mini-language: `[[fill]align][sign][#][0][width][grouping][.precision][type]`.
record FormatSpecification(String fill, char align, char sign, boolean alternate, int width, char grouping,
        int precision, char type) {
    private static final char NONE = 0;

    static FormatSpecification of(String text) {
        var reader = new Reader(text);
        var fill = " ";
        char align = NONE;
        boolean filled = false;
        if (text.length() > 1 && isAlign(text.charAt(Character.charCount(text.codePointAt(0)) % text.length()))) {
            fill = Character.toString(text.codePointAt(0));
            reader.at = fill.length();
            filled = true;
            align = reader.take("<>=^");
        } else {
            align = reader.take("<>=^");
        }
        char sign = reader.take("+- ");
        reader.take("z");
        boolean alternate = reader.take("#") != NONE;
        if (reader.take("0") != NONE && !filled) {
            fill = "0";
            align = align == NONE ? '=' : align;
        }
        int width = reader.number(0);
        char grouping = reader.take(",_");
        int precision = reader.take(".") == NONE ? -1 : reader.number(-2);
        char type = reader.take("bcdeEfFgGnosxX%");
        if (reader.at < text.length() || precision == -2) {
            throw invalid(precision == -2 ? "Format specifier missing precision" : "Invalid format specifier");
        }
        Budget.room((long) width + Math.max(0, precision));
        return new FormatSpecification(fill, align, sign, alternate, width, grouping, precision, type);
    }

    private static boolean isAlign(char c) {
        return c == '<' || c == '>' || c == '=' || c == '^';
    }

    private static PythonFault invalid(String reason) {
        return PythonFault.raised("ValueError", reason);
    }

    private static final class Reader {
        private final String text;
        private int at;

        Reader(String text) {
            this.text = text;
        }

        char take(String of) {
            return at < text.length() && of.indexOf(text.charAt(at)) >= 0 ? text.charAt(at++) : NONE;
        }

        int number(int otherwise) {
            int from = at;
            while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
                at++;
            }
            if (at - from > 8) {
                throw PythonFault.exhausted("A text of such a width is more than a revision may hold");
            }
            return at == from ? otherwise : Integer.parseInt(text.substring(from, at));
        }
    }

    String text(String value) {
        if (type != NONE && type != 's') {
            throw unknown("str");
        }
        if (sign != NONE) {
            throw invalid("Sign not allowed in string format specifier");
        }
        if (align == '=' && !fill.equals("0")) {
            throw invalid("'=' alignment not allowed in string format specifier");
        }
        var cut = precision >= 0 && precision < Characters.count(value)
                ? value.substring(0, Characters.start(value, precision))
                : value;
        return padded("", cut, align == NONE || align == '=' ? '<' : align);
    }

    private PythonFault unknown(String kind) {
        return invalid("Unknown format code '%s' for object of type '%s'".formatted(type, kind));
    }

    private String padded(String head, String body, char where) {
        int missing = width - Characters.count(head) - Characters.count(body);
        if (missing <= 0) {
            return head + body;
        }
        return switch (where) {
            case '<' -> head + body + fill.repeat(missing);
            case '^' -> fill.repeat(missing / 2) + head + body + fill.repeat(missing - missing / 2);
            case '=' -> head + fill.repeat(missing) + body;
            default -> fill.repeat(missing) + head + body;
        };
    }

    String whole(BigInteger value) {
        return switch (type) {
            case NONE, 'd', 'n' -> number(value.signum() < 0, "", grouped(digits(value.abs(), 10), 3), "");
            case 'b' -> number(value.signum() < 0, alternate ? "0b" : "", grouped(digits(value.abs(), 2), 4), "");
            case 'o' -> number(value.signum() < 0, alternate ? "0o" : "", grouped(digits(value.abs(), 8), 4), "");
            case 'x' -> number(value.signum() < 0, alternate ? "0x" : "", grouped(digits(value.abs(), 16), 4), "");
            case 'X' -> number(value.signum() < 0, alternate ? "0X" : "",
                    grouped(digits(value.abs(), 16).toUpperCase(Locale.ROOT), 4), "");
            case 'c' -> padded("", Character.toString(value.intValue()), align == NONE ? '<' : align);
            case 'e', 'E', 'f', 'F', 'g', 'G', '%' -> real(Numbers.real(new Whole(value)));
            default -> throw unknown("int");
        };
    }

    private String digits(BigInteger value, int radix) {
        if (precision >= 0) {
            throw invalid("Precision not allowed in integer format specifier");
        }
        return value.toString(radix);
    }

    private String grouped(String digits, int size) {
        if (grouping == NONE) {
            return digits;
        }
        var out = new StringBuilder();
        for (int i = 0; i < digits.length(); i++) {
            int left = digits.length() - i;
            out.append(i > 0 && left % size == 0 ? String.valueOf(grouping) : "").append(digits.charAt(i));
        }
        return out.toString();
    }

    private String number(boolean negative, String prefix, String digits, String tail) {
        var head = (negative ? "-" : sign == '+' ? "+" : sign == ' ' ? " " : "") + prefix;
        var body = digits;
        if (align == '=' && fill.equals("0") && grouping != NONE) {
            int size = type == NONE || "dnfFgGeE%".indexOf(type) >= 0 ? 3 : 4;
            while (head.length() + body.length() + tail.length() < width) {
                int groupEnd = body.indexOf(grouping) < 0 ? body.length() : body.indexOf(grouping);
                body = groupEnd % size == 0 && groupEnd > 0 ? "0" + grouping + body : "0" + body;
            }
        }
        return padded(head, body + tail, align == NONE ? '>' : align);
    }

    String real(double value) {
        boolean negative = value < 0 || value == 0 && 1 / value < 0;
        double size = Math.abs(value);
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            var word = Double.isNaN(value) ? "nan" : "inf";
            return number(negative, "",
                    type == 'F' || type == 'E' || type == 'G' ? word.toUpperCase(Locale.ROOT) : word,
                    type == '%' ? "%" : "");
        }
        var text = switch (type) {
            case NONE -> precision < 0 ? Written.real(size) : general(size, Math.max(1, precision), true);
            case 'f', 'F' -> fixed(size, precision < 0 ? 6 : precision);
            case 'e', 'E' -> scientific(size, precision < 0 ? 6 : precision);
            case 'g', 'G', 'n' -> general(size, precision < 0 ? 6 : Math.max(1, precision), false);
            case '%' -> fixed(size * 100, precision < 0 ? 6 : precision);
            default -> throw unknown("float");
        };
        return decimal(negative, type == 'E' || type == 'G' ? text.toUpperCase(Locale.ROOT) : text);
    }

    private String decimal(boolean negative, String text) {
        int point = 0;
        while (point < text.length() && Character.isDigit(text.charAt(point))) {
            point++;
        }
        return number(negative, "", grouped(text.substring(0, point), 3),
                text.substring(point) + (type == '%' ? "%" : ""));
    }

    /// `Decimal` keeps its own digits.
    String exact(BigDecimal value) {
        var size = value.abs();
        var text = switch (type) {
            case NONE -> precision < 0
                    ? Exact.written(size)
                    : Exact.written(size.round(new MathContext(precision, RoundingMode.HALF_EVEN)));
            case 'f', 'F' -> fixed(size, precision < 0 ? Math.max(0, size.scale()) : precision);
            case '%' -> fixed(size.movePointRight(2), precision < 0 ? Math.max(0, size.scale() - 2) : precision);
            case 'e', 'E' -> scientific(size, precision < 0 ? size.precision() - 1 : precision);
            case 'g', 'G', 'n' -> Exact.written(precision < 0
                    ? size
                    : size.round(new MathContext(Math.max(1, precision), RoundingMode.HALF_EVEN)));
            default -> throw unknown("Decimal");
        };
        return decimal(value.signum() < 0, text);
    }

    private static String fixed(double size, int digits) {
        return fixed(new BigDecimal(size), digits);
    }

    private static String fixed(BigDecimal size, int digits) {
        return size.setScale(digits, RoundingMode.HALF_EVEN).toPlainString();
    }

    private static String scientific(double size, int digits) {
        return scientific(new BigDecimal(size), digits);
    }

    private static String scientific(BigDecimal size, int digits) {
        if (size.signum() == 0) {
            return "0" + (digits > 0 ? "." + "0".repeat(digits) : "") + "e+00";
        }
        var rounded = size.round(new MathContext(digits + 1, RoundingMode.HALF_EVEN));
        var unscaled = rounded.unscaledValue().toString();
        int exponent = unscaled.length() - 1 - rounded.scale();
        var mantissa = (unscaled + "0".repeat(Math.max(0, digits + 1 - unscaled.length()))).substring(0, digits + 1);
        return "%s%se%s%02d".formatted(mantissa.charAt(0), digits > 0 ? "." + mantissa.substring(1) : "",
                exponent < 0 ? "-" : "+", Math.abs(exponent));
    }

    private String general(double size, int digits, boolean keepPoint) {
        if (size == 0) {
            return keepPoint ? "0.0" : alternate ? "0." + "0".repeat(digits - 1) : "0";
        }
        var exponential = scientific(size, digits - 1);
        int exponent = Integer.parseInt(exponential.substring(exponential.indexOf('e') + 1));
        if (exponent < -4 || exponent >= digits - (keepPoint ? 1 : 0)) {
            var mantissa = exponential.substring(0, exponential.indexOf('e'));
            return (alternate ? mantissa : trimmed(mantissa)) + exponential.substring(exponential.indexOf('e'));
        }
        var text = fixed(size, Math.max(0, digits - 1 - exponent));
        var shown = alternate ? text : trimmed(text);
        return keepPoint && shown.indexOf('.') < 0 ? shown + ".0" : shown;
    }

    private static String trimmed(String text) {
        if (text.indexOf('.') < 0) {
            return text;
        }
        int end = text.length();
        while (text.charAt(end - 1) == '0') {
            end--;
        }
        return text.substring(0, text.charAt(end - 1) == '.' ? end - 1 : end);
    }
}
