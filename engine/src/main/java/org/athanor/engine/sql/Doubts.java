package org.athanor.engine.sql;

import java.util.Optional;

import org.athanor.engine.sql.Token.Kind;

/// Why it can't be told for sure where the statements of a text end: something never closes, or the server, its versions and
/// its driver read it differently. For guards, which then refuse rather than guess; such a text is hardly ever meant.
public final class Doubts {
    /// Behind these PostgreSQL's driver sees that `E'…'` has escapes; behind others only the server does.
    private static final String BEFORE_ESCAPES = " \t\n\r\f\",()[].;:+-*/%^<>=~!@#&|`?";
    private static final String ONE_ESCAPE = "'[^'\"+\\s0-9A-Fa-f]'";

    private final String sql;
    private final SqlSyntax syntax;
    private BlockDepth block;

    private Doubts(String sql, SqlSyntax syntax) {
        this.sql = sql;
        this.syntax = syntax;
        this.block = new BlockDepth(syntax);
    }

    /// What is doubtful in a text, if anything is.
    public static Optional<String> in(String sql, SqlSyntax syntax) {
        return sql.indexOf('\0') >= 0
                ? Optional.of("it holds a NUL character")
                : new Doubts(sql, syntax).first();
    }

    private Optional<String> first() {
        var lexer = new Lexer(sql, syntax);
        boolean chooses = false;
        while (lexer.hasNext()) {
            var token = lexer.next();
            if (lexer.unclosed()) {
                return Optional.of("a quote or comment opens and never closes");
            }
            if (token.kind() == Kind.SPACE || token.kind() == Kind.COMMENT) {
                continue;
            }
            if (syntax.dollarQuotes()) {
                var doubt = chooses && !token.text(sql).matches(ONE_ESCAPE)
                        ? Optional.of("what stands behind UESCAPE is not one plain character")
                        : at(token, lexer);
                if (doubt.isPresent()) {
                    return doubt;
                }
                chooses = token.kind() == Kind.WORD && token.text(sql).equalsIgnoreCase("UESCAPE");
            }
            block.follow(token, sql);
            if (token.kind() == Kind.SEMICOLON && !block.isOpen()) {
                block = new BlockDepth(syntax);
            }
        }
        return syntax.dollarQuotes() && block.isOpen() ? Optional.of("a BEGIN ATOMIC never ends") : Optional.empty();
    }

    private Optional<String> at(Token token, Lexer lexer) {
        return switch (token.kind()) {
            case QUOTED -> quoted(token, lexer);
            case SYMBOL -> symbol(token);
            case SEMICOLON -> block.isNested()
                    ? Optional.of("a CASE in the body of a function doesn't end before its semicolon")
                    : Optional.empty();
            case WORD -> token.text(sql).indexOf('\uFEFF') < 0
                    ? Optional.empty()
                    : Optional.of("it holds a byte order mark");
            case SPACE, COMMENT -> Optional.empty();
        };
    }

    private Optional<String> quoted(Token token, Lexer lexer) {
        char first = sql.charAt(token.start());
        char before = token.start() == 0 ? ' ' : sql.charAt(token.start() - 1);
        if (first == '$' && SqlSyntax.isDigit(before)) {
            return Optional.of("a dollar quote stands right behind a number");
        }
        boolean escapes = first == 'E' || first == 'e';
        if (escapes && (BEFORE_ESCAPES.indexOf(before) < 0 || lexer.escapesFurtherOn())) {
            return Optional.of("the driver and the server may disagree where an E'…' ends");
        }
        return Optional.empty();
    }

    /// The driver replaces what stands in braces; only the server's numbered parameters begin with a lone `$`.
    private Optional<String> symbol(Token token) {
        char symbol = sql.charAt(token.start());
        boolean numbered = token.end() < sql.length() && SqlSyntax.isDigit(sql.charAt(token.end()));
        return switch (symbol) {
            case '{', '}' -> Optional.of("the driver would replace what stands in braces");
            case '$' -> numbered ? Optional.empty() : Optional.of("it holds a $ that begins nothing");
            default -> Optional.empty();
        };
    }
}
