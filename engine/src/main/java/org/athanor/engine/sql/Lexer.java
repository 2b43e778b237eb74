package org.athanor.engine.sql;

import org.athanor.engine.sql.Token.Kind;

/// Cuts a script into tokens. Text that never closes (a quote, a comment) reaches to the end of the script and is
/// reported through [#unclosed].
final class Lexer {
    private final String script;
    private final SqlSyntax syntax;
    private int position;
    private boolean unclosed;
    private boolean escapesFurtherOn;

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

    /// Whether the last token read was a text with escapes that goes on behind the end of a line, with escapes there.
    boolean escapesFurtherOn() {
        return escapesFurtherOn;
    }

    Token next() {
        int start = position;
        escapesFurtherOn = false;
        Kind kind = read(script.charAt(start));
        return new Token(kind, start, position);
    }

    private Kind read(char first) {
        if (SqlSyntax.isSpace(first) || isByteOrderMark(first)) {
            return readWhile(Kind.SPACE, SqlSyntax::isSpace);
        }
        if (starts("--")) {
            position = lineEnd(position);
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
        if (SqlSyntax.isWordStart(first)) {
            return readWhile(Kind.WORD, SqlSyntax::isWordPart);
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
        boolean goesOn = false;
        while (hasNext()) {
            char c = script.charAt(position++);
            if (backslashEscapes && c == '\\' && hasNext()) {
                position++;
                escapesFurtherOn |= goesOn;
            } else if (c == quote) {
                if (hasNext() && script.charAt(position) == quote) {
                    position++;
                } else if (backslashEscapes && goesOn()) {
                    goesOn = true;
                } else {
                    return Kind.QUOTED;
                }
            }
        }
        unclosed = true;
        return Kind.QUOTED;
    }

    /// Texts are one text where there is nothing between them but space, comments up to the end of a line, and such an end;
    /// the rules of the first hold for the next, which matters only for escapes. If so, the next one is entered.
    private boolean goesOn() {
        int at = position;
        boolean lineEnded = false;
        while (at < script.length()) {
            char c = script.charAt(at);
            if (SqlSyntax.isSpace(c)) {
                lineEnded |= syntax.endsLine(c);
                at++;
            } else if (script.startsWith("--", at)) {
                at = lineEnd(at);
            } else {
                break;
            }
        }
        boolean continues = lineEnded && script.startsWith("'", at);
        position = continues ? at + 1 : position;
        return continues;
    }

    /// SQLite takes the mark for space wherever it stands, PostgreSQL for a letter; at the start of a file it is neither.
    private boolean isByteOrderMark(char c) {
        return c == '\uFEFF' && (position == 0 || !syntax.dollarQuotes());
    }

    private int lineEnd(int from) {
        int at = from;
        while (at < script.length() && !syntax.endsLine(script.charAt(at))) {
            at++;
        }
        return at;
    }

    private Kind readDollar() {
        int tagEnd = position + 1;
        while (tagEnd < script.length() && SqlSyntax.isWordPart(script.charAt(tagEnd))
                && script.charAt(tagEnd) != '$') {
            tagEnd++;
        }
        boolean isTag = tagEnd < script.length() && script.charAt(tagEnd) == '$'
                && !SqlSyntax.isDigit(script.charAt(position + 1));
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
}
