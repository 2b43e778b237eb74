package org.athanor.engine.script.python.syntax;

import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/// The text of a Python file: UTF-8, unless one of its first two lines names another encoding.
public final class PythonSource {
    private static final Pattern DECLARATION = Pattern.compile("[ \\t\\f]*#.*?coding[:=][ \\t]*([-\\w.]+).*");
    private static final int LONGEST_BEGINNING = 400;

    private PythonSource() {}

    /// The text of a file, with line feeds alone at the ends of its lines. Throws [UnsupportedEncodingException] with the name of an encoding that nobody knows.
    public static String read(Path file) throws IOException {
        var text = text(file);
        return text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n").replace('\r', '\n');
    }

    private static String text(Path file) throws IOException {
        try {
            var text = Files.readString(file);
            var declared = declared(text);
            return declared.isEmpty() || isUsual(declared.get()) ? text : decoded(file, declared.get());
        } catch (CharacterCodingException e) {
            var beginning = new String(beginning(file), StandardCharsets.ISO_8859_1);
            var declared = declared(beginning);
            if (declared.isEmpty() || isUsual(declared.get())) {
                throw e;
            }
            return decoded(file, declared.get());
        }
    }

    private static byte[] beginning(Path file) throws IOException {
        try (var bytes = Files.newInputStream(file)) {
            return bytes.readNBytes(LONGEST_BEGINNING);
        }
    }

    private static boolean isUsual(String encoding) throws UnsupportedEncodingException {
        return Encodings.named(encoding).orElseThrow(() -> new UnsupportedEncodingException(encoding))
                .equals(StandardCharsets.UTF_8);
    }

    private static String decoded(Path file, String encoding) throws IOException {
        var charset = Encodings.named(encoding).orElseThrow(() -> new UnsupportedEncodingException(encoding));
        return charset.newDecoder().decode(ByteBuffer.wrap(Files.readAllBytes(file))).toString();
    }

    /// The encoding that a text names, in a comment on its first line or on its second below another comment.
    private static Optional<String> declared(String text) {
        int start = text.startsWith("\uFEFF") ? 1 : 0;
        for (int line = 0; line < 2; line++) {
            int end = text.indexOf('\n', start);
            var written = text.substring(start, end < 0 ? text.length() : end).stripTrailing();
            if (!written.isBlank() && !written.stripLeading().startsWith("#")) {
                return Optional.empty();
            }
            var declaration = DECLARATION.matcher(written);
            if (declaration.matches()) {
                return Optional.of(declaration.group(1));
            }
            if (end < 0) {
                return Optional.empty();
            }
            start = end + 1;
        }
        return Optional.empty();
    }
}
