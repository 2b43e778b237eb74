package org.athanor.engine.dialect.sqlite;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.athanor.engine.schema.Constraint;
import org.athanor.engine.schema.TableName;
import org.athanor.engine.sql.Tokens;
import org.athanor.engine.type.Name;

/// Reads `REFERENCES …` in a definition of a table.
final class ReferenceText {
    private final Tokens tokens;
    private Optional<String> onDelete = Optional.empty();
    private Optional<String> onUpdate = Optional.empty();
    private Optional<String> match = Optional.empty();
    private Optional<Boolean> deferrable = Optional.empty();
    private Optional<String> initially = Optional.empty();

    private ReferenceText(Tokens tokens) {
        this.tokens = tokens;
    }

    static Constraint.ForeignKey read(Tokens tokens, Optional<Name> name, List<String> columns)
            throws TableText.Unread {
        if (!tokens.accept("REFERENCES")) {
            throw new TableText.Unread();
        }
        var target = TableName.of(TableText.name(tokens));
        var targetColumns = targetColumns(tokens);
        var rest = new ReferenceText(tokens);
        rest.read();
        return new Constraint.ForeignKey(name, columns, target, targetColumns, rest.onDelete, rest.onUpdate, rest.match,
                new Constraint.Timing(rest.deferrable, rest.initially), Map.of());
    }

    private static List<String> targetColumns(Tokens tokens) throws TableText.Unread {
        var names = new ArrayList<String>();
        if (tokens.accept("(")) {
            do {
                names.add(TableText.name(tokens));
            } while (tokens.accept(","));
            if (!tokens.accept(")")) {
                throw new TableText.Unread();
            }
        }
        return names;
    }

    private void read() {
        boolean more = true;
        while (more) {
            if (tokens.accept("ON", "DELETE")) {
                onDelete = action();
            } else if (tokens.accept("ON", "UPDATE")) {
                onUpdate = action();
            } else if (tokens.accept("MATCH")) {
                match = Optional.of(tokens.next());
            } else if (tokens.accept("NOT", "DEFERRABLE")) {
                deferrable = Optional.of(false);
            } else if (tokens.accept("DEFERRABLE")) {
                deferrable = Optional.of(true);
            } else if (tokens.accept("INITIALLY")) {
                initially = Optional.of(tokens.next().toUpperCase(Locale.ROOT));
            } else {
                more = false;
            }
        }
    }

    /// `NO ACTION` is what happens anyway.
    private Optional<String> action() {
        if (tokens.accept("NO", "ACTION")) {
            return Optional.empty();
        }
        var first = tokens.next().toUpperCase(Locale.ROOT);
        return Optional.of(first.equals("SET") ? "SET " + tokens.next().toUpperCase(Locale.ROOT) : first);
    }
}
