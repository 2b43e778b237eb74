package org.athanor.engine.run;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;

import org.athanor.engine.expression.Constant;

/// Values as PostgreSQL writes them. What has no counterpart (an infinite date) stays a text.
final class PostgreSqlText {
    private static final Pattern NUMBER = Pattern.compile("[-+]?[\\d.]+([eE][-+]?\\d+)?");
    private static final Pattern OFFSET = Pattern.compile("^(.*)([-+]\\d\\d(?::\\d\\d){0,2})$");
    private static final Pattern CLOCK = Pattern.compile("([-+]?)(\\d+):(\\d\\d):(\\d\\d)(?:\\.(\\d+))?");
    private static final Pattern PART = Pattern.compile("([-+]?\\d+) (year|mon|day)s?");
    private static final int DAYS_OF_YEAR = 365;
    private static final int DAYS_OF_MONTH = 30;
    private static final int NANO_DIGITS = 9;

    private PostgreSqlText() {}

    static Constant number(String text) {
        return NUMBER.matcher(text).matches()
                ? new Constant.Exact(new BigDecimal(text))
                : new Constant.Floating(special(text));
    }

    static Constant floating(String text) {
        return switch (text) {
            case "NaN", "Infinity", "-Infinity" -> new Constant.Floating(special(text));
            default -> NUMBER.matcher(text).matches()
                    ? new Constant.Floating(Double.parseDouble(text))
                    : new Constant.Text(text);
        };
    }

    private static double special(String text) {
        return switch (text) {
            case "Infinity" -> Double.POSITIVE_INFINITY;
            case "-Infinity" -> Double.NEGATIVE_INFINITY;
            default -> Double.NaN;
        };
    }

    static Constant truth(String text) {
        return switch (text) {
            case "t", "true" -> new Constant.Truth(true);
            case "f", "false" -> new Constant.Truth(false);
            default -> new Constant.Text(text);
        };
    }

    static Constant date(String text) {
        return orText(text, t -> new Constant.Date(LocalDate.parse(t)));
    }

    static Constant time(String text) {
        return orText(text, t -> new Constant.Time(LocalTime.parse(OFFSET.matcher(t).replaceFirst("$1"))));
    }

    static Constant moment(String text) {
        return orText(text.replace(' ', 'T'), t -> {
            var parts = OFFSET.matcher(t.substring(t.indexOf('T')));
            return parts.matches()
                    ? new Constant.ZonedDateTime(OffsetDateTime.parse(withMinutes(t, parts.group(2))))
                    : new Constant.DateTime(LocalDateTime.parse(t));
        });
    }

    private static String withMinutes(String text, String offset) {
        return offset.contains(":") ? text : text + ":00";
    }

    private static Constant orText(String text, Function<String, Constant> reader) {
        try {
            return reader.apply(text);
        } catch (DateTimeException _) {
            return new Constant.Text(text);
        }
    }

    /// A value of a type that JDBC has no kind for.
    static Constant named(String text, String typeName) {
        return switch (typeName) {
            case "uuid" -> new Constant.Uuid(UUID.fromString(text));
            case "interval" -> stretch(text);
            default -> new Constant.Text(text);
        };
    }

    /// Months have thirty days and years 365, as Python's drivers count them.
    private static Constant stretch(String text) {
        var sum = Duration.ZERO;
        var parts = PART.matcher(text);
        while (parts.find()) {
            long count = Long.parseLong(parts.group(1));
            sum = sum.plusDays(switch (parts.group(2)) {
                case "year" -> count * DAYS_OF_YEAR;
                case "mon" -> count * DAYS_OF_MONTH;
                default -> count;
            });
        }
        var clock = CLOCK.matcher(text);
        if (clock.find()) {
            var fraction = clock.group(5) == null ? "0" : clock.group(5);
            long nanos = Long.parseLong((fraction + "0".repeat(NANO_DIGITS)).substring(0, NANO_DIGITS));
            var time = Duration.ofHours(Long.parseLong(clock.group(2))).plusMinutes(Long.parseLong(clock.group(3)))
                    .plusSeconds(Long.parseLong(clock.group(4))).plusNanos(nanos);
            sum = clock.group(1).equals("-") ? sum.minus(time) : sum.plus(time);
        }
        return new Constant.Stretch(sum);
    }

    /// `{1,2,{NULL,"a b"}}` of a type such as `_int4`.
    static Constant array(String text, String typeName) {
        var element = typeName.startsWith("_") ? typeName.substring(1) : typeName;
        int start = text.indexOf('{');
        return start < 0 ? new Constant.Text(text) : new ArrayReader(text, start, element).read();
    }

    private static Constant element(String text, String type) {
        return switch (type) {
            case "int2", "int4", "int8", "oid" -> new Constant.Whole(new BigInteger(text));
            case "numeric" -> number(text);
            case "float4", "float8" -> floating(text);
            case "bool" -> truth(text);
            case "date" -> date(text);
            case "timestamp", "timestamptz" -> moment(text);
            case "time", "timetz" -> time(text);
            default -> named(text, type);
        };
    }

    /// Goes through the text of an array.
    private static final class ArrayReader {
        private final String text;
        private final String type;
        private int at;

        ArrayReader(String text, int start, String type) {
            this.text = text;
            this.at = start;
            this.type = type;
        }

        Constant.Items read() {
            var items = new ArrayList<Constant>();
            at++;
            while (text.charAt(at) != '}') {
                items.add(switch (text.charAt(at)) {
                    case '{' -> read();
                    case '"' -> element(quoted(), type);
                    default -> bare();
                });
                if (text.charAt(at) == ',') {
                    at++;
                }
            }
            at++;
            return new Constant.Items(items);
        }

        private String quoted() {
            var value = new StringBuilder();
            for (at++; text.charAt(at) != '"'; at++) {
                if (text.charAt(at) == '\\') {
                    at++;
                }
                value.append(text.charAt(at));
            }
            at++;
            return value.toString();
        }

        private Constant bare() {
            int start = at;
            while (text.charAt(at) != ',' && text.charAt(at) != '}') {
                at++;
            }
            var value = text.substring(start, at);
            return value.equals("NULL") ? Constant.NULL : element(value, type);
        }
    }
}
