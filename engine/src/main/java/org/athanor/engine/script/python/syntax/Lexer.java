package org.athanor.engine.script.python.syntax;

import java.util.ArrayList;
import java.util.List;

import org.athanor.engine.script.python.syntax.Token.Kind;

/// Cuts one logical line of Python into tokens.
final class Lexer {
    private static final List<String> LONG_OPERATORS = List.of("**=", "//=", ">>=", "<<=", "...", "->", ":=", "**",
            "//", ">>", "<<", "<=", ">=", "==", "!=", "<>", "+=", "-=", "*=", "/=", "%=", "&=", "|=", "^=", "@=");

    private final String source;
    private int position;
    private int line;

    Lexer(String source, int firstLine) {
        this.source = source;
        this.line = firstLine;
    }

    List<Token> tokens() throws PythonSyntaxException {
        var tokens = new ArrayList<Token>();
        while (skipBlank()) {
            int start = position;
            int startLine = line;
            var kind = read();
            tokens.add(new Token(kind, source.substring(start, position), startLine));
        }
        tokens.add(new Token(Kind.END, "", line));
        return tokens;
    }

    /// Moves over what means nothing; false at the end.
    private boolean skipBlank() {
        while (position < source.length()) {
            char c = source.charAt(position);
            if (c == '#') {
                int end = source.indexOf('\n', position);
                position = end < 0 ? source.length() : end;
            } else if (c == '\n') {
                line++;
                position++;
            } else if (Character.isWhitespace(c) || c == '\\' || c == '\uFEFF') {
                position++;
            } else {
                return true;
            }
        }
        return false;
    }

    private Kind read() throws PythonSyntaxException {
        int prefix = Strings.prefixLength(source, position);
        if (prefix >= 0) {
            return readString(prefix);
        }
        char c = source.charAt(position);
        if (Character.isUnicodeIdentifierStart(c) || c == '_') {
            while (position < source.length() && isNamePart(source.charAt(position))) {
                position++;
            }
            return Kind.NAME;
        }
        boolean number = Character.isDigit(c)
                || c == '.' && position + 1 < source.length() && Character.isDigit(source.charAt(position + 1));
        if (number) {
            while (position < source.length() && isNumberPart(position)) {
                position++;
            }
            return Kind.NUMBER;
        }
        position += LONG_OPERATORS.stream().filter(o -> source.startsWith(o, position)).mapToInt(String::length)
                .findFirst().orElse(1);
        return Kind.OPERATOR;
    }

    private Kind readString(int prefix) throws PythonSyntaxException {
        int end = Strings.end(source, position + prefix);
        if (end < 0) {
            throw new PythonSyntaxException(line, "A string opens here and never closes");
        }
        line += Math.toIntExact(source.substring(position, end).chars().filter(c -> c == '\n').count());
        position = end;
        return Kind.STRING;
    }

    private static boolean isNamePart(char c) {
        return Character.isUnicodeIdentifierPart(c) || c == '_';
    }

    private boolean isNumberPart(int at) {
        char c = source.charAt(at);
        boolean exponentSign = (c == '+' || c == '-') && "eE".indexOf(source.charAt(at - 1)) >= 0
                && !source.substring(position, at).startsWith("0x");
        return Character.isLetterOrDigit(c) || c == '.' || c == '_' || exponentSign;
    }
}
