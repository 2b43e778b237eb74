package org.athanor.engine.plan;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.athanor.engine.dialect.Dialect;
import org.athanor.engine.sql.Statement;
import org.athanor.engine.sql.StatementScanner;

/// Something a statement may do that a person should know before it runs.
public record Hazard(Kind kind, Statement statement, String message) {
    /// What may go wrong.
    public enum Kind {
        LOSES_DATA;

        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private static final int WORDS_LOOKED_AT = 40;

    static Optional<Hazard> of(Statement statement, Dialect dialect) {
        var words = new StatementScanner(dialect.syntax()).leadingWords(statement.text(), WORDS_LOOKED_AT);
        return lost(words).map(what -> new Hazard(Kind.LOSES_DATA, statement, what));
    }

    private static Optional<String> lost(List<String> words) {
        var first = words.isEmpty() ? "" : words.getFirst();
        var second = words.size() > 1 ? words.get(1) : "";
        return Optional.ofNullable(switch (first) {
            case "DROP" -> second.equals("TABLE")
                    ? "The rows of the table are lost."
                    : second.equals("SCHEMA") ? "Everything in the schema is lost." : null;
            case "TRUNCATE" -> "The rows of the table are lost.";
            case "DELETE" -> "Rows are deleted.";
            case "ALTER" -> dropsColumn(words) ? "The values of the column are lost." : null;
            default -> null;
        });
    }

    /// `ALTER TABLE t DROP [COLUMN] c`, but not the drop of a constraint, a default or the like.
    private static boolean dropsColumn(List<String> words) {
        int drop = words.indexOf("DROP");
        boolean ofTable = words.get(1).equals("TABLE") && drop > 1 && drop + 1 < words.size();
        return ofTable && words.lastIndexOf("ALTER") == 0
                && !List.of("CONSTRAINT", "DEFAULT", "NOT", "IDENTITY", "EXPRESSION").contains(words.get(drop + 1));
    }
}
