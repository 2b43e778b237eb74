package org.athanor.engine.dialect.sqlite;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.athanor.engine.expression.SqlExpression;
import org.athanor.engine.schema.Column;
import org.athanor.engine.schema.Constraint;
import org.athanor.engine.schema.Filling;
import org.athanor.engine.schema.Setting;
import org.athanor.engine.sql.Tokens;
import org.athanor.engine.type.Name;

/// Reads one column of a definition of a table, with the constraints that stand beside it.
final class ColumnText {
    private static final Set<String> AFTER_TYPE = Set.of("CONSTRAINT", "PRIMARY", "NOT", "NULL", "UNIQUE", "CHECK",
            "DEFAULT", "COLLATE", "REFERENCES", "GENERATED", "AS");

    private final Tokens tokens;
    private final String name;
    private final String type;
    private boolean nullable = true;
    private Filling filling = Filling.NONE;
    private Optional<String> collation = Optional.empty();
    private Optional<Name> pendingName = Optional.empty();
    private final Map<String, String> columnSettings = new HashMap<>();
    private final List<Constraint> constraints = new ArrayList<>();
    private final Map<String, Setting> settings = new HashMap<>();

    ColumnText(Tokens tokens) throws TableText.Unread {
        this.tokens = tokens;
        this.name = TableText.name(tokens);
        this.type = type();
        while (!tokens.atEnd() && !tokens.at(",") && !tokens.at(")")) {
            clause();
        }
    }

    Column column() {
        return new Column(name, DeclaredType.of(type, collation), nullable, filling, Column.Counting.IF_ALONE,
                Optional.empty(), columnSettings);
    }

    List<Constraint> constraints() {
        return constraints;
    }

    /// What the column says about the whole table.
    Map<String, Setting> settings() {
        return settings;
    }

    private String type() {
        int from = tokens.position();
        while (tokens.atQuoted() || tokens.atWord()
                && !AFTER_TYPE.contains(tokens.peek().orElse("").toUpperCase(Locale.ROOT))) {
            tokens.next();
        }
        if (tokens.position() > from && tokens.at("(")) {
            tokens.skipParentheses();
        }
        return tokens.position() > from ? tokens.text(from, tokens.position()) : "";
    }

    private void clause() throws TableText.Unread {
        if (tokens.at("CONSTRAINT")) {
            pendingName = TableText.constraintName(tokens);
            return;
        }
        var constraintName = pendingName;
        pendingName = Optional.empty();
        if (tokens.accept("PRIMARY", "KEY")) {
            primaryKey(constraintName);
        } else if (tokens.accept("NOT", "NULL")) {
            nullable = false;
            setConflict("sqlite_on_conflict_not_null");
        } else if (tokens.accept("NULL")) {
            TableText.onConflict(tokens);
        } else if (tokens.accept("UNIQUE")) {
            constraints.add(new Constraint.Unique(constraintName, List.of(name), Constraint.Timing.UNSAID,
                    TableText.onConflict(tokens)));
        } else if (tokens.accept("CHECK")) {
            constraints.add(TableText.check(constraintName, tokens));
        } else if (tokens.accept("DEFAULT")) {
            filling = defaultValue();
        } else if (tokens.accept("COLLATE")) {
            collation = Optional.of(TableText.name(tokens));
        } else if (tokens.at("REFERENCES")) {
            constraints.add(ReferenceText.read(tokens, constraintName, List.of(name)));
        } else if (tokens.accept("GENERATED", "ALWAYS", "AS") || tokens.accept("AS")) {
            var value = tokens.inParentheses().orElseThrow(TableText.Unread::new).strip();
            boolean stored = tokens.accept("STORED");
            tokens.accept("VIRTUAL");
            filling = new Filling.Computed(SqlExpression.written(value), Optional.of(stored));
        } else {
            throw new TableText.Unread();
        }
    }

    private void primaryKey(Optional<Name> constraintName) {
        tokens.accept("ASC");
        if (tokens.accept("DESC")) {
            settings.put(TableText.NOT_MODELLED,
                    new Setting.Text("its definition says PRIMARY KEY DESC for " + name));
        }
        var conflict = TableText.onConflict(tokens);
        if (tokens.accept("AUTOINCREMENT")) {
            settings.put("sqlite_autoincrement", new Setting.Flag(true));
            if (conflict.get("sqlite_on_conflict") instanceof Setting.Text(var action)) {
                columnSettings.put("sqlite_on_conflict_primary_key", action);
            }
        }
        constraints.add(new Constraint.PrimaryKey(constraintName, List.of(name), Constraint.Timing.UNSAID, conflict));
    }

    private void setConflict(String setting) {
        if (TableText.onConflict(tokens).get("sqlite_on_conflict") instanceof Setting.Text(var action)) {
            columnSettings.put(setting, action);
        }
    }

    /// A default as a definition may say it again: expressions in parentheses.
    private Filling defaultValue() throws TableText.Unread {
        int from = tokens.position();
        if (tokens.at("(")) {
            tokens.skipParentheses();
        } else {
            while (tokens.accept("+") || tokens.accept("-")) {
                // a sign belongs to the number that follows
            }
            if (tokens.atEnd()) {
                throw new TableText.Unread();
            }
            boolean glued = tokens.touchesNext();
            boolean bytes = tokens.at("x") && glued;
            boolean plain = !bytes && (tokens.atQuoted() || tokens.atWord());
            tokens.next();
            while (!plain && glued && !tokens.at(",") && !tokens.at(")")) {
                glued = tokens.touchesNext();
                tokens.next();
            }
        }
        return new Filling.Default(SqlExpression.written(tokens.text(from, tokens.position())));
    }
}
