package org.athanor.engine.expression;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// A value that a revision gives to SQL.
public sealed interface Constant {
    record Null() implements Constant {}

    record Text(String value) implements Constant {}

    record Whole(BigInteger value) implements Constant {}

    record Exact(BigDecimal value) implements Constant {}

    record Floating(double value) implements Constant {}

    record Truth(boolean value) implements Constant {}

    record Date(LocalDate value) implements Constant {}

    record Time(LocalTime value) implements Constant {}

    record DateTime(LocalDateTime value) implements Constant {}

    record ZonedDateTime(OffsetDateTime value) implements Constant {}

    record Stretch(Duration value) implements Constant {}

    record Uuid(UUID value) implements Constant {}

    /// Bytes; compared by what they hold.
    final class Bytes implements Constant {
        private final byte[] value;

        public Bytes(byte[] value) {
            this.value = value.clone();
        }

        public byte[] value() {
            return value.clone();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Bytes bytes && Arrays.equals(value, bytes.value);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(value);
        }
    }

    /// An array, or a JSON array.
    record Items(List<Constant> values) implements Constant {
        public Items {
            values = List.copyOf(values);
        }
    }

    /// A JSON object; the order of the entries is kept.
    record Entries(List<Map.Entry<String, Constant>> values) implements Constant {
        public Entries {
            values = List.copyOf(values);
        }
    }

    Constant NULL = new Null();
}
