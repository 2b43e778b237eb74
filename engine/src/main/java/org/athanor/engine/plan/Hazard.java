package org.athanor.engine.plan;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

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

    private static final Set<String> NO_COLUMN = Set.of("CONSTRAINT", "DEFAULT", "NOT", "IDENTITY", "EXPRESSION");

    static Optional<Hazard> of(Statement statement, Dialect dialect) {
        var words = new StatementScanner(dialect.syntax()).words(statement.text());
        return lost(words).map(what -> new Hazard(Kind.LOSES_DATA, statement, what));
    }

    private static Optional<String> lost(List<String> words) {
        var first = words.isEmpty() ? "" : words.getFirst();
        var second = words.size() > 1 ? words.get(1) : "";
        return Optional.ofNullable(switch (first) {
            case "DROP" -> switch (second) {
                case "TABLE" -> "The rows of the table are lost.";
                case "SCHEMA" -> "Everything in the schema is lost.";
                case "DATABASE" -> "The whole database is lost.";
                default -> null;
            };
            case "TRUNCATE" -> "The rows of the table are lost.";
            case "DELETE" -> "Rows are deleted.";
            case "WITH" -> words.contains("DELETE") ? "Rows are deleted." : null;
            case "ALTER" -> second.equals("TABLE") && dropsColumn(words) ? "The values of the column are lost." : null;
            default -> null;
        });
    }

    /// `DROP [COLUMN] c`, but not the drop of a constraint, of a default or the like.
    private static boolean dropsColumn(List<String> words) {
        for (int i = 2; i < words.size(); i++) {
            boolean something = i + 1 == words.size() || !NO_COLUMN.contains(words.get(i + 1));
            if (words.get(i).equals("DROP") && something) {
                return true;
            }
        }
        return false;
    }
}
