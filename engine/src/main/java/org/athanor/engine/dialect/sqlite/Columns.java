package org.athanor.engine.dialect.sqlite;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import org.athanor.engine.dialect.ColumnDefinitions;
import org.athanor.engine.dialect.ConstraintDefinitions;
import org.athanor.engine.dialect.Dialect;
import org.athanor.engine.dialect.Names;
import org.athanor.engine.dialect.Unsupported;
import org.athanor.engine.schema.Column;
import org.athanor.engine.schema.Constraint.PrimaryKey;
import org.athanor.engine.schema.Filling;
import org.athanor.engine.schema.Table;

/// SQLite's columns.
final class Columns extends ColumnDefinitions {
    private static final Pattern QUOTED = Pattern.compile("^\\s*['\"(]");
    private static final Pattern MORE_THAN_A_WORD = Pattern.compile("\\W", Pattern.UNICODE_CHARACTER_CLASS);
    private static final Set<String> SETTINGS = Set.of("sqlite_on_conflict_not_null",
            "sqlite_on_conflict_primary_key", "sqlite_on_conflict_unique");

    Columns(Dialect dialect, Names names, ConstraintDefinitions constraints) {
        super(dialect, names, constraints);
    }

    @Override
    protected String specification(Table table, Column column) throws Unsupported {
        checkSettings(column.settings());
        return names.quoteIfNeeded(column.name()) + " " + dialect.text(column.type())
                + defaultText(column.filling()).map(Columns::standing).orElse("")
                + (column.nullable() ? "" : " NOT NULL" + onConflict(column, "sqlite_on_conflict_not_null"))
                + key(table, column) + (column.filling() instanceof Filling.Computed c ? computed(c, "") : "");
    }

    /// A default that is more than one word, number or text stands in parentheses.
    private static String standing(String text) {
        boolean isExpression = !QUOTED.matcher(text).find() && MORE_THAN_A_WORD.matcher(text).find();
        return " DEFAULT " + (isExpression ? "(" + text + ")" : text);
    }

    private static String key(Table table, Column column) throws Unsupported {
        if (!table.isKey(column)) {
            return "";
        }
        int width = table.primaryKey().map(PrimaryKey::columns).orElseThrow().size();
        if (column.counting() == Column.Counting.YES && width != 1) {
            throw new Unsupported("SQLite can't count up one of several columns of a primary key",
                    "Take autoincrement=True away, or make the column the only one of the key");
        }
        return Constraints.isAutoincrement(table, column)
                ? " PRIMARY KEY" + onConflict(column, "sqlite_on_conflict_primary_key") + " AUTOINCREMENT"
                : "";
    }

    private static String onConflict(Column column, String setting) {
        var deed = column.settings().get(setting);
        return deed == null ? "" : " ON CONFLICT " + deed;
    }

    private static void checkSettings(Map<String, String> settings) throws Unsupported {
        for (var name : settings.keySet()) {
            if (name.startsWith("sqlite_") && !SETTINGS.contains(name)) {
                throw new Unsupported("The option " + name + " isn't known here", "Take it away");
            }
        }
    }
}
