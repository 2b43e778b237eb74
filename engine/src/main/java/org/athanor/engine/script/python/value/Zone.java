package org.athanor.engine.script.python.value;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;

import org.athanor.engine.script.python.value.BuiltinClasses.Typed;

/// `timezone` and `ZoneInfo`. The name is empty where the offset says it.
public record Zone(ZoneId id, String name) implements Typed {
    public static final Zone UTC = new Zone(ZoneOffset.UTC, "");

    @Override
    public PythonClass type() {
        return id instanceof ZoneOffset ? DateClasses.TIMEZONE : DateClasses.ZONE_INFO;
    }

    @Override
    public String typeName() {
        return id instanceof ZoneOffset ? "timezone" : "ZoneInfo";
    }

    ZoneOffset offset(LocalDateTime at) {
        return id.getRules().getOffset(at);
    }

    String abbreviation(LocalDateTime at) {
        if (!name.isEmpty()) {
            return name;
        }
        return id instanceof ZoneOffset offset
                ? offset.getTotalSeconds() == 0 ? "UTC" : "UTC" + DateText.offset(offset, ":")
                : java.time.format.DateTimeFormatter.ofPattern("zzz", Locale.ENGLISH).format(at.atZone(id));
    }

    @Override
    public Value attribute(String member) {
        return switch (member) {
            case "key" -> new Text(id.getId());
            case "utcoffset" -> NativeFunction.of(member, "dt, /", given -> given.get("dt") instanceof DateTime time
                    ? new Stretch(Duration.ofSeconds(offset(time.value()).getTotalSeconds()))
                    : new Stretch(Duration.ofSeconds(offset(LocalDateTime.MIN.withYear(1970)).getTotalSeconds())));
            case "tzname" -> NativeFunction.of(member, "dt, /",
                    given -> given.get("dt") instanceof DateTime time
                            ? new Text(abbreviation(time.value()))
                            : new Text(shown()));
            default -> Typed.super.attribute(member);
        };
    }

    @Override
    public String written() {
        if (!(id instanceof ZoneOffset offset)) {
            return "zoneinfo.ZoneInfo(key='%s')".formatted(id);
        }
        return offset.getTotalSeconds() == 0 && name.isEmpty()
                ? "datetime.timezone.utc"
                : "datetime.timezone(%s%s)".formatted(
                        new Stretch(Duration.ofSeconds(offset.getTotalSeconds())).written(),
                        name.isEmpty() ? "" : ", " + Written.text(name));
    }

    @Override
    public String shown() {
        return id instanceof ZoneOffset ? abbreviation(LocalDateTime.MIN) : id.getId();
    }
}
