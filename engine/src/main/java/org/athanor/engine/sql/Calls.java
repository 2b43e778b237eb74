package org.athanor.engine.sql;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// The names by which a text may call functions: whatever stands before a parenthesis, and on PostgreSQL whatever stands
/// behind a point, because `(row).f` is a call of `f`, too.
public final class Calls {
    /// Words that can't be the name of a function unless they stand in quotes.
    private static final Set<String> RESERVED = Set.of("all", "and", "any", "array", "as", "case", "cast", "check",
            "coalesce", "constraint", "distinct", "else", "except", "exists", "foreign", "from", "greatest", "group",
            "having", "in", "intersect", "lateral", "least", "limit", "not", "nullif", "offset", "on", "or", "order",
            "primary", "references", "returning", "row", "select", "some", "table", "then", "union", "unique", "using",
            "values", "when", "where", "with");
    /// Names of functions in a body, whose language is any.
    private static final Pattern IN_A_BODY = Pattern.compile("([\\p{L}_][\\p{L}\\p{N}_$]*)\"?\\s*\\(");

    private static final int LONGEST_NAME = 63;

    private Calls() {}

    /// What a statement may call, names without quotes in lower case.
    public static Set<String> in(String sql, SqlSyntax syntax) {
        return in(sql, syntax, true);
    }

    /// The same without what is most probably a column: `t.f`, but not `(t).f`.
    public static Set<String> plainlyIn(String sql, SqlSyntax syntax) {
        return in(sql, syntax, false);
    }

    private static Set<String> in(String sql, SqlSyntax syntax, boolean columnsToo) {
        var found = new LinkedHashSet<String>();
        var tokens = new Tokens(sql, syntax);
        boolean behindPoint = false;
        boolean isTarget = false;
        boolean behindParenthesis = false;
        while (!tokens.atEnd()) {
            boolean text = tokens.atQuoted() && tokens.peek().orElse("").endsWith("'");
            var name = tokens.name();
            if (name.isEmpty()) {
                behindPoint = tokens.at(".") && (columnsToo || behindParenthesis);
                isTarget &= tokens.at(".");
                behindParenthesis = tokens.at(")");
                tokens.next();
                continue;
            }
            boolean called = tokens.at("(") && !isTarget || behindPoint && syntax.dollarQuotes() && !tokens.at(".");
            if (called && !text && !isReserved(name.get())) {
                found.addAll(spellings(name.get()));
            }
            isTarget = !name.get().quoted() && name.get().text().equalsIgnoreCase("INTO")
                    || isTarget && tokens.at(".");
            behindPoint = false;
            behindParenthesis = false;
        }
        return found;
    }

    /// All names in a statement, of tables, columns and types, those without quotes in lower case.
    public static Set<String> names(String sql, SqlSyntax syntax) {
        var found = new LinkedHashSet<String>();
        var tokens = new Tokens(sql, syntax);
        while (!tokens.atEnd()) {
            tokens.name().ifPresentOrElse(name -> found.addAll(spellings(name)), tokens::next);
        }
        return found;
    }

    /// What code in a text may call, such as the body of a `DO`.
    public static Set<String> inBody(String code) {
        var found = new LinkedHashSet<String>();
        IN_A_BODY.matcher(code).results().map(call -> call.group(1).toLowerCase(Locale.ROOT))
                .filter(name -> !RESERVED.contains(name)).forEach(found::add);
        return found;
    }

    private static boolean isReserved(Tokens.Name name) {
        return !name.quoted() && RESERVED.contains(name.text().toLowerCase(Locale.ROOT));
    }

    /// What a name may be in the catalog: PostgreSQL cuts long ones, and it depends on the database whether letters that
    /// aren't ASCII get small.
    private static Set<String> spellings(Tokens.Name name) {
        var text = name.text();
        var written = name.quoted() ? List.of(text) : List.of(small(text), text.toLowerCase(Locale.ROOT));
        var all = new LinkedHashSet<>(written);
        written.forEach(one -> all.add(cut(one)));
        return all;
    }

    private static String small(String text) {
        var small = new StringBuilder(text);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            small.setCharAt(i, c >= 'A' && c <= 'Z' ? (char) (c + 'a' - 'A') : c);
        }
        return small.toString();
    }

    private static String cut(String name) {
        var cut = name;
        while (cut.getBytes(StandardCharsets.UTF_8).length > LONGEST_NAME) {
            cut = cut.substring(0, cut.offsetByCodePoints(cut.length(), -1));
        }
        return cut;
    }
}
