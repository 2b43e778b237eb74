package org.athanor.engine.dialect;

import java.util.Locale;

import org.athanor.engine.expression.SqlExpression;
import org.athanor.engine.sql.Tokens;

/// Names as words of SQL: found and replaced where they stand for a column or table, and left alone in texts, comments and
/// names of functions.
public final class NameWords {
    private final Dialect dialect;
    private final boolean caseless;

    public NameWords(Dialect dialect, boolean caseless) {
        this.dialect = dialect;
        this.caseless = caseless;
    }

    public boolean same(String one, String other) {
        return caseless ? one.equalsIgnoreCase(other) : one.equals(other);
    }

    public boolean occurs(String sql, String name) {
        var tokens = tokens(sql);
        while (!tokens.atEnd()) {
            if (readsName(tokens, name)) {
                return true;
            }
        }
        return false;
    }

    public boolean occurs(SqlExpression expression, String name) {
        return occurs(text(expression), name);
    }

    public SqlExpression renamed(SqlExpression expression, String name, String newName) {
        var sql = text(expression);
        return occurs(sql, name) ? SqlExpression.written(renamed(sql, name, newName)) : expression;
    }

    private String renamed(String sql, String name, String newName) {
        var result = new StringBuilder();
        var tokens = tokens(sql);
        int copied = 0;
        while (!tokens.atEnd()) {
            int here = tokens.position();
            if (readsName(tokens, name)) {
                result.append(sql, copied, tokens.start(here)).append(dialect.name(newName));
                copied = tokens.end(here);
            }
        }
        return result.append(sql.substring(copied)).toString();
    }

    /// Reads a token, and tells whether it is the name.
    private boolean readsName(Tokens tokens, String name) {
        boolean isText = tokens.peek().orElse("").startsWith("'");
        var word = tokens.name();
        if (word.isEmpty()) {
            tokens.next();
            return false;
        }
        boolean calls = tokens.at("(") && !word.get().quoted();
        return !isText && !calls && same(folded(word.get()), name);
    }

    /// A name as the product understands it.
    public String folded(Tokens.Name name) {
        return name.quoted() || caseless ? name.text() : name.text().toLowerCase(Locale.ROOT);
    }

    private String text(SqlExpression expression) {
        if (expression instanceof SqlExpression.Written(var sql)) {
            return sql;
        }
        try {
            return dialect.text(expression);
        } catch (Unsupported _) {
            return "";
        }
    }

    private Tokens tokens(String sql) {
        return new Tokens(sql, dialect.syntax());
    }
}
