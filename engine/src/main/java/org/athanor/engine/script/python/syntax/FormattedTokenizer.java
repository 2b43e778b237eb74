package org.athanor.engine.script.python.syntax;

/// Cuts one f-string or t-string into texts, and its fields into tokens like those of the file around it.
final class FormattedTokenizer {
    private static final int DEEPEST_FORMAT = 2;

    private final Tokenizer file;
    private final char[] source;
    private final char quote;
    private final int form;
    private final boolean triple;
    private final int firstLine;

    FormattedTokenizer(Tokenizer file, char quote, int form) {
        this.file = file;
        this.source = file.source();
        this.quote = quote;
        this.form = form;
        this.triple = StringForm.marks(form) == 3;
        this.firstLine = file.line();
    }

    /// Reads on behind the first mark.
    void read(int start) throws PythonSyntaxException {
        file.add(Kind.FORMATTED_START, start, firstLine, form);
        file.open('"');
        texts(0);
        int end = file.position();
        file.skip(StringForm.marks(form));
        file.close('"', '"');
        file.add(Kind.FORMATTED_END, end, file.line(), form);
    }

    /// Reads texts and fields up to the closing mark, or in the format of a field up to its end.
    private void texts(int formats) throws PythonSyntaxException {
        int start = file.position();
        int line = file.line();
        while (true) {
            char c = source[file.position()];
            if (isMark(file.position())) {
                if (formats > 0) {
                    throw file.fault("The field of a formatted string doesn't close: '}' is missing");
                }
                text(start, line);
                return;
            }
            if (c == '{' && (formats > 0 || source[file.position() + 1] != '{')) {
                text(start, line);
                field(formats);
                start = file.position();
                line = file.line();
            } else if (c == '}' && formats > 0) {
                text(start, line);
                return;
            } else {
                skip(c);
            }
        }
    }

    private boolean isMark(int at) {
        return source[at] == quote && (!triple || source[at + 1] == quote && source[at + 2] == quote);
    }

    private void text(int start, int line) {
        if (file.position() > start) {
            file.add(Kind.FORMATTED_TEXT, start, line, form);
        }
    }

    /// Moves over one character of a text, or over what an escape takes with it.
    private void skip(char c) throws PythonSyntaxException {
        char second = file.atEnd() ? 0 : source[file.position() + 1];
        switch (c) {
            case '{' -> file.skip(2);
            case '}' -> {
                if (second != '}') {
                    throw file.fault("A single '}' can't stand in a formatted string: write '}}'");
                }
                file.skip(2);
            }
            case '\n' -> {
                if (!triple) {
                    throw new PythonSyntaxException(firstLine, "A string opens here and doesn't close on its line");
                }
                file.nextLine();
            }
            case '\\' -> escape(second);
            default -> {
                if (file.atEnd()) {
                    throw new PythonSyntaxException(firstLine, "A string opens here and never closes");
                }
                file.skip(1);
            }
        }
    }

    private void escape(char second) {
        file.skip(1);
        if (second == '\n') {
            file.nextLine();
        } else if (second == 'N' && !StringForm.isRaw(form) && source[file.position() + 1] == '{') {
            while (!file.atEnd() && source[file.position()] != '}' && source[file.position()] != '\n') {
                file.skip(1);
            }
            file.skip(source[file.position()] == '}' ? 1 : 0);
        } else if (second != '{' && second != '}' && !file.atEnd()) {
            file.skip(1);
        }
    }

    /// `{value=!r:format}`
    private void field(int formats) throws PythonSyntaxException {
        if (formats > DEEPEST_FORMAT) {
            throw file.fault("The fields of a formatted string are nested too deeply");
        }
        int start = file.position();
        file.skip(1);
        file.add(Kind.FIELD_OPEN, start, file.line(), 0);
        file.open('{');
        int depth = file.depth();
        while (true) {
            file.skipBlank();
            char c = source[file.position()];
            if (c == 0 && file.atEnd()) {
                throw new PythonSyntaxException(firstLine, "A formatted string opens here and never closes");
            }
            if (file.depth() != depth) {
                file.token(c);
            } else if (c == '}') {
                mark(Kind.FIELD_CLOSE);
                file.close('{', '}');
                return;
            } else if (c == ':') {
                mark(Kind.FIELD_FORMAT);
                texts(formats + 1);
            } else if (c == '!' && source[file.position() + 1] != '=') {
                mark(Kind.CONVERSION);
            } else {
                file.token(c);
            }
        }
    }

    private void mark(Kind kind) {
        int start = file.position();
        file.skip(1);
        file.add(kind, start, file.line(), 0);
    }
}
