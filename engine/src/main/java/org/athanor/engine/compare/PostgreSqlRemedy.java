package org.athanor.engine.compare;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.athanor.engine.compare.SchemaDifference.Changed;
import org.athanor.engine.compare.SchemaDifference.Extra;
import org.athanor.engine.compare.SchemaDifference.Missing;
import org.athanor.engine.operation.Operation;
import org.athanor.engine.schema.Constraint;
import org.athanor.engine.schema.Constraint.ForeignKey;
import org.athanor.engine.schema.Definition;
import org.athanor.engine.schema.Setting;
import org.athanor.engine.schema.Table;
import org.athanor.engine.schema.TableName;

/// The remedy on PostgreSQL: everything is altered in place.
final class PostgreSqlRemedy {
    private final Comparison comparison;
    private final PostgreSqlNames names;
    private final Phases phases = new Phases();
    private final PostgreSqlColumnRemedy columns;
    private final PostgreSqlTypeRemedy types;
    private final PostgreSqlKeyRemedy keys;
    private final PostgreSqlDefinitionRemedy definitions;
    private final List<Table> gone = new ArrayList<>();
    private final List<Table> come = new ArrayList<>();
    private final Set<String> disturbed = new LinkedHashSet<>();

    PostgreSqlRemedy(Comparison comparison) {
        this.comparison = comparison;
        this.names = new PostgreSqlNames(comparison.dialect());
        this.columns = new PostgreSqlColumnRemedy(comparison, names, phases);
        this.keys = new PostgreSqlKeyRemedy(comparison, names, phases);
        this.types = new PostgreSqlTypeRemedy(comparison, names, phases,
                new PostgreSqlUseRemedy(comparison, phases, columns, keys));
        this.definitions = new PostgreSqlDefinitionRemedy(comparison, names, phases);
    }

    Remedy remedy() {
        comparison.renamed().forEach(operation -> phases.add(Phase.RENAMES, operation));
        comparison.differences().forEach(this::add);
        createTables();
        dropTables();
        keys.followChangedKeys();
        definitions.add(disturbed, types.remade(), come);
        return phases.remedy(comparison);
    }

    private void add(SchemaDifference difference) {
        switch (difference) {
            case Missing(var part) -> make(part);
            case Extra(var part) -> take(part);
            case Changed changed -> change(changed);
        }
    }

    private void make(Part part) {
        switch (part) {
            case Part.OfTable(var table) -> come.add(table);
            case Part.OfColumn(var table, var column) -> columns.add(table, column);
            case Part.OfConstraint(var table, var constraint) -> keys.make(table, constraint);
            case Part.OfIndex(var table, var index) ->
                phases.add(Phase.INDEXES, new Operation.CreateIndex(table, index, false));
            case Part.OfEnumeration(_, var type) ->
                phases.add(Phase.TYPES, new Operation.CreateEnumeration(type, false));
            case Part.OfDomain(_, var domain) -> phases.add(Phase.TYPES, new Operation.CreateDomain(domain, false));
            case Part.OfSequence(var sequence) ->
                phases.add(Phase.SEQUENCES, new Operation.CreateSequence(sequence, false, false));
            case Part.OfDefinition(var definition) -> definitions.make(definition);
            case Part.OfNamespace(var schema) ->
                phases.add(Phase.SCHEMAS, new Operation.CreateSchema(schema, false));
        }
    }

    private void take(Part part) {
        switch (part) {
            case Part.OfTable(var table) -> {
                gone.add(table);
                disturbed.add(table.name().name());
            }
            case Part.OfColumn(var table, var column) -> {
                disturbed.add(table.name());
                columns.drop(table, column);
            }
            case Part.OfConstraint(var table, var constraint) -> keys.take(table, constraint);
            case Part.OfIndex(var table, var index) -> phases.add(Phase.DROPPED_INDEXES,
                    Operation.DropIndex.of(table, index));
            case Part.OfEnumeration(_, var type) ->
                phases.add(Phase.DROPPED_TYPES, new Operation.DropEnumeration(type, false));
            case Part.OfDomain(_, var domain) ->
                phases.add(Phase.DROPPED_TYPES, new Operation.DropDomain(domain, false));
            case Part.OfSequence(var sequence) ->
                phases.add(Phase.DROPPED_SEQUENCES, new Operation.DropSequence(sequence.name(), false, false));
            case Part.OfDefinition(var definition) -> definitions.take(definition);
            case Part.OfNamespace(var schema) ->
                phases.add(Phase.DROPPED_SCHEMAS, new Operation.DropSchema(schema, false, false));
        }
    }

