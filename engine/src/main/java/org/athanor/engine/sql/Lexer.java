package org.athanor.engine.sql;

import org.athanor.engine.sql.Token.Kind;

/// Cuts a script into tokens. Text that never closes (a quote, a comment) reaches to the end of the script and is
/// reported through [#unclosed].
final class Lexer {
    private final String script;
    private final SqlSyntax syntax;
    private int position;
    private boolean unclosed;

    Lexer(String script, SqlSyntax syntax) {
        this.script = script;
        this.syntax = syntax;
    }

    boolean hasNext() {
        return position < script.length();
    }

    /// Whether the last token read was still open where the script ended.
    boolean unclosed() {
        return unclosed;
    }

    Token next() {
        int start = position;
        Kind kind = read(script.charAt(start));
        return new Token(kind, start, position);
    }

    private Kind read(char first) {
        if (Character.isWhitespace(first) || first == '\uFEFF') {
            return readWhile(Kind.SPACE, Character::isWhitespace);
        }
        if (starts("--")) {
            int end = script.indexOf('\n', position);
            position = end < 0 ? script.length() : end;
            return Kind.COMMENT;
        }
        if (starts("/*")) {
            return readBlockComment();
        }
        if (first == ';') {
            position++;
            return Kind.SEMICOLON;
        }
        if (first == '\'') {
            return readQuoted('\'', false);
        }
        if (first == '"' || first == '`' && syntax.backtickNames()) {
            return readQuoted(first, false);
        }
        if (first == '[' && syntax.bracketNames()) {
            return readTo("]");
        }
        if (first == '$' && syntax.dollarQuotes()) {
            return readDollar();
        }
        if (syntax.escapeStrings() && (starts("E'") || starts("e'"))) {
            position++;
            return readQuoted('\'', true);
        }
        if (syntax.escapeStrings() && (first == 'U' || first == 'u') && (starts("&'", 1) || starts("&\"", 1))) {
            position += 2;
            return readQuoted(script.charAt(position), false);
        }
        if (isWordStart(first)) {
            return readWhile(Kind.WORD, Lexer::isWordPart);
        }
        position++;
        return Kind.SYMBOL;
    }

    private Kind readWhile(Kind kind, java.util.function.IntPredicate belongs) {
        position++;
        while (hasNext() && belongs.test(script.charAt(position))) {
            position++;
        }
        return kind;
    }

    private Kind readBlockComment() {
        int depth = 0;
        while (hasNext()) {
            if (starts("/*") && (depth == 0 || syntax.nestedComments())) {
                depth++;
                position += 2;
            } else if (starts("*/")) {
                depth--;
                position += 2;
                if (depth == 0) {
                    return Kind.COMMENT;
                }
            } else {
                position++;
            }
        }
        unclosed = true;
        return Kind.COMMENT;
    }

    private Kind readQuoted(char quote, boolean backslashEscapes) {
        position++;
        while (hasNext()) {
            char c = script.charAt(position++);
            if (backslashEscapes && c == '\\' && hasNext()) {
                position++;
            } else if (c == quote) {
                if (hasNext() && script.charAt(position) == quote) {
                    position++;
                } else {
                    return Kind.QUOTED;
                }
            }
        }
        unclosed = true;
        return Kind.QUOTED;
    }

    private Kind readDollar() {
        int tagEnd = position + 1;
        while (tagEnd < script.length() && isWordPart(script.charAt(tagEnd)) && script.charAt(tagEnd) != '$') {
            tagEnd++;
        }
        boolean isTag = tagEnd < script.length() && script.charAt(tagEnd) == '$'
                && !Character.isDigit(script.charAt(position + 1));
        if (!isTag) {
            position++;
            return Kind.SYMBOL;
        }
        var tag = script.substring(position, tagEnd + 1);
        position = tagEnd + 1;
        return readTo(tag);
    }

    private Kind readTo(String close) {
        int end = script.indexOf(close, position);
        unclosed = end < 0;
        position = unclosed ? script.length() : end + close.length();
        return Kind.QUOTED;
    }

    private boolean starts(String prefix) {
        return starts(prefix, 0);
    }

    private boolean starts(String prefix, int further) {
        return script.startsWith(prefix, position + further);
    }

    private static boolean isWordStart(int c) {
        return Character.isLetter(c) || c == '_';
    }

    private static boolean isWordPart(int c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '$';
    }
}
