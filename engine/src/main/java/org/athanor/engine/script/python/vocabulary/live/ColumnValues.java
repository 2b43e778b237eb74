package org.athanor.engine.script.python.vocabulary.live;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.athanor.engine.expression.Constant;
import org.athanor.engine.script.python.library.JsonReader;
import org.athanor.engine.script.python.value.Bytes;
import org.athanor.engine.script.python.value.Date;
import org.athanor.engine.script.python.value.DateTime;
import org.athanor.engine.script.python.value.Dictionary;
import org.athanor.engine.script.python.value.Exact;
import org.athanor.engine.script.python.value.Nothing;
import org.athanor.engine.script.python.value.PythonFault;
import org.athanor.engine.script.python.value.Real;
import org.athanor.engine.script.python.value.Sequence;
import org.athanor.engine.script.python.value.Stretch;
import org.athanor.engine.script.python.value.Text;
import org.athanor.engine.script.python.value.TimeOfDay;
import org.athanor.engine.script.python.value.Truth;
import org.athanor.engine.script.python.value.Uuid;
import org.athanor.engine.script.python.value.Value;
import org.athanor.engine.script.python.value.Whole;
import org.athanor.engine.script.python.value.Zone;
import org.athanor.engine.type.SqlType;

/// The values of columns as SQLAlchemy gives them: as the driver does, and then as the type says that the revision knows
/// the column by.
final class ColumnValues {
    private static final int USUAL_SCALE = 10;
    /// Types of PostgreSQL whose values are objects of the driver's own.
    private static final Set<String> OBJECTS = Set.of("hstore", "int4range", "int8range", "numrange", "tsrange",
            "tstzrange", "daterange", "int4multirange", "int8multirange", "nummultirange", "tsmultirange",
            "tstzmultirange", "datemultirange");

    private ColumnValues() {}

    static Value of(Constant value, String typeName, SqlType type, String product) {
        if (value instanceof Constant.Null) {
            return Nothing.NONE;
        }
        if (OBJECTS.contains(typeName)) {
            throw PythonFault.unreadable("Values of the type %s aren't read here; ask for a text (CAST … AS text)"
                    .formatted(typeName));
        }
        if (value instanceof Constant.Text(var text) && (typeName.equals("json") || typeName.equals("jsonb"))) {
            return JsonReader.read(text);
        }
        return product.equals("sqlite") ? ofSqlite(value, SqlType.on(product, type)) : typed(value, type);
    }

    private static Value typed(Constant value, SqlType type) {
        return switch (value) {
            case Constant.Exact(var number) when type instanceof SqlType.Floating -> new Real(number.doubleValue());
            case Constant.Floating(var number) when type instanceof SqlType.Exact -> exact(number, type);
            default -> plain(value);
        };
    }

    /// SQLite has few types of its own: the revision's says what a value is.
    private static Value ofSqlite(Constant value, SqlType type) {
        return switch (type) {
            case SqlType.Truth _ when value instanceof Constant.Whole(var number) -> Truth.of(number.signum() != 0);
            case SqlType.Exact _ when value instanceof Constant.Floating(var number) -> exact(number, type);
            case SqlType.Exact _ when value instanceof Constant.Whole(var number) ->
                exact(number.doubleValue(), type);
            case SqlType.Moment moment when value instanceof Constant.Text(var text) -> moment(text, moment);
            case SqlType.Json _ when value instanceof Constant.Text(var text) -> JsonReader.read(text);
            case SqlType.Uuid(boolean generic, _) when generic && value instanceof Constant.Text(var text) ->
                new Uuid(uuid(text));
            case SqlType.Interval _ when value instanceof Constant.Text(var text) ->
                new Stretch(Duration.between(LocalDateTime.parse("1970-01-01T00:00:00"), dateTime(text)));
            default -> plain(value);
        };
    }

    private static Value exact(double number, SqlType type) {
        int scale = type instanceof SqlType.Exact exact ? exact.scale().orElse(USUAL_SCALE) : USUAL_SCALE;
        return new Exact(new BigDecimal(number).setScale(scale, RoundingMode.HALF_EVEN));
    }

    private static UUID uuid(String text) {
        var digits = new BigInteger(text.replace("-", ""), 16);
        return new UUID(digits.shiftRight(Long.SIZE).longValue(), digits.longValue());
    }

    private static Value moment(String text, SqlType.Moment type) {
        try {
            return switch (type.kind()) {
                case DATE -> new Date(LocalDate.parse(text));
                case TIME -> new TimeOfDay(LocalTime.parse(text), Optional.empty());
                case DATE_TIME, UPPER_DATETIME, TIMESTAMP -> new DateTime(dateTime(text));
            };
        } catch (DateTimeException _) {
            throw PythonFault.raised("ValueError", "Couldn't parse the text %s as a date or time"
                    .formatted(new Text(text).written()));
        }
    }

    private static LocalDateTime dateTime(String text) {
        return text.length() == "2000-01-01".length()
                ? LocalDate.parse(text).atStartOfDay()
                : LocalDateTime.parse(text.replace(' ', 'T'));
    }

    private static Value plain(Constant value) {
        return switch (value) {
            case Constant.Null _ -> Nothing.NONE;
            case Constant.Text(var text) -> new Text(text);
            case Constant.Whole(var number) -> new Whole(number);
            case Constant.Exact(var number) -> new Exact(number);
            case Constant.Floating(var number) -> new Real(number);
            case Constant.Truth(var truth) -> Truth.of(truth);
            case Constant.Date(var date) -> new Date(date);
            case Constant.Time(var time) -> new TimeOfDay(time, Optional.empty());
            case Constant.DateTime(var moment) -> new DateTime(moment);
            case Constant.ZonedDateTime(var moment) -> zoned(moment);
            case Constant.Stretch(var stretch) -> new Stretch(stretch);
            case Constant.Uuid(var uuid) -> new Uuid(uuid);
            case Constant.Bytes bytes -> Bytes.of(bytes.value());
            case Constant.Items(var items) -> new Sequence(all(items));
            case Constant.Entries(var entries) -> {
                var map = new LinkedHashMap<String, Value>();
                entries.forEach(e -> map.put(e.getKey(), plain(e.getValue())));
                yield Dictionary.of(map);
            }
        };
    }

    private static Value zoned(OffsetDateTime moment) {
        return new DateTime(moment.toLocalDateTime(), Optional.of(new Zone(moment.getOffset(), "")));
    }

    private static List<Value> all(List<Constant> items) {
        var all = new ArrayList<Value>();
        items.forEach(i -> all.add(plain(i)));
        return all;
    }
}
