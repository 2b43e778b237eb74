package org.athanor.engine.dialect.sqlite;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.athanor.engine.dialect.ConstraintDefinitions;
import org.athanor.engine.dialect.Dialect;
import org.athanor.engine.dialect.Names;
import org.athanor.engine.dialect.Unsupported;
import org.athanor.engine.schema.Column;
import org.athanor.engine.schema.Constraint;
import org.athanor.engine.schema.Constraint.Check;
import org.athanor.engine.schema.Constraint.Exclude;
import org.athanor.engine.schema.Constraint.ForeignKey;
import org.athanor.engine.schema.Constraint.PrimaryKey;
import org.athanor.engine.schema.Constraint.Unique;
import org.athanor.engine.schema.Setting;
import org.athanor.engine.schema.Table;
import org.athanor.engine.schema.TableName;
import org.athanor.engine.type.SqlType;

/// SQLite's constraints.
final class Constraints extends ConstraintDefinitions {
    private static final Set<String> ANY = Set.of("on_conflict");

    Constraints(Dialect dialect, Names names) {
        super(dialect, names);
    }

    /// Whether a column is written with `PRIMARY KEY AUTOINCREMENT` at its own place.
    static boolean isAutoincrement(Table table, Column column) {
        var key = table.primaryKey().map(PrimaryKey::columns).orElse(List.of());
        return new Setting.Flag(true).equals(table.settings().get("sqlite_autoincrement")) && key.size() == 1
                && key.contains(column.name()) && SqlType.on("", column.type()) instanceof SqlType.Whole
                && !table.refers(column);
    }

    @Override
    protected Optional<String> primaryKey(Table table, PrimaryKey key) throws Unsupported {
        var alone = key.columns().size() == 1 ? table.column(key.columns().getFirst()) : Optional.<Column>empty();
        if (alone.isPresent() && isAutoincrement(table, alone.get())) {
            return Optional.empty();
        }
        return Optional.of(primaryKeyBody(key) + timing(key.timing())
                + onConflict(key.settings(), alone, "sqlite_on_conflict_primary_key"));
    }

    @Override
    protected String unique(Table table, Unique unique) throws Unsupported {
        var alone = unique.columns().size() == 1 ? table.column(unique.columns().getFirst()) : Optional.<Column>empty();
        return name(unique) + "UNIQUE (" + names.list(unique.columns()) + ")" + timing(unique.timing())
                + onConflict(unique.settings(), alone, "sqlite_on_conflict_unique");
    }

    @Override
    protected Optional<String> foreignKey(Table table, ForeignKey key) throws Unsupported {
        settings(key.settings(), ANY);
        return key.target().schema().equals(table.name().schema())
                ? Optional.of(foreignKeyBody(key, target(key)))
                : Optional.empty();
    }

    private String target(ForeignKey key) {
        return names.qualified(TableName.of(key.target().name()));
    }

    @Override
    protected String check(Check check) throws Unsupported {
        return checkBody(check) + onConflict(check.settings(), Optional.empty(), "");
    }

    @Override
    public String columnCheck(Check check) throws Unsupported {
        if (settings(check.settings(), ANY).text("on_conflict").isPresent()) {
            throw new Unsupported("SQLite takes no ON CONFLICT for the check of a column",
                    "Give the check to the table instead of the column");
        }
        return super.columnCheck(check);
    }

    @Override
    protected String exclude(Exclude exclude) throws Unsupported {
        throw new Unsupported("SQLite has no EXCLUDE constraints", "Do this on PostgreSQL only");
    }

    private String onConflict(Map<String, Setting> settings, Optional<Column> column, String ofColumn)
            throws Unsupported {
        return settings(settings, ANY).text("on_conflict")
                .or(() -> column.flatMap(c -> Optional.ofNullable(c.settings().get(ofColumn))))
                .map(deed -> " ON CONFLICT " + deed).orElse("");
    }

    @Override
    public boolean isAddedLater(Constraint constraint) {
        return false;
    }

    @Override
    protected boolean checksTruth() {
        return true;
    }

    @Override
    protected boolean isOwnType(SqlType.Enumeration type) {
        return false;
    }
}
