package org.athanor.engine.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.athanor.engine.sql.Token.Kind;

/// Splits a script into statements at the semicolons that end one: not those inside quotes, dollar quotes, comments,
/// the body of a trigger (`BEGIN … END`) or of an SQL-standard function (`BEGIN ATOMIC … END`).
public final class StatementScanner {
    private final SqlSyntax syntax;

    public StatementScanner(SqlSyntax syntax) {
        this.syntax = syntax;
    }

    /// A script that could not be split, with the line where the trouble starts.
    public static final class UnclosedText extends Exception {
        private static final long serialVersionUID = 1;
        private final int line;

        UnclosedText(int line) {
            super("A quote or comment opens on line " + line + " and never closes");
            this.line = line;
        }

        public int line() {
            return line;
        }
    }

    /// The statements of the script; lines are counted from `firstLine`.
    public List<Statement> scan(String script, int firstLine) throws UnclosedText {
        var statements = new ArrayList<Statement>();
        var lines = new LineCounter(script, firstLine);
        var lexer = new Lexer(script, syntax);
        var block = new BlockDepth(syntax);
        int start = -1;
        int end = -1;
        while (lexer.hasNext()) {
            var token = lexer.next();
            if (lexer.unclosed()) {
                throw new UnclosedText(lines.lineAt(token.start()));
            }
            if (token.kind() == Kind.SPACE || token.kind() == Kind.COMMENT) {
                continue;
            }
            if (token.kind() == Kind.SEMICOLON && !block.isOpen()) {
                if (start >= 0) {
                    statements.add(new Statement(script.substring(start, end), lines.lineAt(start), true));
                }
                start = -1;
                block = new BlockDepth(syntax);
                continue;
            }
            if (start < 0) {
                start = token.start();
            }
            end = token.end();
            block.follow(token, script);
        }
        if (start >= 0) {
            statements.add(new Statement(script.substring(start, end), lines.lineAt(start), true));
        }
        return statements;
    }

    /// The paragraphs of a script: its text cut behind each semicolon that ends a statement and is followed by an empty
    /// line. The semicolons themselves are left out; a script without such a place is one paragraph.
    public List<Statement> paragraphs(Statement script) {
        var text = script.text();
        var paragraphs = new ArrayList<Statement>();
        var lexer = new Lexer(text, syntax);
        var lines = new LineCounter(text, script.line());
        var block = new BlockDepth(syntax);
        int start = 0;
        while (lexer.hasNext()) {
            var token = lexer.next();
            block.follow(token, text);
            if (token.kind() == Kind.SEMICOLON && !block.isOpen()) {
                block = new BlockDepth(syntax);
                if (text.startsWith("\n\n", token.end())) {
                    addUnlessBlank(paragraphs, text.substring(start, token.start()), lines.lineAt(start), script);
                    start = token.end();
                }
            }
        }
        addUnlessBlank(paragraphs, text.substring(start), lines.lineAt(start), script);
        return paragraphs;
    }

    private static void addUnlessBlank(List<Statement> paragraphs, String text, int line, Statement script) {
        if (!text.isBlank()) {
            paragraphs.add(new Statement(text.strip(), line, script.transactional()));
        }
    }

    /// The first words of a statement in upper case, up to the first name in quotes, symbol or number:
    /// `CREATE INDEX CONCURRENTLY`.
    public List<String> leadingWords(String statement, int howMany) {
        return words(statement, howMany, true);
    }

    /// All bare words of a statement in upper case, without quoted names, texts and comments.
    public List<String> words(String statement) {
        return words(statement, Integer.MAX_VALUE, false);
    }

    private List<String> words(String statement, int howMany, boolean leadingOnly) {
        var words = new ArrayList<String>();
        var lexer = new Lexer(statement, syntax);
        while (lexer.hasNext() && words.size() < howMany) {
            var token = lexer.next();
            switch (token.kind()) {
                case SPACE, COMMENT -> {
                }
                case WORD -> words.add(token.text(statement).toUpperCase(Locale.ROOT));
                case QUOTED, SYMBOL, SEMICOLON -> {
                    if (leadingOnly) {
                        return words;
                    }
                }
            }
        }
        return words;
    }

    /// Turns offsets into lines in one forward pass.
    private static final class LineCounter {
        private final String script;
        private int offset;
        private int line;

        LineCounter(String script, int firstLine) {
            this.script = script;
            this.line = firstLine;
        }

        int lineAt(int target) {
            while (offset < target) {
                char c = script.charAt(offset++);
                if (c == '\n' || c == '\r' && !script.startsWith("\n", offset)) {
                    line++;
                }
            }
            return line;
        }
    }
}
