package org.athanor.engine.dialect.sqlite;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import org.athanor.engine.dialect.Unsupported;
import org.athanor.engine.dialect.expressions.LiteralForms;
import org.athanor.engine.type.SqlType;

/// Values as SQLite keeps them: moments are texts, stretches of time are moments after 1970.
record SqliteLiterals() implements LiteralForms {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss.SSSSSS");

    @Override
    public String truth(boolean value) {
        return value ? "1" : "0";
    }

    /// A number too great for SQLite becomes an infinite one; what is no number is NULL, as its driver sends it.
    @Override
    public String endless(double value) {
        return Double.isNaN(value) ? "NULL" : value > 0 ? "9e999" : "-9e999";
    }

    @Override
    public String date(LocalDate value) {
        return "'" + value + "'";
    }

    @Override
    public String time(LocalTime value) {
        return "'" + CLOCK.format(value) + "'";
    }

    @Override
    public String dateTime(LocalDateTime value) {
        return "'%s %s'".formatted(value.toLocalDate(), CLOCK.format(value));
    }

    /// The zone is lost, as it is with SQLAlchemy.
    @Override
    public String zoned(OffsetDateTime value) {
        return dateTime(value.toLocalDateTime());
    }

    @Override
    public String uuid(UUID value, SqlType type) {
        return "'" + value.toString().replace("-", "") + "'";
    }

    @Override
    public String stretch(Duration value) {
        return dateTime(LocalDateTime.of(1970, 1, 1, 0, 0).plus(value));
    }

    /// As bytes: a text would be another value to SQLite.
    @Override
    public String bytes(byte[] value) {
        return "X'" + HexFormat.of().formatHex(value).toUpperCase(Locale.ROOT) + "'";
    }

    @Override
    public String array(List<String> values, SqlType type) throws Unsupported {
        throw new Unsupported("SQLite has no arrays", "Keep the values as JSON, or run this for PostgreSQL only.");
    }
}
