package org.athanor.engine.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

import org.athanor.engine.dialect.Dialect;
import org.athanor.engine.dialect.Product;
import org.athanor.engine.dialect.Unsupported;
import org.athanor.engine.expression.SqlExpression;
import org.athanor.engine.sql.Tokens;
import org.athanor.engine.type.SqlType;

/// One text for all ways of writing the same: types, expressions and whole statements. PostgreSQL keeps what it understood, and
/// writes that always alike but for one form; SQLite keeps what was written, so here its spaces, cases, quotes and outer
/// parentheses are made alike.
final class CanonicalText {
    /// `IN ('a', 'b')` of a varchar: written in the first form when it was made, in the second when that was read again.
    private static final Pattern CAST_LIST = Pattern
            .compile("\\(?ARRAY\\[((?:'(?:[^']|'')*'::character varying(?:, )?)+)]\\)?::text\\[]");
    private static final Pattern CAST_ITEM = Pattern.compile("'(?:[^']|'')*'::character varying");
    private static final Pattern PLAIN = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_$]*");

    /// A number, or a part of one: its digits come one by one.
    private static final Pattern NUMERAL = Pattern.compile("[0-9.]+");

    private final Dialect dialect;

    CanonicalText(Dialect dialect) {
        this.dialect = dialect;
    }

    private boolean isSqlite() {
        return dialect.product() == Product.SQLITE;
    }

    /// One name for all ways of writing it.
    String name(String name) {
        return isSqlite() ? name.toLowerCase(Locale.ROOT) : name;
    }

    String type(SqlType type) {
        try {
            var text = dialect.text(type);
            return isSqlite()
                    ? text.toUpperCase(Locale.ROOT).replaceAll("\\s+", " ").replaceAll(" ?([(),]) ?", "$1")
                    : text;
        } catch (Unsupported unsupported) {
            return type.toString();
        }
    }

    String expression(SqlExpression expression) {
        try {
            return expression(dialect.text(expression));
        } catch (Unsupported unsupported) {
            return expression.toString();
        }
    }

    String expression(String sql) {
        return isSqlite() ? withoutParentheses(words(sql)) : outer(castLists(sql.strip()));
    }

    /// The text of a view, trigger or function.
    String statement(String sql) {
        if (!isSqlite()) {
            return castLists(sql.replace("\r\n", "\n").strip());
        }
        var text = String.join(" ", words(sql));
        return text.replaceFirst("^create (temp |temporary )?(view|trigger) if not exists ", "create $1$2 ");
    }

    private static String castLists(String sql) {
        return CAST_LIST.matcher(sql).replaceAll(list -> {
            var items = CAST_ITEM.matcher(list.group(1)).results().map(item -> "(" + item.group() + ")::text").toList();
            return java.util.regex.Matcher.quoteReplacement("ARRAY[" + String.join(", ", items) + "]");
        });
    }

    /// The tokens with bare words and quoted names in lower case; comments and spaces are gone.
    private List<String> words(String sql) {
        var words = new ArrayList<String>();
        var tokens = new Tokens(sql, dialect.syntax());
        while (!tokens.atEnd()) {
            boolean quoted = tokens.atQuoted();
            boolean word = tokens.atWord();
            var text = tokens.next();
            if (quoted && !text.startsWith("'")) {
                var bare = Tokens.unquoted(text);
                words.add(PLAIN.matcher(bare).matches() ? bare.toLowerCase(Locale.ROOT) : '"' + bare + '"');
            } else if (NUMERAL.matcher(text).matches() && !words.isEmpty()
                    && NUMERAL.matcher(words.getLast()).matches()) {
                words.add(words.removeLast() + text);
            } else {
                words.add(word ? text.toLowerCase(Locale.ROOT) : text);
            }
        }
        return words;
    }

    private String withoutParentheses(List<String> words) {
        var inner = words;
        while (isWrapped(inner)) {
            inner = inner.subList(1, inner.size() - 1);
        }
        return joined(inner);
    }

    /// The words with spaces between them, but none at parentheses and before commas.
    private static String joined(List<String> words) {
        var text = new StringBuilder();
        for (var word : words) {
            boolean tight = text.isEmpty() || word.equals(")") || word.equals("(") || word.equals(",")
                    || text.charAt(text.length() - 1) == '(';
            text.append(tight ? "" : " ").append(word);
        }
        return text.toString();
    }

    /// Whether the first parenthesis is closed by the last token.
    private static boolean isWrapped(List<String> words) {
        if (words.size() < 2 || !words.getFirst().equals("(")) {
            return false;
        }
        int depth = 0;
        for (int i = 0; i < words.size(); i++) {
            depth += words.get(i).equals("(") ? 1 : words.get(i).equals(")") ? -1 : 0;
            if (depth == 0) {
                return i == words.size() - 1;
            }
        }
        return false;
    }

    /// The text without parentheses around all of it.
    private String outer(String sql) {
        var text = sql;
        var inner = inner(text);
        while (inner.isPresent()) {
            text = inner.get().strip();
            inner = inner(text);
        }
        return text;
    }

    private Optional<String> inner(String sql) {
        if (!sql.startsWith("(") || !sql.endsWith(")")) {
            return Optional.empty();
        }
        var tokens = new Tokens(sql, dialect.syntax());
        var inner = tokens.inParentheses();
        return tokens.atEnd() ? inner : Optional.empty();
    }
}
