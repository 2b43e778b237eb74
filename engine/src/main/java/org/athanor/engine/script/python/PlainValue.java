package org.athanor.engine.script.python;

import java.util.Optional;

import org.athanor.engine.script.python.syntax.TopLevel;
import org.athanor.engine.script.python.tree.Expression;

/// Values that any eye can read without a parser, as most headers hold them: None, or one pair of quotes with nothing
/// inside that means anything else.
final class PlainValue {
    private static final String LONG = "\"\"\"";

    private PlainValue() {}

    /// The text that a line is.
    static Optional<String> text(TopLevel.Line line) {
        return text(line.text().strip());
    }

    /// What a line assigns to a name.
    static Optional<Expression> assigned(TopLevel.Line line) {
        var text = line.text();
        int equals = text.indexOf('=');
        if (equals < 0 || !isTarget(text, equals)) {
            return Optional.empty();
        }
        var value = text.substring(equals + 1).strip();
        return value.equals("None")
                ? Optional.of(new Expression.None(line.line()))
                : text(value).map(plain -> new Expression.Text(plain, line.line()));
    }

    /// A name, which may have a type of names, brackets and bars.
    private static boolean isTarget(String text, int end) {
        for (int i = 0; i < end; i++) {
            char c = text.charAt(i);
            if (!Character.isJavaIdentifierPart(c) && " :[],.|".indexOf(c) < 0) {
                return false;
            }
        }
        return end > 0 && Character.isJavaIdentifierStart(text.charAt(0));
    }

    private static Optional<String> text(String source) {
        if (source.startsWith(LONG)) {
            return between(source, LONG).filter(text -> text.indexOf('\r') < 0);
        }
        if (source.startsWith("\"") || source.startsWith("'")) {
            return between(source, source.substring(0, 1)).filter(text -> text.indexOf('\n') < 0);
        }
        return Optional.empty();
    }

    private static Optional<String> between(String source, String quote) {
        int from = quote.length();
        int to = source.length() - from;
        if (to < from || source.indexOf('\\') >= 0 || source.indexOf('\0') >= 0
                || source.indexOf(quote, from) != to) {
            return Optional.empty();
        }
        return Optional.of(source.substring(from, to));
    }
}