    private void change(Changed changed) {
        switch (changed.actual()) {
            case Part.OfTable(var table) -> changeTable(changed, table);
            case Part.OfColumn(var table, var before) when changed.wanted() instanceof Part.OfColumn(_, var after) -> {
                if (columns.change(changed, table, before, after)) {
                    disturbed.add(table.name());
                }
            }
            case Part.OfConstraint(var table, var before) when changed
                    .wanted() instanceof Part.OfConstraint(_, var after) ->
                keys.change(changed, table, before, after);
            case Part.OfIndex(var table, var before) when changed.wanted() instanceof Part.OfIndex(_, var after) -> {
                if (changed.isOnly(Aspect.NAME)) {
                    phases.add(Phase.RENAMES, "ALTER INDEX %s RENAME TO %s".formatted(
                            names.qualified(table.renamed(before.name().text())), names.quoted(after.name().text())));
                } else {
                    phases.add(Phase.DROPPED_INDEXES, Operation.DropIndex.of(table, before));
                    phases.add(Phase.INDEXES, new Operation.CreateIndex(table, after, false));
                }
            }
            case Part.OfDefinition(var before) when changed.wanted() instanceof Part.OfDefinition(var after) ->
                definitions.change(before, after);
            default -> disturbed.addAll(types.change(changed));
        }
    }

    private void changeTable(Changed changed, Table before) {
        if (!(changed.wanted() instanceof Part.OfTable(var after))) {
            return;
        }
        if (changed.has(Aspect.COMMENT)) {
            phases.add(Phase.COLUMNS, new Operation.CommentTable(before.name(), after.comment()));
        }
        if (changed.has(Aspect.OPTIONS)) {
            boolean unlogged = after.prefixes().contains("UNLOGGED");
            if (unlogged != before.prefixes().contains("UNLOGGED")) {
                phases.add(Phase.COLUMNS, "ALTER TABLE %s SET %s".formatted(names.qualified(before.name()),
                        unlogged ? "UNLOGGED" : "LOGGED"));
            }
            if (!before.settings().equals(after.settings())) {
                phases.cannot(changed, "a table can't be partitioned otherwise: make a new one, and move the rows");
            }
        }
    }

    /// Foreign keys to tables that come later, and checks that aren't to hold for rows that are there, follow afterwards.
    private void createTables() {
        Set<TableName> open = new HashSet<>();
        come.forEach(t -> open.add(t.name()));
        for (var table : TableOrder.parentsFirst(come)) {
            open.remove(table.name());
            var later = table.constraints().stream().filter(c -> isLater(c, open)).toList();
            phases.add(Phase.TABLES, new Operation.CreateTable(columns.asWritten(table)
                    .withConstraints(table.constraints().stream().filter(c -> !later.contains(c)).toList()), false));
            later.forEach(c -> phases.add(Phase.FOREIGN_KEYS, new Operation.AddConstraint(table.name(), c)));
        }
    }

    private static boolean isLater(Constraint constraint, Set<TableName> open) {
        return constraint instanceof ForeignKey key && open.contains(key.target())
                || constraint instanceof ForeignKey(_, _, _, _, _, _, _, _, var settings)
                        && settings.get("postgresql_not_valid") instanceof Setting.Flag
                || constraint instanceof Constraint.Check check
                        && check.settings().get("postgresql_not_valid") instanceof Setting.Flag;
    }

    private void dropTables() {
        Set<TableName> open = new HashSet<>();
        gone.forEach(t -> open.add(t.name()));
        for (var table : TableOrder.parentsFirst(gone).reversed()) {
            open.remove(table.name());
            phases.add(Phase.DROPPED_TABLES, new Operation.DropTable(table.name(), false));
        }
        for (var table : gone) {
            table.constraints().stream().filter(c -> c instanceof ForeignKey key && isInCircle(table, key))
                    .forEach(c -> keys.drop(table.name(), c));
        }
    }

    /// Whether the table that a key points at points back, straight or by others.
    private boolean isInCircle(Table table, ForeignKey key) {
        var ordered = TableOrder.parentsFirst(gone).stream().map(Table::name).toList();
        return ordered.indexOf(key.target()) > ordered.indexOf(table.name());
    }

    /// The definitions that a schema has.
    static boolean isView(Definition definition) {
        return definition.kind() == Definition.Kind.VIEW || definition.kind() == Definition.Kind.MATERIALIZED_VIEW;
    }
}
