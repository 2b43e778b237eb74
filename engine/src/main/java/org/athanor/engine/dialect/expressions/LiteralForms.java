package org.athanor.engine.dialect.expressions;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

import org.athanor.engine.dialect.Unsupported;
import org.athanor.engine.type.SqlType;

/// How one product writes the kinds of values.
public interface LiteralForms {
    String truth(boolean value);

    /// An infinite number, or what is no number.
    String endless(double value);

    String date(LocalDate value);

    String time(LocalTime value);

    String dateTime(LocalDateTime value);

    String zoned(OffsetDateTime value);

    String uuid(UUID value, SqlType type);

    String stretch(Duration value);

    String bytes(byte[] value);

    /// Values that are written already, of an array of a type (or of an unknown one).
    String array(List<String> values, SqlType type) throws Unsupported;
}
