package org.athanor.engine.dialect.expressions;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.UUID;

import org.athanor.engine.dialect.Unsupported;
import org.athanor.engine.expression.Affinity;
import org.athanor.engine.expression.Constant;
import org.athanor.engine.type.SqlType;

/// The text of values, by the type that they are given to.
public record LiteralText(LiteralForms forms) {
    public String truth(boolean value) {
        return forms.truth(value);
    }

    public String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    public String text(Constant value, SqlType type) throws Unsupported {
        if (value instanceof Constant.Null) {
            return "NULL";
        }
        if (Affinity.of(type) == Affinity.JSON) {
            return quoted(JsonText.of(value));
        }
        return switch (value) {
            case Constant.Null _ -> "NULL";
            case Constant.Text(var text) -> text(text, type);
            case Constant.Whole(var number) -> number(new BigDecimal(number), number.toString(), type);
            case Constant.Exact(var number) -> number(number, number.toString(), type);
            case Constant.Floating(var number) -> floating(number, type);
            case Constant.Truth(var truth) ->
                Affinity.of(type) == Affinity.WHOLE ? (truth ? "1" : "0") : forms.truth(truth);
            case Constant.Date(var date) -> Affinity.of(type) == Affinity.DATE_TIME && !forms.truth(true).equals("true")
                    ? forms.dateTime(date.atStartOfDay())
                    : forms.date(date);
            case Constant.Time(var time) -> forms.time(time);
            case Constant.DateTime(var moment) -> Affinity.of(type) == Affinity.DATE
                    ? forms.date(moment.toLocalDate())
                    : forms.dateTime(moment);
            case Constant.ZonedDateTime(var moment) -> Affinity.of(type) == Affinity.DATE
                    ? forms.date(moment.toLocalDate())
                    : forms.zoned(moment);
            case Constant.Stretch(var stretch) -> forms.stretch(stretch);
            case Constant.Uuid(var id) -> Affinity.of(type) == Affinity.TEXT
                    ? quoted(id.toString())
                    : forms.uuid(id, type);
            case Constant.Bytes bytes -> forms.bytes(bytes.value());
            case Constant.Items items -> array(items, type);
            case Constant.Entries _ -> throw new Unsupported("A dictionary is a value only for a column of type JSON",
                    "Give the column its type, or write the value as a text.");
        };
    }

    private String text(String text, SqlType type) throws Unsupported {
        return switch (Affinity.of(type)) {
            case WHOLE -> digits(text, "whole number", true);
            case EXACT, FLOATING -> digits(text, "number", false);
            case UUID -> uuid(text, type);
            default -> quoted(text);
        };
    }

    private static String digits(String text, String wanted, boolean whole) throws Unsupported {
        try {
            return whole ? new BigInteger(text.strip()).toString() : new BigDecimal(text.strip()).toString();
        } catch (NumberFormatException _) {
            throw new Unsupported("'%s' isn't a %s, as its column wants".formatted(text, wanted), "Mend the value.");
        }
    }

    private String uuid(String text, SqlType type) {
        try {
            return text.length() == 36 ? forms.uuid(UUID.fromString(text), type) : quoted(text);
        } catch (IllegalArgumentException _) {
            return quoted(text);
        }
    }

    private String number(BigDecimal number, String written, SqlType type) {
        return switch (Affinity.of(type)) {
            case TRUTH -> forms.truth(number.signum() != 0);
            case WHOLE -> number.toBigInteger().toString();
            case TEXT -> quoted(written);
            default -> written;
        };
    }

    /// What is no number, or greater than all of them: whole numbers have no such thing.
    private String endless(double number, SqlType type) throws Unsupported {
        return switch (Affinity.of(type)) {
            case FLOATING, EXACT, UNKNOWN -> forms.endless(number);
            default -> throw new Unsupported("%s has no number in SQL".formatted(PythonNumber.of(number)),
                    "Write it as a text with a cast.");
        };
    }

    private String floating(double number, SqlType type) throws Unsupported {
        if (Double.isNaN(number) || Double.isInfinite(number)) {
            return endless(number, type);
        }
        return number(new BigDecimal(number), PythonNumber.of(number), type);
    }

    private String array(Constant.Items items, SqlType type) throws Unsupported {
        var element = type instanceof SqlType.Array array ? array.element() : SqlType.UNKNOWN;
        var values = new ArrayList<String>();
        for (var value : items.values()) {
            values.add(text(value, value instanceof Constant.Items ? type : element));
        }
        return forms.array(values, type);
    }
}
