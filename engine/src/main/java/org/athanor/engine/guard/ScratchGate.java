package org.athanor.engine.guard;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.athanor.engine.dialect.Dialect;
import org.athanor.engine.sql.StatementScanner;

/// Says of a text why it mustn't be tried in a scratch database: what it does would reach beyond that database, and stay.
public final class ScratchGate {
    private static final Set<String> VERBS = Set.of("CREATE", "ALTER", "DROP", "COMMENT", "LABEL");
    /// Things that all databases of a server share.
    private static final Set<String> SHARED = Set.of("ROLE", "USER", "GROUP", "DATABASE", "TABLESPACE", "SYSTEM",
            "SUBSCRIPTION");
    private static final Set<String> OUTSIDE_ON_SQLITE = Set.of("ATTACH", "BACKUP", "RESTORE");

    private final Dialect dialect;
    private final TextReader reader;
    private final StatementScanner scanner;

    public ScratchGate(Dialect dialect) {
        this.dialect = dialect;
        this.reader = new TextReader(dialect.syntax());
        this.scanner = reader.scanner();
    }

    /// Why it isn't sent, if it isn't.
    public Optional<String> objection(String sql) {
        return reader.objection(sql, parts -> parts.stream().flatMap(part -> beyond(part).stream()).findFirst());
    }

    private Optional<String> beyond(String sql) {
        var words = scanner.words(sql);
        var first = words.isEmpty() ? "" : words.getFirst();
        var found = switch (dialect.product()) {
            case SQLITE -> onSqlite(words, first, sql);
            case POSTGRESQL -> onPostgreSql(words, first, sql);
        };
        return found.or(() -> reader.calls(sql).stream()
                .filter(name -> Functions.reachesBeyond(dialect.product(), name)).findFirst().map(name -> name + "()"))
                .map("%s reaches beyond its database"::formatted);
    }

    private static Optional<String> onSqlite(List<String> words, String first, String sql) {
        boolean copies = first.equals("VACUUM") && words.contains("INTO");
        boolean elsewhere = first.equals("PRAGMA") && sql.matches("(?is).*_store_directory.*");
        return OUTSIDE_ON_SQLITE.contains(first) || copies || elsewhere
                ? Optional.of(copies ? "VACUUM INTO" : first)
                : Optional.empty();
    }

    private Optional<String> onPostgreSql(List<String> words, String first, String sql) {
        return switch (first) {
            case "DO" -> shared(scanner.words(sql.replace('$', ' ').replace('\'', ' ')), true);
            case "GRANT", "REVOKE" -> granted(words, first);
            case "REASSIGN" -> Optional.of("REASSIGN OWNED");
            case "LOAD" -> Optional.of("LOAD");
            case "COPY" -> CopyReach.of(scanner, sql);
            case "SECURITY" -> shared(words.subList(1, words.size()), false);
            case "DROP" -> words.size() > 1 && words.get(1).equals("OWNED")
                    ? Optional.of("DROP OWNED")
                    : shared(words, false);
            default -> shared(words, false);
        };
    }

    /// Whether these words make, change or drop something that is shared: the first ones, or any in a body of code.
    private static Optional<String> shared(List<String> words, boolean anywhere) {
        for (int i = 0; i + 1 < (anywhere ? words.size() : Math.min(2, words.size())); i++) {
            boolean on = words.get(i + 1).equals("ON") && i + 2 < words.size();
            var thing = words.get(on ? i + 2 : i + 1);
            boolean mapping = thing.equals("USER") && words.size() > i + 2 && words.get(i + 2).equals("MAPPING");
            if (VERBS.contains(words.get(i)) && SHARED.contains(thing) && !mapping) {
                return Optional.of(words.get(i) + " " + thing);
            }
        }
        return Optional.empty();
    }

    /// Without `ON` it is a membership of a role.
    private static Optional<String> granted(List<String> words, String first) {
        int on = words.indexOf("ON");
        var thing = on >= 0 && on + 1 < words.size() ? words.get(on + 1) : "";
        boolean shared = on < 0 || Set.of("DATABASE", "TABLESPACE", "PARAMETER").contains(thing);
        return shared ? Optional.of(on < 0 ? first + " of a role" : first + " ON " + thing) : Optional.empty();
    }
}
