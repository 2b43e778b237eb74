package org.athanor.engine.journal;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Set;

import org.athanor.engine.revision.RevisionFile;
import org.athanor.engine.script.python.syntax.PythonParser;
import org.athanor.engine.sql.SqlSyntax;
import org.athanor.engine.sql.Tokens;

/// A number made from what counts in a revision's file: not its white space, its comments, or what it says of itself for
/// people.
final class Fingerprint {
    private static final String MARKER = "-- +";
    private static final Set<String> HEADER = Set.of("revision", "down_revision", "depends_on");

    private Fingerprint() {}

    static String of(String text, RevisionFile.Format format, SqlSyntax syntax) {
        var normal = switch (format) {
            case SQL -> sql(text, syntax);
            case PYTHON -> PythonParser.normalized(text);
        };
        return HexFormat.of().formatHex(Chain.sha256().digest(normal.getBytes(StandardCharsets.UTF_8)));
    }

    /// The fields that place it among the others, then the lines that open sections, and the tokens between them.
    private static String sql(String text, SqlSyntax syntax) {
        var normal = new StringBuilder(text.length());
        var body = new StringBuilder(text.length());
        boolean inHeader = true;
        for (var line : (Iterable<String>) text.lines()::iterator) {
            var trimmed = line.strip();
            if (trimmed.startsWith(MARKER)) {
                inHeader = false;
                tokens(body, syntax, normal);
                normal.append(trimmed.replaceAll("\\s+", " ")).append('\n');
            } else if (inHeader) {
                header(trimmed, normal);
            } else {
                body.append(line).append('\n');
            }
        }
        tokens(body, syntax, normal);
        return normal.toString();
    }

    private static void header(String line, StringBuilder normal) {
        int colon = line.indexOf(':');
        if (colon > 2 && HEADER.contains(line.substring(2, colon).strip())) {
            normal.append(line.replaceAll("\\s+", "")).append('\n');
        }
    }

    private static void tokens(StringBuilder body, SqlSyntax syntax, StringBuilder normal) {
        var tokens = new Tokens(body.toString(), syntax);
        int statement = normal.length();
        while (!tokens.atEnd()) {
            boolean joined = digit(tokens) && tokens.touchesNext();
            var token = tokens.next();
            if (token.equals(";")) {
                endStatement(normal, statement);
                statement = normal.length();
            } else {
                normal.append(token).append(joined ? "" : " ");
            }
        }
        endStatement(normal, statement);
        body.setLength(0);
    }

    /// Whether a semicolon stands behind the last statement doesn't count.
    private static void endStatement(StringBuilder normal, int start) {
        if (normal.length() > start) {
            normal.append('\n');
        }
    }

    /// The digits of a number are tokens of their own.
    private static boolean digit(Tokens tokens) {
        return tokens.peek().filter(token -> Character.isDigit(token.charAt(0))).isPresent();
    }
}
