package org.athanor.engine.script.python.syntax;

import java.util.Arrays;

/// Cuts a file into tokens: lines, blocks and brackets. What it can't cut ends the tokens with a failure.
final class Tokenizer {
    private static final int DEEPEST_BLOCK = 100;
    private static final int DEEPEST_BRACKET = 200;
    private static final int TAB = 8;
    private static final int BYTE_ORDER_MARK = 0xFEFF;

    private final char[] source;
    private final int length;
    private final boolean hasZero;
    private final Tokens tokens;
    private final Words words = Words.withKeywords();
    private int position;
    private int line;

    private int[] columns = new int[8];
    private int[] columnsWithShortTabs = new int[8];
    private int blocks = 1;

    private char[] brackets = new char[16];
    private int[] bracketLines = new int[16];
    private int depth;

    /// Reads a text whose first line has this number.
    Tokenizer(String text, int firstLine) {
        var lines = text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n").replace('\r', '\n');
        length = lines.length();
        hasZero = lines.indexOf(0) >= 0;
        source = new char[length + 1];
        lines.getChars(0, length, source, 0);
        line = firstLine;
        tokens = new Tokens(source, words);
        position = length > 0 && source[0] == BYTE_ORDER_MARK ? 1 : 0;
    }

    /// The tokens of a whole file.
    Tokens file() {
        try {
            checkCharacters();
            boolean lineStarts = true;
            while (true) {
                if (lineStarts && !indentation()) {
                    break;
                }
                lineStarts = false;
                skipBlank();
                char c = source[position];
                if (c == '\n') {
                    tokens.add(Kind.NEWLINE, position, position + 1, line, 0);
                    position++;
                    line++;
                    lineStarts = true;
                } else if (c == 0 && position == length) {
                    lineStarts = true;
                } else {
                    token(c);
                }
            }
            end();
        } catch (PythonSyntaxException e) {
            tokens.addFailure(e, position);
        }
        return tokens;
    }

    private void checkCharacters() throws PythonSyntaxException {
        if (hasZero) {
            throw fault("The file holds a zero byte: it is no text");
        }
    }

    private void end() throws PythonSyntaxException {
        checkBracketsClosed();
        if (tokens.lineIsOpen()) {
            tokens.add(Kind.NEWLINE, position, position, line, 0);
        }
        for (; blocks > 1; blocks--) {
            tokens.add(Kind.DEDENT, position, position, line, 0);
        }
        tokens.add(Kind.END, position, position, line, 0);
    }

    void checkBracketsClosed() throws PythonSyntaxException {
        if (depth > 0) {
            throw new PythonSyntaxException(bracketLines[depth - 1],
                    "'%c' opens here and never closes".formatted(brackets[depth - 1]));
        }
    }

    /// Moves to the first line that holds something, and opens or closes blocks; false at the end of the file.
    private boolean indentation() throws PythonSyntaxException {
        while (position < length) {
            int column = 0;
            int withShortTabs = 0;
            int joined = 0;
            while (true) {
                char c = source[position];
                if (c == ' ') {
                    column++;
                    withShortTabs++;
                } else if (c == '\t') {
                    column = (column / TAB + 1) * TAB;
                    withShortTabs++;
                } else if (c == '\f') {
                    column = 0;
                    withShortTabs = 0;
                } else if (c == '\\') {
                    joined = joined == 0 ? column : joined;
                    join();
                    continue;
                } else {
                    break;
                }
                position++;
            }
            if (source[position] == '#') {
                skipComment();
            }
            if (source[position] == '\n') {
                position++;
                line++;
            } else if (position < length) {
                block(joined == 0 ? column : joined, joined == 0 ? withShortTabs : joined);
                return true;
            }
        }
        return false;
    }

