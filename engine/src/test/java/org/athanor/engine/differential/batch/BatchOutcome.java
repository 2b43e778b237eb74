package org.athanor.engine.differential.batch;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// What came of a case: the statements that were sent, and the database afterwards; or a refusal.
sealed interface BatchOutcome {
    record Done(List<String> statements, List<String> database) implements BatchOutcome {
        public Done {
            statements = statements.stream().map(BatchOutcome::folded).toList();
            database = database.stream().map(BatchOutcome::folded).toList();
        }

        @Override
        public String toString() {
            return String.join("\n    ", statements) + "\n  and then\n    " + String.join("\n    ", database);
        }
    }

    record Refused(String message) implements BatchOutcome {}

    default boolean agreesWith(BatchOutcome other) {
        return this instanceof Refused && other instanceof Refused || equals(other);
    }

    /// White space aside, and with the constraints of a table in their alphabet: Alembic lists them in any order.
    private static String folded(String sql) {
        var text = sql.strip().replaceAll("\\s+", " ");
        int open = text.indexOf('(');
        int close = text.lastIndexOf(')');
        if (!text.startsWith("CREATE TABLE ") || open < 0) {
            return text;
        }
        return text.substring(0, open) + "("
                + parts(text.substring(open + 1, close)).stream()
                        .sorted((a, b) -> isConstraint(a) && isConstraint(b)
                                ? a.compareTo(b)
                                : Boolean.compare(isConstraint(a), isConstraint(b)))
                        .collect(Collectors.joining(", "))
                + text.substring(close);
    }

    private static boolean isConstraint(String part) {
        return part.matches("(CONSTRAINT|PRIMARY KEY|UNIQUE|CHECK|FOREIGN KEY)\\b.*");
    }

    private static List<String> parts(String list) {
        var parts = new ArrayList<String>();
        var part = new StringBuilder();
        int depth = 0;
        boolean quoted = false;
        for (int i = 0; i < list.length(); i++) {
            char c = list.charAt(i);
            quoted = quoted != (c == '\'');
            depth += quoted ? 0 : c == '(' ? 1 : c == ')' ? -1 : 0;
            if (c == ',' && depth == 0 && !quoted) {
                parts.add(part.toString().strip());
                part.setLength(0);
            } else {
                part.append(c);
            }
        }
        parts.add(part.toString().strip());
        return parts;
    }
}
