package org.athanor.engine.script.python.value;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.util.HexFormat;
import java.util.Locale;

/// The methods of `bytes`.
final class BytesMethods {
    static final Methods<Bytes> ALL = Methods.<Bytes>of("bytes")
            .with("decode", "encoding='utf-8', errors='strict'", BytesMethods::decode)
            .with("hex", "", (b, _) -> new Text(HexFormat.of().formatHex(b.bytes())))
            .with("fromhex", "string, /", (_, a) -> fromHex(Text.of(a.get("string"), "fromhex() argument")))
            .with("startswith", "prefix, /", (b, a) -> Truth.of(b.value().startsWith(text(a, "prefix"))))
            .with("endswith", "suffix, /", (b, a) -> Truth.of(b.value().endsWith(text(a, "suffix"))))
            .with("upper", "", (b, _) -> new Bytes(b.value().toUpperCase(Locale.ROOT)))
            .with("lower", "", (b, _) -> new Bytes(b.value().toLowerCase(Locale.ROOT)))
            .with("strip", "", (b, _) -> new Bytes(b.value().strip()))
            .with("replace", "old, new, /", (b, a) -> replace(b, text(a, "old"), text(a, "new")))
            .with("find", "sub, /", (b, a) -> Whole.of(b.value().indexOf(text(a, "sub"))))
            .with("split", "sep, /", (b, a) -> split(b, text(a, "sep")))
            .with("join", "iterable, /", (b, a) -> join(b, a.get("iterable")));

    private BytesMethods() {}

    private static String text(Signature.Bound given, String name) {
        if (given.get(name) instanceof Bytes bytes) {
            return bytes.value();
        }
        throw PythonFault.raised("TypeError",
                "a bytes-like object is required, not '%s'".formatted(given.get(name).typeName()));
    }

    private static Value replace(Bytes bytes, String old, String fresh) {
        Budget.room((long) bytes.value().length() * Math.max(1, fresh.length()));
        return new Bytes(bytes.value().replace(old, fresh));
    }

    private static Value decode(Bytes bytes, Signature.Bound given) {
        var name = given.find("encoding").map(v -> Text.of(v, "encoding")).orElse("utf-8");
        var errors = given.find("errors").map(v -> Text.of(v, "errors")).orElse("strict");
        var action = switch (errors) {
            case "ignore" -> CodingErrorAction.IGNORE;
            case "replace" -> CodingErrorAction.REPLACE;
            default -> CodingErrorAction.REPORT;
        };
        try {
            return new Text(TextMethods.charset(name).newDecoder().onMalformedInput(action)
                    .onUnmappableCharacter(action).decode(ByteBuffer.wrap(bytes.bytes())).toString());
        } catch (CharacterCodingException _) {
            throw PythonFault.raised("UnicodeDecodeError", "'%s' codec can't decode the bytes".formatted(name));
        }
    }

    private static Value fromHex(String text) {
        try {
            return Bytes.of(HexFormat.of().parseHex(text.replace(" ", "")));
        } catch (IllegalArgumentException _) {
            throw PythonFault.raised("ValueError", "non-hexadecimal number found in fromhex() arg");
        }
    }

    private static Value split(Bytes bytes, String separator) {
        var parts = Splitting.split(bytes.value(), separator, -1);
        parts.elements().replaceAll(part -> new Bytes(part.shown()));
        return parts;
    }

    private static Value join(Bytes separator, Value parts) {
        var out = new StringBuilder();
        boolean first = true;
        for (var elements = parts.iterator(); elements.hasNext(); first = false) {
            if (!(elements.next() instanceof Bytes part)) {
                throw PythonFault.raised("TypeError", "sequence item: expected a bytes-like object");
            }
            Budget.room(part.value().length());
            out.append(first ? "" : separator.value()).append(part.value());
        }
        return new Bytes(out.toString());
    }
}