    /// Tabs count as up to the next eighth column, and as one column: both must tell the same story.
    private void block(int column, int withShortTabs) throws PythonSyntaxException {
        if (column > columns[blocks - 1]) {
            checkTabs(withShortTabs > columnsWithShortTabs[blocks - 1]);
            if (blocks == DEEPEST_BLOCK) {
                throw fault("Blocks are nested too deeply here");
            }
            if (blocks == columns.length) {
                columns = Arrays.copyOf(columns, blocks * 2);
                columnsWithShortTabs = Arrays.copyOf(columnsWithShortTabs, blocks * 2);
            }
            columns[blocks] = column;
            columnsWithShortTabs[blocks++] = withShortTabs;
            tokens.add(Kind.INDENT, position, position, line, 0);
            return;
        }
        while (column < columns[blocks - 1]) {
            blocks--;
            tokens.add(Kind.DEDENT, position, position, line, 0);
        }
        if (column != columns[blocks - 1]) {
            throw fault("This line is indented like no block that it could belong to");
        }
        checkTabs(withShortTabs == columnsWithShortTabs[blocks - 1]);
    }

    private void checkTabs(boolean clear) throws PythonSyntaxException {
        if (!clear) {
            throw fault("Tabs and spaces are mixed here so that the indentation isn't clear: use spaces only");
        }
    }

    /// Moves over what separates tokens: blanks, comments, joined lines, and inside of brackets every end of a line.
    void skipBlank() throws PythonSyntaxException {
        while (true) {
            char c = source[position];
            if (c == ' ' || c == '\t' || c == '\f') {
                position++;
            } else if (c == '#') {
                skipComment();
            } else if (c == '\n' && depth > 0) {
                position++;
                line++;
            } else if (c == '\\') {
                join();
            } else {
                return;
            }
        }
    }

    /// Moves over a backslash and the end of its line.
    private void join() throws PythonSyntaxException {
        if (source[position + 1] != '\n') {
            throw fault("A backslash joins lines and must be the last on its line");
        }
        position += 2;
        line++;
        if (position == length) {
            throw fault("The file ends behind a backslash that joins lines");
        }
    }

    private void skipComment() {
        while (position < length && source[position] != '\n') {
            position++;
        }
    }

    /// Reads the token that starts with `c`.
    void token(char c) throws PythonSyntaxException {
        if (isNameStart(c) || c > 127) {
            word();
        } else if (c >= '0' && c <= '9' || c == '.' && isDigit(source[position + 1])) {
            int start = position;
            position = new NumberScanner(source, start, line).end();
            tokens.add(Kind.NUMBER, start, position, line, 0);
        } else if (c == '"' || c == '\'') {
            string(position, 0);
        } else {
            operator(c);
        }
    }

