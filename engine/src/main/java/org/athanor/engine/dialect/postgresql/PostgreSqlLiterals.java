package org.athanor.engine.dialect.postgresql;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

import org.athanor.engine.dialect.Dialect;
import org.athanor.engine.dialect.Unsupported;
import org.athanor.engine.dialect.expressions.LiteralForms;
import org.athanor.engine.type.SqlType;

/// Values as PostgreSQL reads them.
record PostgreSqlLiterals(Dialect dialect) implements LiteralForms {
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("HH:mm:ss");
    private static final DateTimeFormatter MICROSECONDS = DateTimeFormatter.ofPattern("HH:mm:ss.SSSSSS");
    private static final DateTimeFormatter OFFSET = DateTimeFormatter.ofPattern("xxx");

    @Override
    public String truth(boolean value) {
        return value ? "true" : "false";
    }

    @Override
    public String endless(double value) {
        return "'" + value + "'::float";
    }

    @Override
    public String date(LocalDate value) {
        return "'" + value + "'";
    }

    @Override
    public String time(LocalTime value) {
        return "'" + clock(value) + "'";
    }

    private static String clock(LocalTime value) {
        return (value.equals(value.truncatedTo(ChronoUnit.SECONDS)) ? SECONDS : MICROSECONDS).format(value);
    }

    @Override
    public String dateTime(LocalDateTime value) {
        return "'%s %s'".formatted(value.toLocalDate(), clock(value.toLocalTime()));
    }

    @Override
    public String zoned(OffsetDateTime value) {
        return "'%s %s%s'".formatted(value.toLocalDate(), clock(value.toLocalTime()), OFFSET.format(value));
    }

    @Override
    public String uuid(UUID value, SqlType type) {
        boolean asText = type instanceof SqlType.Uuid uuid && uuid.generic() && !uuid.nativeType();
        return "'" + (asText ? value.toString().replace("-", "") : value) + "'";
    }

    @Override
    public String stretch(Duration value) {
        var seconds = BigDecimal.valueOf(value.getSeconds()).add(BigDecimal.valueOf(value.getNano(), 9))
                .stripTrailingZeros().toPlainString();
        return "make_interval(secs=>%s)".formatted(seconds.contains(".") ? seconds : seconds + ".0");
    }

    /// As text where that means the same bytes.
    @Override
    public String bytes(byte[] value) {
        try {
            var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(value)).toString();
            if (text.indexOf('\\') < 0 && text.chars().allMatch(c -> c >= ' ' && c < 127)) {
                return dialect.literal(text);
            }
        } catch (CharacterCodingException _) {
            // Not a text: hexadecimal.
        }
        return "'\\x" + HexFormat.of().formatHex(value) + "'";
    }

    @Override
    public String array(List<String> values, SqlType type) throws Unsupported {
        if (values.isEmpty()) {
            return type instanceof SqlType.Array ? "ARRAY[]::" + dialect.text(type) : "'{}'";
        }
        return "ARRAY[" + String.join(", ", values) + "]";
    }
}
