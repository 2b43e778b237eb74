package org.athanor.engine.differential.operations;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Makes two lists of statements comparable: white space is folded, and what Alembic keeps in a set (the indexes of a new
/// table, the constraints of a copied one) is sorted.
final class Folding {
    static final String OUTSIDE = "outside: ";
    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final Pattern INDEX = Pattern.compile("CREATE (UNIQUE )?INDEX .*");
    private static final Pattern TABLE = Pattern.compile("CREATE TABLE .*|ALTER TABLE .* RENAME TO .*");
    private static final Pattern CONSTRAINT = Pattern
            .compile("(CONSTRAINT|UNIQUE|CHECK|FOREIGN KEY|PRIMARY KEY)\\b.*");
    private static final Pattern COPY = Pattern.compile("CREATE TABLE \"?_alembic_tmp_.*");

    private Folding() {}

    static String fold(String statement) {
        var folded = SPACE.matcher(statement).replaceAll(" ").strip();
        while (folded.endsWith(";")) {
            folded = folded.substring(0, folded.length() - 1).stripTrailing();
        }
        return folded;
    }

    static List<String> sorted(List<String> statements) {
        var sorted = new ArrayList<>(statements.stream().map(Folding::withSortedConstraints).toList());
        for (int i = 0; i < sorted.size(); i++) {
            if (TABLE.matcher(sorted.get(i)).matches()) {
                int end = i + 1;
                while (end < sorted.size() && INDEX.matcher(sorted.get(end)).matches()) {
                    end++;
                }
                sorted.subList(i + 1, end).sort(null);
            }
        }
        return sorted;
    }

    private static String withSortedConstraints(String statement) {
        return COPY.matcher(statement).matches() ? sortedTable(statement) : statement;
    }

    /// The statement that makes a table, with its constraints in the order of their texts.
    static String sortedTable(String statement) {
        if (!statement.contains("CREATE TABLE ") || !statement.contains("(")) {
            return statement;
        }
        int open = statement.indexOf('(');
        int close = statement.lastIndexOf(')');
        var parts = parts(statement.substring(open + 1, close));
        var columns = parts.stream().filter(part -> !CONSTRAINT.matcher(part).matches());
        var constraints = parts.stream().filter(part -> CONSTRAINT.matcher(part).matches()).sorted();
        return statement.substring(0, open) + "( "
                + String.join(", ", Stream.concat(columns, constraints).toList()) + " )"
                + statement.substring(close + 1);
    }

    /// Parted at the commas outside of parentheses and texts.
    private static List<String> parts(String list) {
        var parts = new ArrayList<String>();
        int depth = 0;
        int start = 0;
        boolean quoted = false;
        for (int i = 0; i < list.length(); i++) {
            char c = list.charAt(i);
            if (c == '\'') {
                quoted = !quoted;
            } else if (!quoted && c == '(') {
                depth++;
            } else if (!quoted && c == ')') {
                depth--;
            } else if (!quoted && c == ',' && depth == 0) {
                parts.add(list.substring(start, i).strip());
                start = i + 1;
            }
        }
        parts.add(list.substring(start).strip());
        return parts;
    }
}
