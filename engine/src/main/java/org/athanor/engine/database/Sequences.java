package org.athanor.engine.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import org.athanor.engine.dialect.Product;

/// PostgreSQL's sequences go on counting whatever is rolled back. One that was altered in a transaction has a new state of its
/// own there, and the old one comes back with the rollback; others who want its next value wait until then.
public final class Sequences {
    private static final String ALL = """
            SELECT quote_ident(n.nspname) || '.' || quote_ident(c.relname), c.relname, coalesce(t.relname, c.relname),
                s.seqcache, pg_has_role(c.relowner, 'USAGE')
            FROM pg_class c JOIN pg_sequence s ON s.seqrelid = c.oid JOIN pg_namespace n ON n.oid = c.relnamespace
                LEFT JOIN (
                    SELECT refobjid AS used, objid AS sequence FROM pg_depend WHERE deptype IN ('a', 'i')
                        AND classid = 'pg_class'::regclass AND refclassid = 'pg_class'::regclass
                    UNION SELECT d.adrelid, p.refobjid FROM pg_depend p JOIN pg_attrdef d ON d.oid = p.objid
                        WHERE p.classid = 'pg_attrdef'::regclass AND p.refclassid = 'pg_class'::regclass) u
                    ON u.sequence = c.oid
                LEFT JOIN pg_class t ON t.oid = u.used
            WHERE n.nspname !~ '^pg_'
            ORDER BY 1""";
    /// Statements that may take values of a sequence without naming it.
    private static final Set<String> TAKING = Set.of("INSERT", "MERGE", "COPY", "ALTER", "DO", "CALL");
    private static final Pattern TAKES = Pattern.compile("(?i)\\b(nextval|setval|insert)\\b");
    private static final Pattern SETS = Pattern.compile("(?i)\\bsetval\\b");

    private final List<Entry> all;
    private final Set<String> kept = new HashSet<>();

    /// `user` is a table whose column takes values of the sequence, or the sequence itself.
    private record Entry(String sequence, String name, String user, long cache, boolean ours) {
        boolean occursIn(String text) {
            return occurs(name, text) || occurs(user, text);
        }

        private static boolean occurs(String word, String text) {
            int at = text.indexOf(word);
            while (at >= 0) {
                if (isEdge(text, at - 1) && isEdge(text, at + word.length())) {
                    return true;
                }
                at = text.indexOf(word, at + 1);
            }
            return false;
        }

        private static boolean isEdge(String text, int at) {
            return at < 0 || at >= text.length()
                    || !Character.isLetterOrDigit(text.charAt(at)) && text.charAt(at) != '_';
        }
    }

    private Sequences(List<Entry> all) {
        this.all = List.copyOf(all);
    }

    /// Those that are there now.
    public static Sequences read(Connection connection, Product product) throws SQLException {
        var all = new ArrayList<Entry>();
        if (product == Product.POSTGRESQL) {
            try (var question = connection.createStatement(); var row = question.executeQuery(ALL)) {
                while (row.next()) {
                    all.add(new Entry(row.getString(1), row.getString(2), row.getString(3), row.getLong(4),
                            row.getBoolean(5)));
                }
            }
        }
        return new Sequences(all);
    }

    /// What is to be sent before a statement so that the sequences it may count on come back with a rollback.
    public List<String> keepBefore(String statement, List<String> leadingWords) {
        if (all.isEmpty() || leadingWords.isEmpty()
                || !TAKING.contains(leadingWords.getFirst()) && !TAKES.matcher(statement).find()) {
            return List.of();
        }
        var text = statement.toLowerCase(Locale.ROOT) + "\n" + statement;
        return all.stream().filter(e -> e.ours() && e.occursIn(text) && kept.add(e.sequence()))
                .map(e -> "ALTER SEQUENCE %s CACHE %d".formatted(e.sequence(), e.cache())).toList();
    }

    /// Whether it sets a sequence for good, because that isn't kept.
    public boolean setsForGood(String statement) {
        return SETS.matcher(statement).find() && all.stream().anyMatch(
                e -> !kept.contains(e.sequence()) && e.occursIn(statement.toLowerCase(Locale.ROOT) + "\n" + statement));
    }

    /// The transaction was rolled back, and nothing is kept any more.
    public void forget() {
        kept.clear();
    }
}