    private static boolean isNameStart(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private void word() throws PythonSyntaxException {
        int start = position;
        int at = start;
        int hash = 0;
        char c = source[at];
        while (isNameStart(c) || isDigit(c)) {
            hash = hash * 31 + c;
            c = source[++at];
        }
        if (c > 127) {
            unicodeWord(start, at);
            return;
        }
        if ((c == '"' || c == '\'') && at - start <= 2) {
            int prefix = StringForm.ofPrefix(source, start, at);
            if (prefix >= 0) {
                position = at;
                string(start, prefix);
                return;
            }
            if (at - start == 2 && StringForm.isPythonTwo(source, start)) {
                throw PythonTwo.fault(line, "a string can't be both raw and `u` in Python 3");
            }
        }
        position = at;
        int number = words.number(source, start, at, hash);
        tokens.add(Words.kind(number), start, at, line, number);
    }

    private void unicodeWord(int start, int from) throws PythonSyntaxException {
        int at = from;
        while (at < length) {
            int c = Character.codePointAt(source, at, length);
            boolean part = at == start
                    ? Character.isUnicodeIdentifierStart(c) || c == '_'
                    : Character.isUnicodeIdentifierPart(c) && !Character.isIdentifierIgnorable(c);
            if (!part && c > 127) {
                throw fault("The character %s (U+%04X) can't stand here".formatted(Character.toString(c), c));
            }
            if (!part) {
                break;
            }
            at += Character.charCount(c);
        }
        position = at;
        tokens.add(Kind.NAME, start, at, line, words.normalized(new String(source, start, at - start)));
    }

    /// Reads a string whose prefix starts at `start`, and whose first quote is at hand.
    private void string(int start, int prefix) throws PythonSyntaxException {
        char quote = source[position];
        boolean triple = source[position + 1] == quote && source[position + 2] == quote;
        int form = triple ? prefix | StringForm.TRIPLE : prefix;
        position += triple ? 3 : 1;
        if (StringForm.isFormatted(form)) {
            new FormattedTokenizer(this, quote, form).read(start);
            return;
        }
        int firstLine = line;
        while (true) {
            char c = source[position];
            if (c == quote && (!triple || source[position + 1] == quote && source[position + 2] == quote)) {
                position += triple ? 3 : 1;
                tokens.add(Kind.STRING, start, position, firstLine, form);
                return;
            }
            if (c == '\\') {
                form |= StringForm.ESCAPED;
                c = source[++position];
            } else if (c == '\n' && !triple) {
                throw new PythonSyntaxException(firstLine, "A string opens here and doesn't close on its line");
            }
            if (c == '\n') {
                line++;
            } else if (position >= length) {
                throw new PythonSyntaxException(firstLine, "A string opens here and never closes");
            }
            position++;
        }
    }

    private void operator(char c) throws PythonSyntaxException {
        char second = source[position + 1];
        char third = second == 0 ? 0 : source[position + 2];
        var kind = Operators.of(c, second, third);
        if (kind == Kind.ERROR) {
            throw wrong(c, second);
        }
        int start = position;
        position += kind.written.length();
        switch (kind) {
            case OPEN_PARENTHESIS, OPEN_BRACKET, OPEN_BRACE -> open(c);
            case CLOSE_PARENTHESIS -> close('(', c);
            case CLOSE_BRACKET -> close('[', c);
            case CLOSE_BRACE -> close('{', c);
            default -> {
            }
        }
        tokens.add(kind, start, position, line, 0);
    }

    private PythonSyntaxException wrong(char c, char second) {
        if (c == '`') {
            return PythonTwo.fault(line, "backticks are `repr(…)` in Python 3");
        }
        if (c == '<' && second == '>') {
            return PythonTwo.fault(line, "`<>` is `!=` in Python 3");
        }
        return fault(c < ' '
                ? "The character U+%04X can't stand here".formatted((int) c)
                : "The character %c can't stand here".formatted(c));
    }

    void open(char bracket) throws PythonSyntaxException {
        if (depth == DEEPEST_BRACKET) {
            throw fault("Brackets are nested too deeply here");
        }
        if (depth == brackets.length) {
            brackets = Arrays.copyOf(brackets, depth * 2);
            bracketLines = Arrays.copyOf(bracketLines, depth * 2);
        }
        brackets[depth] = bracket;
        bracketLines[depth++] = line;
    }

    void close(char opened, char bracket) throws PythonSyntaxException {
        if (depth == 0) {
            throw fault("'%c' closes nothing".formatted(bracket));
        }
        if (brackets[--depth] != opened) {
            throw fault("'%c' can't close the '%c' of line %d".formatted(bracket, brackets[depth],
                    bracketLines[depth]));
        }
    }

    PythonSyntaxException fault(String reason) {
        return new PythonSyntaxException(line, reason);
    }

    int depth() {
        return depth;
    }

    char[] source() {
        return source;
    }

    boolean atEnd() {
        return position >= length;
    }

    int position() {
        return position;
    }

    int line() {
        return line;
    }

    void skip(int count) {
        position += count;
    }

    void nextLine() {
        position++;
        line++;
    }

    void add(Kind kind, int start, int onLine, int detail) {
        tokens.add(kind, start, position, onLine, detail);
    }
}
