package org.athanor.app.export;

import java.io.StringWriter;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultPrettyPrinter;

/// A JSON object under construction: keys keep their order; an absent optional is written as null.
public final class Json {
    private final Map<String, Object> members = new LinkedHashMap<>();

    public static Json object() {
        return new Json();
    }

    public Json with(String key, Object value) {
        members.put(key, value);
        return this;
    }

    public Object member(String key) {
        return members.getOrDefault(key, Optional.empty());
    }

    /// The object as readable text.
    public String text() {
        var text = new StringWriter();
        try (var generator = new JsonFactory().createGenerator(new Indented(), text)) {
            write(generator, this);
        }
        return text.toString();
    }

    private static void write(JsonGenerator generator, Object value) {
        switch (value) {
            case Json object -> {
                generator.writeStartObject();
                object.members.forEach((key, member) -> {
                    generator.writeName(key);
                    write(generator, member);
                });
                generator.writeEndObject();
            }
            case Collection<?> list -> {
                generator.writeStartArray();
                list.forEach(element -> write(generator, element));
                generator.writeEndArray();
            }
            case Optional<?> optional -> optional.ifPresentOrElse(v -> write(generator, v), generator::writeNull);
            case Boolean flag -> generator.writeBoolean(flag);
            case Integer number -> generator.writeNumber(number);
            case Long number -> generator.writeNumber(number);
            default -> generator.writeString(value.toString());
        }
    }

    /// Asks Jackson for line breaks and indentation.
    private static final class Indented extends ObjectWriteContext.Base {
        @Override
        public PrettyPrinter getPrettyPrinter() {
            return new DefaultPrettyPrinter();
        }
    }
}
