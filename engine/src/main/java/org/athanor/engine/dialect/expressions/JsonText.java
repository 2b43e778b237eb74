package org.athanor.engine.dialect.expressions;

import java.util.ArrayList;

import org.athanor.engine.dialect.Unsupported;
import org.athanor.engine.expression.Constant;

/// JSON as Python writes it: spaces behind commas and colons, and ASCII alone.
final class JsonText {
    private JsonText() {}

    static String of(Constant value) throws Unsupported {
        return switch (value) {
            case Constant.Null _ -> "null";
            case Constant.Text(var text) -> string(text);
            case Constant.Whole(var number) -> number.toString();
            case Constant.Floating(var number) -> floating(number);
            case Constant.Truth(var truth) -> truth ? "true" : "false";
            case Constant.Items items -> list(items);
            case Constant.Entries entries -> object(entries);
            case Constant.Exact _,Constant.Date _,Constant.Time _,Constant.DateTime _,Constant.ZonedDateTime _,Constant.Stretch _,Constant.Uuid _,Constant.Bytes _ ->
                throw new Unsupported("A JSON document holds a %s, which JSON doesn't know"
                        .formatted(value.getClass().getSimpleName()), "Write it as a text, with str().");
        };
    }

    private static String floating(double number) {
        if (Double.isNaN(number)) {
            return "NaN";
        }
        return Double.isInfinite(number) ? (number > 0 ? "Infinity" : "-Infinity") : PythonNumber.of(number);
    }

    private static String list(Constant.Items items) throws Unsupported {
        var texts = new ArrayList<String>();
        for (var item : items.values()) {
            texts.add(of(item));
        }
        return "[" + String.join(", ", texts) + "]";
    }

    private static String object(Constant.Entries entries) throws Unsupported {
        var texts = new ArrayList<String>();
        for (var entry : entries.values()) {
            texts.add(string(entry.getKey()) + ": " + of(entry.getValue()));
        }
        return "{" + String.join(", ", texts) + "}";
    }

    private static String string(String text) {
        var written = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> written.append("\\\"");
                case '\\' -> written.append("\\\\");
                case '\n' -> written.append("\\n");
                case '\r' -> written.append("\\r");
                case '\t' -> written.append("\\t");
                case '\b' -> written.append("\\b");
                case '\f' -> written.append("\\f");
                default -> {
                    if (c < ' ' || c > '~') {
                        written.append("\\u%04x".formatted((int) c));
                    } else {
                        written.append(c);
                    }
                }
            }
        }
        return written.append('"').toString();
    }
}
