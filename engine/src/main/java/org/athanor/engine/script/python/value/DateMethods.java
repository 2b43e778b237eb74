package org.athanor.engine.script.python.value;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.time.temporal.IsoFields;
import java.util.Optional;

/// The methods of `date`, `datetime` and `time`.
final class DateMethods {
    /// From the first day of year 1 to that of 1970, both counted.
    static final long DAYS_BEFORE_EPOCH = 719_163;
    static final Methods<Date> DATE = Methods.<Date>of("date")
            .with("isoformat", "", (d, _) -> new Text(d.shown()))
            .with("strftime", "format", (d, a) -> new Text(
                    DateText.format(text(a, "format"), new DateTime(d.value().atStartOfDay()))))
            .with("weekday", "", (d, _) -> Whole.of(d.value().getDayOfWeek().getValue() - 1))
            .with("isoweekday", "", (d, _) -> Whole.of(d.value().getDayOfWeek().getValue()))
            .with("isocalendar", "", (d, _) -> calendar(d.value()))
            .with("toordinal", "", (d, _) -> Whole.of(d.value().toEpochDay() + DAYS_BEFORE_EPOCH))
            .with("replace", "year=None, month=None, day=None", (d, a) -> new Date(replaced(d.value(), a)));
    static final Methods<DateTime> DATETIME = Methods.<DateTime>of("datetime.datetime")
            .with("isoformat", "sep='T', timespec='auto'", (d, a) -> new Text(DateText.iso(d,
                    a.find("sep").map(v -> Text.of(v, "sep")).orElse("T"),
                    a.find("timespec").map(v -> Text.of(v, "timespec")).orElse("auto"))))
            .with("strftime", "format", (d, a) -> new Text(DateText.format(text(a, "format"), d)))
            .with("ctime", "", (d, _) -> new Text(DateText.format("%c", d)))
            .with("date", "", (d, _) -> new Date(d.value().toLocalDate()))
            .with("time", "", (d, _) -> new TimeOfDay(d.value().toLocalTime(), Optional.empty()))
            .with("timetz", "", (d, _) -> new TimeOfDay(d.value().toLocalTime(), d.zone()))
            .with("weekday", "", (d, _) -> Whole.of(d.value().getDayOfWeek().getValue() - 1))
            .with("isoweekday", "", (d, _) -> Whole.of(d.value().getDayOfWeek().getValue()))
            .with("isocalendar", "", (d, _) -> calendar(d.value().toLocalDate()))
            .with("toordinal", "", (d, _) -> Whole.of(d.value().toLocalDate().toEpochDay() + DAYS_BEFORE_EPOCH))
            .with("timestamp", "", (d, _) -> timestamp(d))
            .with("utcoffset", "", (d, _) -> d.zone().<Value>map(
                    z -> new Stretch(Duration.ofSeconds(z.offset(d.value()).getTotalSeconds()))).orElse(Nothing.NONE))
            .with("tzname", "", (d, _) -> d.zone().<Value>map(z -> new Text(z.abbreviation(d.value())))
                    .orElse(Nothing.NONE))
            .with("astimezone", "tz=None", DateMethods::elsewhere)
            .with("replace", "year=None, month=None, day=None, hour=None, minute=None, second=None, "
                    + "microsecond=None, tzinfo=None, *, fold=0", DateMethods::replaced);
    static final Methods<TimeOfDay> TIME = Methods.<TimeOfDay>of("time")
            .with("isoformat", "timespec='auto'", (t, a) -> new Text(DateText.iso(t.value(),
                    a.find("timespec").map(v -> Text.of(v, "timespec")).orElse("auto"))
                    + t.shown().substring(DateText.iso(t.value(), "auto").length())))
            .with("strftime", "format", (t, a) -> new Text(t.format(text(a, "format"))))
            .with("replace", "hour=None, minute=None, second=None, microsecond=None, tzinfo=None",
                    (t, a) -> new TimeOfDay(replaced(t.value(), a), zone(a, t.zone())));

    private DateMethods() {}

    private static String text(Signature.Bound given, String name) {
        return Text.of(given.get(name), name);
    }

    private static Value calendar(LocalDate date) {
        return new Instance(IsoCalendarDate.TYPE, Tuple.of(Whole.of(date.get(IsoFields.WEEK_BASED_YEAR)),
                Whole.of(date.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR)), Whole.of(date.getDayOfWeek().getValue())));
    }

    private static Value timestamp(DateTime time) {
        var utc = time.utc();
        return new Real(utc.toEpochSecond(ZoneOffset.UTC) + utc.get(ChronoField.MICRO_OF_SECOND) / 1e6);
    }

    private static Value elsewhere(DateTime time, Signature.Bound given) {
        var zone = given.given("tz").map(DateMethods::zone).orElse(Zone.UTC);
        var utc = time.utc();
        return new DateTime(utc.atOffset(ZoneOffset.UTC).atZoneSameInstant(zone.id()).toLocalDateTime(),
                Optional.of(zone));
    }

    static Zone zone(Value value) {
        if (value instanceof Zone zone) {
            return zone;
        }
        Unresolved.refuse(value);
        throw PythonFault.raised("TypeError",
                "tzinfo argument must be None or of a tzinfo subclass, not type '%s'".formatted(value.typeName()));
    }

    private static Optional<Zone> zone(Signature.Bound given, Optional<Zone> otherwise) {
        return given.has("tzinfo") ? given.given("tzinfo").map(DateMethods::zone) : otherwise;
    }

    private static int part(Signature.Bound given, String name, int otherwise) {
        return given.given(name).map(Whole::index).orElse(otherwise);
    }

    private static LocalDate replaced(LocalDate date, Signature.Bound given) {
        return DateClasses.date(part(given, "year", date.getYear()), part(given, "month", date.getMonthValue()),
                part(given, "day", date.getDayOfMonth()));
    }

    private static LocalTime replaced(LocalTime time, Signature.Bound given) {
        return DateClasses.time(part(given, "hour", time.getHour()), part(given, "minute", time.getMinute()),
                part(given, "second", time.getSecond()), part(given, "microsecond", time.getNano() / 1000));
    }

    private static Value replaced(DateTime time, Signature.Bound given) {
        return new DateTime(LocalDateTime.of(replaced(time.value().toLocalDate(), given),
                replaced(time.value().toLocalTime(), given)), zone(given, time.zone()));
    }
}
