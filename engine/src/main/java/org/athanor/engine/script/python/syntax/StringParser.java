package org.athanor.engine.script.python.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.athanor.engine.script.python.tree.Expression;

/// Reads strings that follow each other as the one that they make, with the fields of formatted ones.
final class StringParser {
    private final Tokens tokens;
    private final OperatorParser expressions;

    StringParser(Tokens tokens, OperatorParser expressions) {
        this.tokens = tokens;
        this.expressions = expressions;
    }

    Expression strings() throws PythonSyntaxException {
        int line = tokens.line();
        boolean plain = tokens.kind() == Kind.STRING;
        if (plain && tokens.after(1) != Kind.STRING && tokens.after(1) != Kind.FORMATTED_START) {
            boolean bytes = StringForm.isBytes(tokens.detail());
            return literal(bytes, decoded(), line);
        }
        var parts = new Parts();
        boolean formatted = false;
        boolean template = StringForm.isTemplate(tokens.detail());
        boolean bytes = StringForm.isBytes(tokens.detail());
        while (tokens.kind() == Kind.STRING || tokens.kind() == Kind.FORMATTED_START) {
            if (bytes != StringForm.isBytes(tokens.detail())) {
                throw tokens.fault("Strings and bytes can't be joined");
            }
            if (template != StringForm.isTemplate(tokens.detail())) {
                throw tokens.fault("Template strings can't be joined with others");
            }
            if (tokens.kind() == Kind.STRING) {
                int partLine = tokens.line();
                parts.text(decoded(), partLine);
            } else {
                formatted = true;
                tokens.next();
                parts(parts);
                tokens.expect(Kind.FORMATTED_END);
            }
        }
        return formatted
                ? new Expression.Formatted(parts.list(), template, line)
                : literal(bytes, parts.text.toString(), line);
    }

    private static Expression literal(boolean bytes, String value, int line) {
        return bytes ? new Expression.Bytes(value, line) : new Expression.Text(value, line);
    }

    private String decoded() throws PythonSyntaxException {
        int form = tokens.detail();
        int marks = StringForm.marks(form);
        int start = tokens.start();
        while (tokens.source()[start] != '"' && tokens.source()[start] != '\'') {
            start++;
        }
        var text = new StringDecoder(tokens, start + marks, tokens.end() - marks, form).text();
        tokens.next();
        return text;
    }

    /// Texts and fields up to whatever ends them.
    private void parts(Parts parts) throws PythonSyntaxException {
        while (true) {
            switch (tokens.kind()) {
                case FORMATTED_TEXT -> {
                    var text = new StringDecoder(tokens, tokens.start(), tokens.end(), tokens.detail());
                    parts.text(text.formattedText(), tokens.line());
                    tokens.next();
                }
                case FIELD_OPEN -> field(parts);
                default -> {
                    return;
                }
            }
        }
    }

    private void field(Parts parts) throws PythonSyntaxException {
        int line = tokens.line();
        int open = tokens.end();
        tokens.next();
        var value = expressions.severalOrYield();
        boolean shown = tokens.take(Kind.ASSIGN);
        if (shown) {
            parts.text(new String(tokens.source(), open, tokens.start() - open).replace("\\\n", ""), line);
        }
        char conversion = tokens.kind() == Kind.CONVERSION ? conversion() : 0;
        Optional<Expression> format = Optional.empty();
        int formatLine = tokens.line();
        if (tokens.take(Kind.FIELD_FORMAT)) {
            var inside = new Parts();
            parts(inside);
            format = Optional.of(new Expression.Formatted(inside.list(), false, formatLine));
        }
        tokens.expect(Kind.FIELD_CLOSE);
        tokens.grow();
        boolean quoted = shown && conversion == 0 && format.isEmpty();
        parts.field(new Expression.Field(value, quoted ? 'r' : conversion, format, line));
    }

    private char conversion() throws PythonSyntaxException {
        int mark = tokens.end();
        tokens.next();
        if (tokens.kind() == Kind.NAME && tokens.start() == mark) {
            switch (tokens.word()) {
                case "r", "s", "a" -> {
                    return tokens.name().charAt(0);
                }
                default -> {
                }
            }
        }
        throw tokens.fault("A field is converted by !r, !s or !a");
    }

    /// The parts of a formatted string; texts that follow each other are one.
    private static final class Parts {
        private final List<Expression> done = new ArrayList<>();
        private final StringBuilder text = new StringBuilder();
        private int textLine;

        void text(String more, int line) {
            if (text.isEmpty()) {
                textLine = line;
            }
            text.append(more);
        }

        void field(Expression field) {
            list();
            done.add(field);
        }

        List<Expression> list() {
            if (!text.isEmpty()) {
                done.add(new Expression.Text(text.toString(), textLine));
                text.setLength(0);
            }
            return done;
        }
    }
}
