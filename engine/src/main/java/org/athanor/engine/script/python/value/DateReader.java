package org.athanor.engine.script.python.value;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Month;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What texts say of dates and times: `fromisoformat` and `strptime`.
final class DateReader {
    private static final Pattern DATE = Pattern.compile("(\\d{4})-?(\\d{2})-?(\\d{2})");
    private static final Pattern TIME = Pattern.compile(
            "(\\d{2})(?::?(\\d{2})(?::?(\\d{2})(?:[.,](\\d{1,9}))?)?)?(Z|[+-]\\d{2}(?::?\\d{2}(?::?\\d{2})?)?)?");

    private final String text;
    private final String pattern;
    private int at;
    private int year = 1900;
    private int month = 1;
    private int day = 1;
    private int hour;
    private int minute;
    private int second;
    private int nano;
    private int half = -1;
    private int dayOfYear;
    private Optional<Zone> zone = Optional.empty();

    private DateReader(String text, String pattern) {
        this.text = text;
        this.pattern = pattern;
    }

    private static PythonFault invalid(String text) {
        return PythonFault.raised("ValueError", "Invalid isoformat string: " + Written.text(text));
    }

    static LocalDate date(String text) {
        var match = DATE.matcher(text);
        if (!match.matches()) {
            throw invalid(text);
        }
        return DateClasses.date(number(match, 1), number(match, 2), number(match, 3));
    }

    private static int number(Matcher match, int group) {
        return match.group(group) == null ? 0 : Integer.parseInt(match.group(group));
    }

    static TimeOfDay time(String text) {
        var match = TIME.matcher(text.startsWith("T") ? text.substring(1) : text);
        if (!match.matches()) {
            throw invalid(text);
        }
        var fraction = match.group(4);
        int micros = fraction == null ? 0 : Integer.parseInt((fraction + "00000000").substring(0, 9)) / 1000;
        var time = DateClasses.time(number(match, 1), number(match, 2), number(match, 3), micros);
        return new TimeOfDay(time, Optional.ofNullable(match.group(5)).map(DateReader::zone));
    }

    static DateTime dateTime(String text) {
        if (text.length() <= 10) {
            return new DateTime(date(text).atStartOfDay());
        }
        int end = text.charAt(4) == '-' ? 10 : 8;
        var time = time(text.substring(end + 1));
        return new DateTime(date(text.substring(0, end)).atTime(time.value()), time.zone());
    }

    private static Zone zone(String offset) {
        try {
            return offset.equals("Z") ? Zone.UTC : new Zone(ZoneOffset.of(offset), "");
        } catch (DateTimeException _) {
            throw PythonFault.unreadable("The offset %s isn't read here".formatted(offset));
        }
    }

    /// `strptime`
    static DateTime read(String text, String pattern) {
        return new DateReader(text, pattern).read();
    }

    private DateTime read() {
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c == '%' && i + 1 < pattern.length()) {
                directive(pattern.charAt(++i));
            } else if (Characters.isSpace(c)) {
                skipSpace();
            } else if (at < text.length() && text.charAt(at) == c) {
                at++;
            } else {
                throw mismatch();
            }
        }
        if (at < text.length()) {
            throw PythonFault.raised("ValueError", "unconverted data remains: " + text.substring(at));
        }
        try {
            var date = dayOfYear > 0 ? LocalDate.ofYearDay(year, dayOfYear) : LocalDate.of(year, month, day);
            int hours = half < 0 ? hour : hour % 12 + 12 * half;
            return new DateTime(LocalDateTime.of(date, LocalTime.of(hours, minute, second, nano)), zone);
        } catch (DateTimeException _) {
            throw PythonFault.raised("ValueError", "day is out of range for month");
        }
    }

    private void skipSpace() {
        while (at < text.length() && Characters.isSpace(text.charAt(at))) {
            at++;
        }
    }

    private PythonFault mismatch() {
        return PythonFault.raised("ValueError", "time data %s does not match format %s"
                .formatted(Written.text(text), Written.text(pattern)));
    }

    private void directive(char directive) {
        switch (directive) {
            case 'Y' -> year = digits(4, 4);
            case 'y' -> {
                int two = digits(2, 2);
                year = two < 69 ? 2000 + two : 1900 + two;
            }
            case 'm' -> month = digits(1, 2);
            case 'd' -> day = digits(1, 2);
            case 'H', 'I' -> hour = digits(1, 2);
            case 'M' -> minute = digits(1, 2);
            case 'S' -> second = digits(1, 2);
            case 'j' -> dayOfYear = digits(1, 3);
            case 'f' -> {
                int from = at;
                digits(1, 6);
                nano = Integer.parseInt((text.substring(from, at) + "00000").substring(0, 6)) * 1000;
            }
            case 'p' -> half = word("AM") ? 0 : word("PM") ? 1 : -2;
            case 'b', 'B' -> month = month();
            case 'a', 'A' -> weekday();
            case 'z' -> zone = Optional.of(offset());
            case 'Z' -> {
                if (!word("UTC") && !word("GMT")) {
                    throw mismatch();
                }
            }
            case 'T' -> {
                directive('H');
                literal(':');
                directive('M');
                literal(':');
                directive('S');
            }
            case '%' -> literal('%');
            default -> throw PythonFault.raised("ValueError",
                    "'%s' is a bad directive in format '%s'".formatted(directive, pattern));
        }
        if (half == -2) {
            throw mismatch();
        }
    }

    private void literal(char c) {
        if (at >= text.length() || text.charAt(at) != c) {
            throw mismatch();
        }
        at++;
    }

    private int digits(int least, int most) {
        int from = at;
        while (at < text.length() && at - from < most && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        if (at - from < least) {
            throw mismatch();
        }
        return Integer.parseInt(text.substring(from, at));
    }

    private boolean word(String word) {
        if (text.regionMatches(true, at, word, 0, word.length())) {
            at += word.length();
            return true;
        }
        return false;
    }

    private int month() {
        for (var one : Month.values()) {
            var name = one.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
            if (word(name) || word(name.substring(0, 3))) {
                return one.getValue();
            }
        }
        throw mismatch();
    }

    private void weekday() {
        for (var one : java.time.DayOfWeek.values()) {
            var name = one.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
            if (word(name) || word(name.substring(0, 3))) {
                return;
            }
        }
        throw mismatch();
    }

    private Zone offset() {
        int from = at;
        if (at < text.length() && text.charAt(at) == 'Z') {
            at++;
            return Zone.UTC;
        }
        while (at < text.length() && "+-:0123456789".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return zone(text.substring(from, at));
    }
}
