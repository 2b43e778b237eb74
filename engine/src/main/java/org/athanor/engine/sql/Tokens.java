package org.athanor.engine.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The words, names, texts and symbols of one statement, read from left to right; space and comments are left out.
public final class Tokens {
    private final String sql;
    private final List<Token> tokens;
    private int position;

    public Tokens(String sql, SqlSyntax syntax) {
        this.sql = sql;
        this.tokens = new ArrayList<>();
        var lexer = new Lexer(sql, syntax);
        while (lexer.hasNext()) {
            var token = lexer.next();
            if (token.kind() != Token.Kind.SPACE && token.kind() != Token.Kind.COMMENT) {
                tokens.add(token);
            }
        }
    }

    /// A name as it is written: without its quotes, and whether it had some.
    public record Name(String text, boolean quoted) {}

    public boolean atEnd() {
        return position >= tokens.size();
    }

    /// How many tokens were read.
    public int position() {
        return position;
    }

    public void moveTo(int newPosition) {
        position = newPosition;
    }

    public int size() {
        return tokens.size();
    }

    /// Whether these words and symbols come next.
    public boolean at(String... words) {
        for (int i = 0; i < words.length; i++) {
            if (position + i >= tokens.size() || !is(tokens.get(position + i), words[i])) {
                return false;
            }
        }
        return true;
    }

    private boolean is(Token token, String word) {
        return token.kind() != Token.Kind.QUOTED && token.end() - token.start() == word.length()
                && sql.regionMatches(true, token.start(), word, 0, word.length());
    }

    /// Reads these words and symbols, if they come next.
    public boolean accept(String... words) {
        if (!at(words)) {
            return false;
        }
        position += words.length;
        return true;
    }

    /// Reads the next token, whatever it is, as it is written.
    public String next() {
        var token = tokens.get(position++);
        return token.text(sql);
    }

    /// The next token as it is written, or nothing at the end.
    public Optional<String> peek() {
        return atEnd() ? Optional.empty() : Optional.of(tokens.get(position).text(sql));
    }

    public boolean atWord() {
        return !atEnd() && tokens.get(position).kind() == Token.Kind.WORD;
    }

    /// Whether a text or a name in quotes comes next.
    public boolean atQuoted() {
        return !atEnd() && tokens.get(position).kind() == Token.Kind.QUOTED;
    }

    /// Reads a name, bare or in quotes of any kind, if one comes next.
    public Optional<Name> name() {
        if (atWord()) {
            return Optional.of(new Name(next(), false));
        }
        if (atQuoted() && !peek().orElse("").startsWith("$")) {
            var written = next();
            return Optional.of(new Name(UnicodeEscapes.areIn(written)
                    ? UnicodeEscapes.resolved(unquoted(written.substring(2)), escape())
                    : unquoted(written), true));
        }
        return Optional.empty();
    }

    /// What stands before the numbers of characters in the name or text just read.
    private char escape() {
        if (!at("UESCAPE") || position + 1 >= tokens.size()) {
            return UnicodeEscapes.USUAL;
        }
        next();
        var chosen = next();
        return chosen.length() == 3 ? chosen.charAt(1) : UnicodeEscapes.USUAL;
    }

    /// A name or text without its quotes; one that never closes goes to its end.
    public static String unquoted(String text) {
        char first = text.isEmpty() ? ' ' : text.charAt(0);
        char last = first == '[' ? ']' : first;
        if ("[\"`'".indexOf(first) < 0) {
            return text;
        }
        boolean closes = text.length() > 1 && text.charAt(text.length() - 1) == last;
        var inside = text.substring(1, closes ? text.length() - 1 : text.length());
        return first == '[' ? inside : inside.replace(("" + first).repeat(2), String.valueOf(first));
    }

    /// Reads up to the parenthesis that closes the one that comes next, and gives what stands between them.
    public Optional<String> inParentheses() {
        if (!at("(")) {
            return Optional.empty();
        }
        int from = position + 1;
        skipParentheses();
        return Optional.of(from >= position - 1 ? "" : text(from, position - 1));
    }

    /// Moves behind the parenthesis that closes the one that comes next.
    public void skipParentheses() {
        int depth = 0;
        do {
            depth += at("(") ? 1 : at(")") ? -1 : 0;
            position++;
        } while (depth > 0 && !atEnd());
    }

    /// The text from one token up to another, which is left out.
    public String text(int from, int to) {
        return sql.substring(tokens.get(from).start(), tokens.get(to - 1).end());
    }

    /// Where a token starts in the text.
    public int start(int token) {
        return tokens.get(token).start();
    }

    /// Where a token ends in the text.
    public int end(int token) {
        return tokens.get(token).end();
    }

    /// Whether nothing stands between two neighbours.
    public boolean touchesNext() {
        return position + 1 < tokens.size() && tokens.get(position).end() == tokens.get(position + 1).start();
    }
}
