package org.athanor.engine.script.python.syntax;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The encodings of texts by the names that Python has for them.
public final class Encodings {
    private static final Map<String, Charset> PYTHONS_OWN = Map.ofEntries(Map.entry("utf_8", StandardCharsets.UTF_8),
            Map.entry("utf_8_sig", StandardCharsets.UTF_8), Map.entry("u8", StandardCharsets.UTF_8),
            Map.entry("utf", StandardCharsets.UTF_8), Map.entry("cp65001", StandardCharsets.UTF_8),
            Map.entry("latin_1", StandardCharsets.ISO_8859_1), Map.entry("l1", StandardCharsets.ISO_8859_1),
            Map.entry("latin", StandardCharsets.ISO_8859_1), Map.entry("8859", StandardCharsets.ISO_8859_1),
            Map.entry("iso8859_1", StandardCharsets.ISO_8859_1), Map.entry("u16", StandardCharsets.UTF_16),
            Map.entry("646", StandardCharsets.US_ASCII));

    private Encodings() {}

    /// The encoding of a name, however its words are joined and whatever their case.
    public static Optional<Charset> named(String name) {
        var words = words(name);
        return Optional.ofNullable(PYTHONS_OWN.get(words)).or(
                () -> Stream.of(words.replace('_', '-'), words, words.replace("_", "")).flatMap(Encodings::known)
                        .findFirst());
    }

    /// Whether texts begin with a mark of their byte order that their encoding doesn't ask for: `utf-8-sig`.
    public static boolean isMarked(String name) {
        return words(name).equals("utf_8_sig");
    }

    private static String words(String name) {
        return name.strip().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9.]+", "_");
    }

    private static Stream<Charset> known(String name) {
        try {
            return Stream.of(Charset.forName(name));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException _) {
            return Stream.empty();
        }
    }
}
