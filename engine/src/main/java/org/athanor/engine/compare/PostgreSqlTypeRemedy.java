package org.athanor.engine.compare;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.athanor.engine.compare.SchemaDifference.Changed;
import org.athanor.engine.dialect.Unsupported;
import org.athanor.engine.operation.Operation;
import org.athanor.engine.schema.Column;
import org.athanor.engine.schema.Filling;
import org.athanor.engine.schema.Sequence;
import org.athanor.engine.schema.Table;
import org.athanor.engine.schema.TableName;
import org.athanor.engine.type.Name;
import org.athanor.engine.type.SqlType;

/// Enumerations, domains and sequences that change.
final class PostgreSqlTypeRemedy {
    private final Comparison comparison;
    private final PostgreSqlNames names;
    private final Phases phases;
    private final PostgreSqlUseRemedy uses;
    private final Set<TableName> remade = new LinkedHashSet<>();

    PostgreSqlTypeRemedy(Comparison comparison, PostgreSqlNames names, Phases phases, PostgreSqlUseRemedy uses) {
        this.comparison = comparison;
        this.names = names;
        this.phases = phases;
        this.uses = uses;
    }

    /// The types that are made anew: what takes or returns one is made anew, too.
    Set<TableName> remade() {
        return remade;
    }

    /// The names of tables that are altered on the way.
    List<String> change(Changed changed) {
        switch (changed.actual()) {
            case Part.OfEnumeration(var name, var before) when changed
                    .wanted() instanceof Part.OfEnumeration(_, var after) -> {
                return enumeration(name, before.values(), after);
            }
            case Part.OfDomain(var name, var before) when changed.wanted() instanceof Part.OfDomain(_, var after) ->
                domain(changed, name, before.rules(), after.rules());
            case Part.OfSequence(var before) when changed.wanted() instanceof Part.OfSequence(var after) ->
                sequence(before, after);
            default -> throw new IllegalStateException("Nothing can change in " + changed.actual().kind());
        }
        return List.of();
    }

    private List<String> enumeration(TableName name, List<String> before, SqlType.Enumeration after) {
        if (!after.values().stream().filter(before::contains).toList().equals(before)) {
            return anew(name, after);
        }
        for (int i = 0; i < after.values().size(); i++) {
            var value = after.values().get(i);
            if (!before.contains(value)) {
                var place = i > 0
                        ? " AFTER " + literal(after.values().get(i - 1))
                        : before.isEmpty() ? "" : " BEFORE " + literal(before.getFirst());
                phases.addValue(literal(value),
                        "ALTER TYPE %s ADD VALUE %s%s".formatted(names.qualified(name), literal(value), place));
            }
        }
        return List.of();
    }

    private String literal(String text) {
        return comparison.dialect().literal(text);
    }

    /// A type that loses values, or has them in another order, is made anew, and its columns move over.
    private List<String> anew(TableName name, SqlType.Enumeration after) {
        var old = name.renamed(name.name() + "_old");
        phases.add(Phase.TYPES,
                "ALTER TYPE %s RENAME TO %s".formatted(names.qualified(name), names.quoted(old.name())));
        phases.add(Phase.TYPES, new Operation.CreateEnumeration(after, false));
        var tables = new ArrayList<String>();
        remade.add(name);
        for (var table : comparison.actual().tables().values()) {
            for (var column : table.columns()) {
                var wanted = comparison.wanted().table(table.name()).flatMap(t -> t.column(column.name()));
                if (isOf(column.type(), name) && wanted.filter(c -> isOf(c.type(), name)).isPresent()) {
                    uses.putAside(table, column);
                    move(table, column, wanted.get().filling());
                    tables.add(table.name().name());
                }
            }
        }
        phases.add(Phase.DROPPED_TYPES, "DROP TYPE " + names.qualified(old));
        return tables;
    }

    /// A default that the new type may lack isn't set again: the wanted one is set with the column's other changes.
    private void move(Table table, Column column, Filling wanted) {
        var name = names.quoted(column.name());
        var alter = "ALTER TABLE %s ALTER COLUMN %s ".formatted(names.qualified(table.name()), name);
        try {
            var text = comparison.dialect().text(column.type());
            boolean list = column.type() instanceof SqlType.Array;
            if (column.filling() instanceof Filling.Default) {
                phases.add(Phase.TYPES, alter + "DROP DEFAULT");
            }
            phases.add(Phase.TYPES,
                    alter + "TYPE %s USING %s::text%s::%s".formatted(text, name, list ? "[]" : "", text));
            if (column.filling() instanceof Filling.Default(var value) && wanted.equals(column.filling())) {
                phases.add(Phase.TYPES, alter + "SET DEFAULT " + comparison.dialect().text(value));
            }
        } catch (Unsupported unsupported) {
            throw new IllegalStateException(unsupported);
        }
    }

    private static boolean isOf(SqlType type, TableName name) {
        return switch (type) {
            case SqlType.Enumeration own -> own.schema().equals(name.schema())
                    && own.name().map(Name::text).filter(name.name()::equals).isPresent();
            case SqlType.Array(var element, _) -> isOf(element, name);
            default -> false;
        };
    }

    private void domain(Changed changed, TableName name, SqlType.Domain.Rules before, SqlType.Domain.Rules after) {
        if (changed.has(Aspect.TYPE) || changed.has(Aspect.COLLATION)) {
            phases.cannot(changed, "a domain keeps its type: make another one, and alter the columns");
            return;
        }
        var alter = "ALTER DOMAIN " + names.qualified(name) + " ";
        if (changed.has(Aspect.DEFAULT)) {
            phases.add(Phase.TYPES, alter + after.filling().map(sql -> "SET DEFAULT " + sql).orElse("DROP DEFAULT"));
        }
        if (changed.has(Aspect.NULLABLE)) {
            phases.add(Phase.TYPES, alter + (after.notNull() ? "SET" : "DROP") + " NOT NULL");
        }
        if (changed.has(Aspect.DEFINITION)) {
            if (before.check().isPresent()) {
                before.constraint().ifPresent(
                        c -> phases.add(Phase.TYPES, alter + "DROP CONSTRAINT " + names.quoted(c.text())));
            }
            after.check().ifPresent(sql -> phases.add(Phase.TYPES, alter + "ADD "
                    + after.constraint().map(c -> "CONSTRAINT " + names.quoted(c.text()) + " ").orElse("")
                    + "CHECK (" + sql + ")"));
        }
    }

    private void sequence(Sequence before, Sequence after) {
        var parts = new ArrayList<String>();
        try {
            if (after.type().isPresent() && !after.type().equals(before.type())) {
                parts.add("AS " + comparison.dialect().text(after.type().get()));
            }
        } catch (Unsupported unsupported) {
            throw new IllegalStateException(unsupported);
        }
        var options = after.options();
        options.increment().ifPresent(n -> parts.add("INCREMENT BY " + n));
        options.minValue().ifPresent(n -> parts.add("MINVALUE " + n));
        options.maxValue().ifPresent(n -> parts.add("MAXVALUE " + n));
        options.start().ifPresent(n -> parts.add("START WITH " + n));
        options.cache().ifPresent(n -> parts.add("CACHE " + n));
        options.cycle().ifPresent(cycle -> parts.add(cycle ? "CYCLE" : "NO CYCLE"));
        phases.add(Phase.SEQUENCES, "ALTER SEQUENCE %s %s".formatted(names.qualified(before.name()),
                String.join(" ", parts)));
    }
}
