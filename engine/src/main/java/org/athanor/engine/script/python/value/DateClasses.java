package org.athanor.engine.script.python.value;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

import org.athanor.engine.script.python.value.Descriptor.StaticMethod;

/// The classes of `datetime`. The clock stands still during an evaluation: it is the moment of the plan.
public final class DateClasses {
    public static final PythonClass TZINFO = BuiltinClasses.kind("tzinfo", BuiltinClasses.OBJECT);
    public static final PythonClass DATE = type("date", BuiltinClasses.OBJECT, "year, month, day",
            given -> new Date(date(given)), DateClasses::dateMembers);
    public static final PythonClass DATETIME = type("datetime", DATE,
            "year, month, day, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0",
            given -> new DateTime(date(given).atTime(time(given)), zone(given, "tzinfo")),
            DateClasses::dateTimeMembers);
    public static final PythonClass TIME = type("time", BuiltinClasses.OBJECT,
            "hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0",
            given -> new TimeOfDay(time(given), zone(given, "tzinfo")), DateClasses::timeMembers);
    public static final PythonClass TIMEDELTA = type("timedelta", BuiltinClasses.OBJECT,
            "days=0, seconds=0, microseconds=0, milliseconds=0, minutes=0, hours=0, weeks=0", DateClasses::stretch,
            Map::of);
    public static final PythonClass TIMEZONE = type("timezone", TZINFO, "offset, name=None", DateClasses::timezone,
            () -> Map.of("utc", Zone.UTC));
    public static final PythonClass ZONE_INFO = type("ZoneInfo", TZINFO, "key", DateClasses::named, Map::of);

    private static final int FIRST_YEAR = 1;
    private static final int LAST_YEAR = 9999;

    private DateClasses() {}

    private static PythonClass type(String name, PythonClass base, String parameters,
            Function<Signature.Bound, Value> maker, Supplier<Map<String, Value>> members) {
        return BuiltinClasses.library(name, base, parameters, maker, members.get());
    }

