package org.athanor.engine.script.python.value;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;

/// `'%s and %(name)05.2f' % values`
final class PercentFormat {
    private final String text;
    private final Value values;
    private final List<Value> positions;
    private final StringBuilder out = new StringBuilder();
    private int at;
    private int next;

    private PercentFormat(String text, Value values) {
        this.text = text;
        this.values = values;
        this.positions = values.plain() instanceof Tuple tuple ? tuple.elements() : List.of(values);
    }

    static String format(String text, Value values) {
        return new PercentFormat(text, values).formatted();
    }

    private String formatted() {
        boolean named = false;
        while (at < text.length()) {
            int percent = text.indexOf('%', at);
            if (percent < 0) {
                break;
            }
            out.append(text, at, percent);
            at = percent + 1;
            named |= at < text.length() && text.charAt(at) == '(';
            field();
        }
        if (at < text.length()) {
            out.append(text, at, text.length());
        }
        boolean mapping = values.plain() instanceof Dictionary || values instanceof Sequence;
        if (next < positions.size() && !named && !mapping) {
            Unresolved.refuse(values);
            throw PythonFault.raised("TypeError", "not all arguments converted during string formatting");
        }
        return out.toString();
    }

    private void field() {
        Value named = null;
        if (at < text.length() && text.charAt(at) == '(') {
            named = named();
        }
        var flags = new StringBuilder();
        while (at < text.length() && "#0- +".indexOf(text.charAt(at)) >= 0) {
            flags.append(text.charAt(at++));
        }
        int width = number(0);
        int precision = -1;
        if (at < text.length() && text.charAt(at) == '.') {
            at++;
            precision = number(0);
        }
        while (at < text.length() && "hlL".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        if (at >= text.length()) {
            throw PythonFault.raised("ValueError", "incomplete format");
        }
        char type = text.charAt(at++);
        if (type == '%') {
            out.append('%');
            return;
        }
        if (width < 0) {
            flags.append('-');
        }
        Budget.room((long) Math.abs(width) + Math.max(0, precision));
        out.append(one(named == null ? positional() : named, flags.toString(), Math.abs(width), precision, type));
        Budget.room(out.length() >> 6);
    }

    private Value named() {
        int depth = 1;
        int from = ++at;
        while (at < text.length() && depth > 0) {
            depth += text.charAt(at) == '(' ? 1 : text.charAt(at) == ')' ? -1 : 0;
            at++;
        }
        if (depth > 0) {
            throw PythonFault.raised("ValueError", "incomplete format key");
        }
        if (!(values.plain() instanceof Dictionary)) {
            Unresolved.refuse(values);
            throw PythonFault.raised("TypeError", "format requires a mapping");
        }
        return values.item(new Text(text.substring(from, at - 1)));
    }

    private int number(int otherwise) {
        if (at < text.length() && text.charAt(at) == '*') {
            at++;
            return Whole.index(positional());
        }
        int from = at;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        if (at - from > 8) {
            throw PythonFault.exhausted("A text of such a width is more than a revision may hold");
        }
        return at == from ? otherwise : Integer.parseInt(text.substring(from, at));
    }

    private Value positional() {
        if (next >= positions.size()) {
            throw PythonFault.raised("TypeError", "not enough arguments for format string");
        }
        return positions.get(next++);
    }

    private static String one(Value value, String flags, int width, int precision, char type) {
        var align = flags.indexOf('-') >= 0 ? "<" : ">";
        return switch (type) {
            case 's', 'r', 'a' -> {
                var shown = type == 's'
                        ? value.shown()
                        : type == 'r' ? value.written() : Written.ascii(value.written());
                yield new Text(precision >= 0 && precision < Characters.count(shown)
                        ? shown.substring(0, Characters.start(shown, precision))
                        : shown).format(align + width);
            }
            case 'c' -> new Text(value instanceof Text text ? text.value() : Character.toString(Whole.index(value)))
                    .format(align + width);
            case 'd', 'i', 'u', 'x', 'X', 'o' ->
                whole(integer(value, type), flags, width, precision, type == 'i' || type == 'u' ? 'd' : type);
            case 'e', 'E', 'f', 'F', 'g', 'G' -> new Real(real(value)).format(specification(flags, width)
                    + "." + (precision < 0 ? 6 : precision) + type);
            default -> throw PythonFault.raised("ValueError",
                    "unsupported format character '%s' (0x%x)".formatted(type, (int) type));
        };
    }

    private static String whole(BigInteger value, String flags, int width, int precision, char type) {
        if (precision <= 0) {
            return new Whole(value).format(specification(flags, width) + type);
        }
        var digits = new Whole(value.abs()).format("0" + precision + type);
        var sign = value.signum() < 0 ? "-" : flags.indexOf('+') >= 0 ? "+" : flags.indexOf(' ') >= 0 ? " " : "";
        return new Text(sign + digits).format((flags.indexOf('-') >= 0 ? "<" : ">") + width);
    }

    private static String specification(String flags, int width) {
        boolean left = flags.indexOf('-') >= 0;
        var sign = flags.indexOf('+') >= 0 ? "+" : flags.indexOf(' ') >= 0 ? " " : "";
        var zeros = flags.indexOf('0') >= 0 && !left;
        return (left ? "<" : zeros ? "" : ">") + sign + (flags.indexOf('#') >= 0 ? "#" : "") + (zeros ? "0" : "")
                + (width > 0 ? width : "");
    }

    private static BigInteger integer(Value value, char type) {
        var whole = Numbers.whole(value);
        if (whole != null) {
            return whole;
        }
        if ((type == 'd' || type == 'i' || type == 'u') && value instanceof Real real) {
            return new BigDecimal(real.value()).toBigInteger();
        }
        if ((type == 'd' || type == 'i' || type == 'u') && value instanceof Exact exact) {
            return exact.value().toBigInteger();
        }
        Unresolved.refuse(value);
        throw PythonFault.raised("TypeError", "%%%s format: %s is required, not %s".formatted(type,
                type == 'd' || type == 'i' || type == 'u' ? "a real number" : "an integer", value.typeName()));
    }

    private static double real(Value value) {
        if (value instanceof Exact exact) {
            return exact.value().doubleValue();
        }
        if (Numbers.whole(value) == null && !(value.plain() instanceof Real)) {
            Unresolved.refuse(value);
            throw PythonFault.raised("TypeError", "must be real number, not " + value.typeName());
        }
        return Numbers.real(value);
    }
}
