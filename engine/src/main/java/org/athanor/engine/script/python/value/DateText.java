package org.athanor.engine.script.python.value;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.time.temporal.ChronoField;
import java.util.Locale;

/// How dates and times are written.
final class DateText {
    private DateText() {}

    static String iso(LocalDate date) {
        return "%04d-%02d-%02d".formatted(date.getYear(), date.getMonthValue(), date.getDayOfMonth());
    }

    static String iso(DateTime time, String separator, String precision) {
        return iso(time.value().toLocalDate()) + separator + iso(time.value().toLocalTime(), precision)
                + time.zone().map(z -> offset(z.offset(time.value()), ":")).orElse("");
    }

    static String iso(LocalTime time, String precision) {
        int micros = time.get(ChronoField.MICRO_OF_SECOND);
        return switch (precision) {
            case "hours" -> "%02d".formatted(time.getHour());
            case "minutes" -> "%02d:%02d".formatted(time.getHour(), time.getMinute());
            case "milliseconds" -> seconds(time) + ".%03d".formatted(micros / 1000);
            case "microseconds" -> seconds(time) + ".%06d".formatted(micros);
            case "seconds" -> seconds(time);
            case "auto" -> seconds(time) + (micros == 0 ? "" : ".%06d".formatted(micros));
            default -> throw PythonFault.raised("ValueError", "Unknown timespec value");
        };
    }

    private static String seconds(LocalTime time) {
        return "%02d:%02d:%02d".formatted(time.getHour(), time.getMinute(), time.getSecond());
    }

    static String offset(ZoneOffset offset, String colon) {
        int seconds = Math.abs(offset.getTotalSeconds());
        return "%s%02d%s%02d%s".formatted(offset.getTotalSeconds() < 0 ? "-" : "+", seconds / 3600, colon,
                seconds / 60 % 60, seconds % 60 == 0 ? "" : "%s%02d".formatted(colon, seconds % 60));
    }

    /// `strftime`
    static String format(String pattern, DateTime time) {
        var out = new StringBuilder();
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c != '%' || i + 1 == pattern.length()) {
                out.append(c);
                continue;
            }
            char directive = pattern.charAt(++i);
            if (directive == '-' && i + 1 < pattern.length()) {
                var padded = one(pattern.charAt(++i), time);
                out.append(padded.replaceFirst("^0+(?=\\d)", ""));
            } else {
                out.append(one(directive, time));
            }
        }
        return out.toString();
    }

    private static String one(char directive, DateTime time) {
        var at = time.value();
        return switch (directive) {
            case 'Y' -> String.valueOf(at.getYear());
            case 'y' -> two(at.getYear() % 100);
            case 'm' -> two(at.getMonthValue());
            case 'd' -> two(at.getDayOfMonth());
            case 'H' -> two(at.getHour());
            case 'I' -> two((at.getHour() + 11) % 12 + 1);
            case 'M' -> two(at.getMinute());
            case 'S' -> two(at.getSecond());
            case 'f' -> "%06d".formatted(at.getNano() / 1000);
            case 'j' -> "%03d".formatted(at.getDayOfYear());
            case 'p' -> at.getHour() < 12 ? "AM" : "PM";
            case 'B' -> at.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
            case 'b', 'h' -> at.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH).substring(0, 3);
            case 'A' -> at.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
            case 'a' -> at.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH).substring(0, 3);
            case 'w' -> String.valueOf(at.getDayOfWeek().getValue() % 7);
            case 'u' -> String.valueOf(at.getDayOfWeek().getValue());
            case 'U' -> two((at.getDayOfYear() + 6 - at.getDayOfWeek().getValue() % 7) / 7);
            case 'W' -> two((at.getDayOfYear() + 6 - (at.getDayOfWeek().getValue() + 6) % 7) / 7);
            case 'V' -> two(at.get(java.time.temporal.IsoFields.WEEK_OF_WEEK_BASED_YEAR));
            case 'G' -> String.valueOf(at.get(java.time.temporal.IsoFields.WEEK_BASED_YEAR));
            default -> combined(directive, time, at);
        };
    }

    private static String combined(char directive, DateTime time, LocalDateTime at) {
        return switch (directive) {
            case 'z' -> time.zone().map(z -> offset(z.offset(at), "")).orElse("");
            case 'Z' -> time.zone().map(z -> z.abbreviation(at)).orElse("");
            case 'F' -> iso(at.toLocalDate());
            case 'T', 'X' -> seconds(at.toLocalTime());
            case 'D', 'x' -> format("%m/%d/%y", time);
            case 'c' -> format("%a %b ", time) + "%2d ".formatted(at.getDayOfMonth()) + format("%H:%M:%S %Y", time);
            case 's' -> String.valueOf(time.utc().toEpochSecond(ZoneOffset.UTC));
            case 'n' -> "\n";
            case 't' -> "\t";
            case '%' -> "%";
            default -> "%" + directive;
        };
    }

    private static String two(int number) {
        return "%02d".formatted(number);
    }

}