    /// Python's calendar ends with the year 9999.
    static void checkYear(int year) {
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            throw PythonFault.raised("OverflowError", "date value out of range");
        }
    }

    /// The day of a year, month and day that somebody wrote.
    static LocalDate date(int year, int month, int day) {
        within(year, FIRST_YEAR, LAST_YEAR, "year %d is out of range".formatted(year));
        within(month, 1, 12, "month must be in 1..12");
        within(day, 1, YearMonth.of(year, month).lengthOfMonth(), "day is out of range for month");
        return LocalDate.of(year, month, day);
    }

    /// The time of an hour, minute, second and microsecond that somebody wrote.
    static LocalTime time(int hour, int minute, int second, int micros) {
        within(hour, 0, 23, "hour must be in 0..23");
        within(minute, 0, 59, "minute must be in 0..59");
        within(second, 0, 59, "second must be in 0..59");
        within(micros, 0, 999_999, "microsecond must be in 0..999999");
        return LocalTime.of(hour, minute, second, micros * 1000);
    }

    private static void within(int number, int least, int most, String fault) {
        if (number < least || number > most) {
            throw PythonFault.raised("ValueError", fault);
        }
    }

    static <T> T inRange(Supplier<T> made) {
        try {
            return made.get();
        } catch (DateTimeException | ArithmeticException _) {
            throw PythonFault.raised("OverflowError", "date value out of range");
        }
    }

    private static int part(Signature.Bound given, String name) {
        return given.find(name).map(Whole::index).orElse(0);
    }

    private static LocalDate date(Signature.Bound given) {
        return date(part(given, "year"), part(given, "month"), part(given, "day"));
    }

    private static LocalTime time(Signature.Bound given) {
        return time(part(given, "hour"), part(given, "minute"), part(given, "second"), part(given, "microsecond"));
    }

    private static Optional<Zone> zone(Signature.Bound given, String name) {
        return given.given(name).map(DateMethods::zone);
    }

    private static Value stretch(Signature.Bound given) {
        var micros = BigDecimal.ZERO;
        for (var unit : List.of(Map.entry("days", 86_400_000_000L), Map.entry("seconds", 1_000_000L),
                Map.entry("microseconds", 1L), Map.entry("milliseconds", 1_000L), Map.entry("minutes", 60_000_000L),
                Map.entry("hours", 3_600_000_000L), Map.entry("weeks", 604_800_000_000L))) {
            var value = given.find(unit.getKey());
            if (value.isPresent()) {
                micros = micros.add(number(value.get()).multiply(BigDecimal.valueOf(unit.getValue())));
            }
        }
        return Stretch.ofMicros(micros);
    }

    private static BigDecimal number(Value value) {
        var whole = Numbers.whole(value);
        if (whole != null) {
            return new BigDecimal(whole);
        }
        if (value instanceof Real real && !Double.isNaN(real.value()) && !Double.isInfinite(real.value())) {
            return new BigDecimal(real.value());
        }
        Unresolved.refuse(value);
        throw value instanceof Real real
                ? PythonFault.raised(Double.isNaN(real.value()) ? "ValueError" : "OverflowError",
                        "cannot convert float %s to integer".formatted(Double.isNaN(real.value()) ? "NaN" : "infinity"))
                : PythonFault.raised("TypeError", "unsupported type for timedelta component: " + value.typeName());
    }

    private static Value timezone(Signature.Bound given) {
        if (!(given.get("offset") instanceof Stretch offset)) {
            throw PythonFault.raised("TypeError", "timezone() argument 1 must be datetime.timedelta");
        }
        if (offset.value().abs().compareTo(Duration.ofHours(18)) > 0) {
            throw PythonFault.unreadable("A timezone with an offset of more than 18 hours isn't read here");
        }
        return new Zone(ZoneOffset.ofTotalSeconds((int) offset.value().toSeconds()),
                given.given("name").map(v -> Text.of(v, "name")).orElse(""));
    }

    private static Value named(Signature.Bound given) {
        var key = Text.of(given.get("key"), "key");
        try {
            return new Zone(ZoneId.of(key), "");
        } catch (DateTimeException _) {
            throw PythonFault.raised("KeyError", "'No time zone found with key %s'".formatted(key),
                    ExceptionClasses.instance("KeyError", new Text("No time zone found with key " + key)));
        }
    }

    private static Map<String, Value> dateMembers() {
        var members = new LinkedHashMap<String, Value>();
        method(members, "today", "", _ -> new Date(now().toLocalDate()));
        method(members, "fromisoformat", "date_string, /",
                given -> new Date(DateReader.date(Text.of(given.get("date_string"), "argument"))));
        method(members, "fromtimestamp", "timestamp, /",
                given -> new Date(moment(given.get("timestamp")).toLocalDate()));
        method(members, "fromordinal", "n, /",
                given -> fromOrdinal(Whole.index(given.get("n"))));
        members.put("min", new Date(LocalDate.of(1, 1, 1)));
        members.put("max", new Date(LocalDate.of(9999, 12, 31)));
        return members;
    }

    private static Value fromOrdinal(int day) {
        if (day < 1) {
            throw PythonFault.raised("ValueError", "ordinal must be >= 1");
        }
        var date = LocalDate.ofEpochDay(day - DateMethods.DAYS_BEFORE_EPOCH);
        within(date.getYear(), FIRST_YEAR, LAST_YEAR, "year %d is out of range".formatted(date.getYear()));
        return new Date(date);
    }

    private static Map<String, Value> dateTimeMembers() {
        var members = new LinkedHashMap<String, Value>();
        method(members, "now", "tz=None", given -> zone(given, "tz").<Value>map(DateClasses::now)
                .orElseGet(() -> new DateTime(now())));
        method(members, "today", "", _ -> new DateTime(now()));
        method(members, "utcnow", "", _ -> new DateTime(now()));
        method(members, "fromtimestamp", "timestamp, tz=None", given -> {
            var utc = moment(given.get("timestamp"));
            return zone(given, "tz").<Value>map(z -> at(utc, z)).orElseGet(() -> new DateTime(utc));
        });
        method(members, "utcfromtimestamp", "timestamp, /", given -> new DateTime(moment(given.get("timestamp"))));
        method(members, "fromisoformat", "date_string, /",
                given -> DateReader.dateTime(Text.of(given.get("date_string"), "argument")));
        method(members, "strptime", "date_string, format, /", given -> DateReader.read(
                Text.of(given.get("date_string"), "argument 1"), Text.of(given.get("format"), "argument 2")));
        method(members, "combine", "date, time, tzinfo=None", DateClasses::combined);
        members.put("min", new DateTime(LocalDate.of(1, 1, 1).atStartOfDay()));
        members.put("max", new DateTime(LocalDateTime.of(9999, 12, 31, 23, 59, 59, 999_999_000)));
        return members;
    }

    private static Map<String, Value> timeMembers() {
        var members = new LinkedHashMap<String, Value>();
        method(members, "fromisoformat", "time_string, /",
                given -> DateReader.time(Text.of(given.get("time_string"), "argument")));
        members.put("min", new TimeOfDay(LocalTime.MIN, Optional.empty()));
        members.put("max", new TimeOfDay(LocalTime.of(23, 59, 59, 999_999_000), Optional.empty()));
        return members;
    }

    private static void method(Map<String, Value> members, String name, String parameters,
            Function<Signature.Bound, Value> body) {
        members.put(name, new StaticMethod(NativeFunction.of(name, parameters, body)));
    }

    private static LocalDateTime now() {
        var now = Budget.now();
        return LocalDateTime.ofEpochSecond(now.getEpochSecond(), now.getNano() / 1000 * 1000, ZoneOffset.UTC);
    }

    private static DateTime now(Zone zone) {
        return at(now(), zone);
    }

    private static DateTime at(LocalDateTime utc, Zone zone) {
        return new DateTime(utc.atOffset(ZoneOffset.UTC).atZoneSameInstant(zone.id()).toLocalDateTime(),
                Optional.of(zone));
    }

    private static LocalDateTime moment(Value timestamp) {
        var micros = number(timestamp).movePointRight(6).setScale(0, java.math.RoundingMode.HALF_EVEN);
        return inRange(() -> LocalDateTime.ofInstant(Instant.EPOCH.plus(Stretch.ofMicros(micros).value()),
                ZoneOffset.UTC));
    }

    private static Value combined(Signature.Bound given) {
        if (given.get("date") instanceof Date date && given.get("time") instanceof TimeOfDay time) {
            return new DateTime(date.value().atTime(time.value()),
                    given.has("tzinfo") ? zone(given, "tzinfo") : time.zone());
        }
        if (given.get("date") instanceof DateTime date && given.get("time") instanceof TimeOfDay time) {
            return new DateTime(date.value().toLocalDate().atTime(time.value()), time.zone());
        }
        throw PythonFault.raised("TypeError", "combine() argument 1 must be datetime.date");
    }
}
