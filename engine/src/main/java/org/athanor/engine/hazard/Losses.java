package org.athanor.engine.hazard;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.athanor.engine.hazard.Hazard.Kind;
import org.athanor.engine.hazard.Hazard.Severity;
import org.athanor.engine.schema.Column;
import org.athanor.engine.schema.TableName;
import org.athanor.engine.sql.Statement;

/// Judges what a statement loses, and how much that is.
final class Losses {
    private static final String KEEP_A_COPY = "Keep a copy first (CREATE TABLE … AS SELECT …, or a dump), or rename it and"
            + " drop it in a later revision, when nobody has missed it.";

    private final Statement statement;
    private final Ground ground;

    Losses(Statement statement, Ground ground) {
        this.statement = statement;
        this.ground = ground;
    }

    List<Hazard> droppedTable(TableName table, boolean ifExists) {
        if (ground.isNew(table) || ifExists && ground.isAbsent(table)) {
            return List.of();
        }
        var extent = ground.extent(table);
        return List.of(lost(Severity.DESTRUCTIVE, table, Optional.empty(), extent,
                "The table %s is dropped%s".formatted(table, with(extent)), KEEP_A_COPY));
    }

    List<Hazard> truncated(TableName table) {
        if (ground.isNew(table)) {
            return List.of();
        }
        var extent = ground.extent(table);
        return List.of(lost(Severity.DESTRUCTIVE, table, Optional.empty(), extent,
                "The table %s is emptied%s".formatted(table, with(extent)),
                "Keep a copy first (CREATE TABLE … AS SELECT …, or a dump)."));
    }

    List<Hazard> deleted(TableName table, boolean all) {
        if (ground.isNew(table)) {
            return List.of();
        }
        var extent = ground.extent(table);
        var rows = extent.rows().map(r -> r.of("row"));
        var message = all
                ? "All rows of %s are deleted: %s".formatted(table, rows.orElse("how many isn't known"))
                : "Rows of %s are deleted%s".formatted(table, rows.map(r -> "; it has " + r).orElse(""));
        return List.of(lost(Severity.DESTRUCTIVE, table, Optional.empty(), extent, message + ".",
                "Keep a copy of these rows first (CREATE TABLE … AS SELECT … WHERE …)."));
    }

    List<Hazard> droppedColumn(TableName table, String column) {
        if (ground.isNew(table, column)) {
            return List.of();
        }
        var extent = ground.extent(table, column);
        var message = "The column %s of %s is dropped%s".formatted(column, table, extent.values()
                .map(values -> values.isNone()
                        ? "; it holds no value now."
                        : " with %s%s.".formatted(values.of("value"),
                                extent.rows().map(r -> " in " + r.of("row")).orElse("")))
                .orElse(" with all its values (how many there are isn't known)."));
        return List.of(lost(Severity.DESTRUCTIVE, table, Optional.of(column), extent, message,
                "Stop using it first; keep a copy of its values (CREATE TABLE … AS SELECT key, column …), and drop it in"
                        + " a later revision."));
    }

    List<Hazard> clearedColumn(TableName table, String column, boolean all) {
        if (ground.isNew(table, column)) {
            return List.of();
        }
        var extent = ground.extent(table, column);
        var values = extent.values().map(v -> "; it holds %s.".formatted(v.of("value"))).orElse(".");
        return List.of(lost(Severity.DESTRUCTIVE, table, Optional.of(column), extent,
                "%s of the column %s of %s are taken away%s".formatted(all ? "All values" : "Values", column, table,
                        values),
                "Keep a copy of the values first (CREATE TABLE … AS SELECT key, column …)."));
    }

    List<Hazard> replacedRows(TableName table) {
        if (ground.isNew(table)) {
            return List.of();
        }
        return List.of(lost(Severity.DESTRUCTIVE, table, Optional.empty(), ground.extent(table),
                "Rows of %s that have the same key as a new one are lost.".formatted(table),
                "INSERT … ON CONFLICT DO NOTHING leaves them, DO UPDATE changes only the columns that are named."));
    }

    List<Hazard> takenOut(TableName table, TableName part) {
        if (ground.isNew(part) || ground.isNew(table)) {
            return List.of();
        }
        var extent = ground.extent(part);
        return List.of(lost(Severity.DESTRUCTIVE, part, Optional.empty(), extent,
                "The rows of %s are no longer in %s%s".formatted(part, table,
                        extent.rows().map(rows -> "; there are " + rows.of("row") + ".").orElse(".")),
                "The rows themselves stay in %s: look who reads them through %s.".formatted(part, table)));
    }

    List<Hazard> droppedHolder(String what, TableName name) {
        if (ground.isMadeHere(name)) {
            return List.of();
        }
        return List.of(whole("The %s %s is dropped with what it holds.".formatted(what, name)));
    }

