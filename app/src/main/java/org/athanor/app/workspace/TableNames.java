package org.athanor.app.workspace;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

import org.athanor.engine.sql.Statement;

/// The names of tables and views in statements, good enough to search for: the name after the word that announces one.
final class TableNames {
    private static final String NAME = "((?:[\"`]?[\\p{L}_][\\p{L}\\p{N}_$]*[\"`]?\\.)?[\"`]?[\\p{L}_][\\p{L}\\p{N}_$]*[\"`]?)";
    private static final Pattern ANNOUNCED = Pattern.compile(
            "\\b(?:table|view|into|update|from|join|on|references|truncate)\\s+(?:only\\s+|if\\s+(?:not\\s+)?exists\\s+)*"
                    + NAME,
            Pattern.CASE_INSENSITIVE);
    private static final Set<String> WORDS = Set.of("conflict", "delete", "update", "select", "set", "table", "commit",
            "insert", "truncate", "column", "constraint");

    private TableNames() {}

    /// In lower case, without quotes.
    static Set<String> in(List<Statement> statements) {
        var names = new TreeSet<String>();
        for (var statement : statements) {
            ANNOUNCED.matcher(statement.text()).results()
                    .map(match -> match.group(1).replaceAll("[\"`]", "").toLowerCase(Locale.ROOT))
                    .filter(name -> !WORDS.contains(name)).forEach(names::add);
        }
        return names;
    }
}