    List<Hazard> droppedSchema(String schema) {
        var tables = ground.facts().tablesIn(schema).map(known -> known.stream().toList());
        if (tables.isEmpty()) {
            return List.of(whole("Everything in the schema %s is lost (what it holds isn't known)."
                    .formatted(schema)));
        }
        if (tables.get().isEmpty()) {
            return List.of();
        }
        var named = tables.get().stream().map(t -> "%s (%s)".formatted(t.name(), ground.facts().rows(t)
                .map(r -> r.of("row")).orElse("unknown"))).toList();
        return List.of(whole("Everything in the schema %s is lost: %s.".formatted(schema, String.join(", ", named))));
    }

    Hazard droppedDatabase(String database) {
        return whole("The whole database %s is lost.".formatted(database));
    }

    Hazard droppedDependents(String what) {
        return whole("Whatever depends on %s is dropped with it, columns among it.".formatted(what));
    }

    private Hazard whole(String message) {
        return new Hazard(Kind.LOSES_DATA, Severity.DESTRUCTIVE, Optional.of(statement), Optional.empty(),
                Optional.empty(), Extent.UNKNOWN, Optional.empty(), message,
                "Drop the things by their names, so that everybody sees which they are; keep a dump.");
    }

    /// Values that don't fit a column's new type.
    List<Hazard> narrowed(TableName table, String column, TypeChange.Narrowing narrowing, String from, String to,
            boolean byExpression) {
        if (narrowing == TypeChange.Narrowing.NONE || ground.isNew(table, column) || ground.extent(table).isEmpty()) {
            return List.of();
        }
        var extent = ground.extent(table, column);
        var change = "%s of %s goes from %s to %s".formatted(column, table, from, to);
        var values = extent.values().map(v -> " It holds %s.".formatted(v.of("value"))).orElse("");
        var message = switch (narrowing) {
            case CUTS -> "%s: what doesn't fit is rounded or cut.%s".formatted(change, values);
            case REFUSES -> "%s: the statement fails if a value doesn't fit.%s".formatted(change, values);
            case NONE, UNKNOWN -> "%s: whether all values survive can't be told.%s".formatted(change, values);
        };
        boolean drastic = byExpression || narrowing == TypeChange.Narrowing.CUTS;
        return List.of(lost(drastic ? Severity.DESTRUCTIVE : Severity.WARNING, table,
                Optional.of(column), extent, message,
                "Look for values that don't fit first. Add a column of the new type, fill it, and drop the old one in a"
                        + " later revision."));
    }

    /// A table whose rows were copied into another one before it goes: only what the copy leaves out is lost.
    List<Hazard> copied(TableName table, TableName successor, String copying) {
        var found = new ArrayList<Hazard>();
        var shape = ground.shape(table);
        var newShape = ground.shape(successor);
        for (var column : shape.map(t -> t.columns()).orElse(List.of())) {
            if (!ground.dialect().grammar().hasWord(copying, column.name()) && !copiesAll(copying)) {
                found.addAll(droppedColumn(table, column.name()));
            } else {
                newShape.flatMap(t -> t.column(column.name()))
                        .ifPresent(after -> found.addAll(cast(table, column, after, copying)));
            }
        }
        return found;
    }

    private static boolean copiesAll(String copying) {
        return copying.toUpperCase(Locale.ROOT).replaceAll("\\s+", " ").contains("SELECT *");
    }

    /// SQLite keeps values as they are, unless the copy casts them.
    private List<Hazard> cast(TableName table, Column before, Column after, String copying) {
        var from = ground.text(before.type()).orElse("");
        var to = ground.text(after.type()).orElse("");
        boolean casts = copying.toUpperCase(Locale.ROOT).contains("CAST(") && !from.equalsIgnoreCase(to);
        if (!casts || !isNumeric(to) || isNumeric(from) && !(isReal(from) && isWhole(to))) {
            return List.of();
        }
        return narrowed(table, before.name(), TypeChange.Narrowing.CUTS, from, to, false);
    }

    private static boolean isWhole(String type) {
        return type.toUpperCase(Locale.ROOT).contains("INT");
    }

    private static boolean isReal(String type) {
        return type.toUpperCase(Locale.ROOT).matches(".*(REAL|FLOA|DOUB|NUMERIC|DECIMAL).*");
    }

    private static boolean isNumeric(String type) {
        return isWhole(type) || isReal(type);
    }

    private Hazard lost(Severity severity, TableName table, Optional<String> column, Extent extent, String message,
            String saferWay) {
        return new Hazard(Kind.LOSES_DATA, severity, Optional.of(statement), Optional.of(table), column, extent,
                Optional.empty(), message, saferWay);
    }

    private static String with(Extent extent) {
        return extent.rows().map(rows -> rows.isNone() ? "; it is empty now." : " with " + rows.of("row") + ".")
                .orElse(" with all its rows (how many there are isn't known).");
    }
}
