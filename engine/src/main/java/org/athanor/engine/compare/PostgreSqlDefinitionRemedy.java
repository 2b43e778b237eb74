package org.athanor.engine.compare;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.athanor.engine.schema.Definition;
import org.athanor.engine.schema.Table;
import org.athanor.engine.schema.TableName;

/// Views, triggers and functions that come, go and change, and views that stand in the way of a change below them.
final class PostgreSqlDefinitionRemedy {
    private final Comparison comparison;
    private final PostgreSqlNames names;
    private final Phases phases;
    private final Dependence dependence;
    private final Set<Definition> dropped = new LinkedHashSet<>();
    private final Set<Definition> made = new LinkedHashSet<>();
    private final Set<Definition> ofRemadeTypes = new LinkedHashSet<>();

    PostgreSqlDefinitionRemedy(Comparison comparison, PostgreSqlNames names, Phases phases) {
        this.comparison = comparison;
        this.names = names;
        this.phases = phases;
        this.dependence = new Dependence(comparison.dialect().grammar());
    }

    void make(Definition definition) {
        made.add(definition);
    }

    void take(Definition definition) {
        dropped.add(definition);
    }

    void change(Definition before, Definition after) {
        if (before.kind() != Definition.Kind.FUNCTION) {
            dropped.add(before);
        }
        made.add(after);
    }

    /// `disturbed` are tables of which something goes or gets another type, `remadeTypes` types that others take the place of.
    void add(Set<String> disturbed, Set<TableName> remadeTypes, List<Table> newTables) {
        var standing = comparison.actual().definitions().values().stream()
                .filter(d -> d.kind() != Definition.Kind.FUNCTION).toList();
        var shaken = new LinkedHashSet<>(disturbed);
        functionsOf(remadeTypes).forEach(function -> {
            ofRemadeTypes.add(function);
            putAside(function);
            shaken.add(plainName(function));
        });
        remadeTypes.forEach(type -> shaken.add(type.name()));
        standing.stream().filter(d -> isBoundToColumns(d, disturbed)).forEach(this::putAside);
        dropped.stream().filter(PostgreSqlRemedy::isView).forEach(d -> shaken.add(d.name().name()));
        dependence.around(standing, shaken).stream().filter(PostgreSqlRemedy::isView).forEach(this::putAside);
        Set<TableName> lostOwners = new LinkedHashSet<>();
        dropped.stream().filter(PostgreSqlRemedy::isView).forEach(d -> lostOwners.add(d.name()));
        standing.stream().filter(d -> d.table().filter(lostOwners::contains).isPresent()).forEach(this::putAside);
        for (var definition : dependence.inOrder(dropped).reversed()) {
            if (definition.table().filter(lostOwners::contains).isEmpty()) {
                phases.add(definition.kind() == Definition.Kind.FUNCTION && !ofRemadeTypes.contains(definition)
                        ? Phase.DROPPED_FUNCTIONS
                        : Phase.DROPPED_DEFINITIONS, drop(definition));
            }
        }
        for (var definition : dependence.inOrder(made)) {
            phases.add(phase(definition, newTables), definition.sql());
        }
    }

    /// The functions that take or return one of these types; what their bodies say is looked at when they run.
    private List<Definition> functionsOf(Set<TableName> types) {
        return comparison.actual().definitions().values().stream()
                .filter(d -> d.kind() == Definition.Kind.FUNCTION)
                .filter(d -> types.stream().anyMatch(t -> comparison.dialect().grammar().hasWord(head(d), t.name())))
                .toList();
    }

    private static String head(Definition function) {
        int body = function.sql().indexOf("\nAS ");
        return body < 0 ? function.sql() : function.sql().substring(0, body);
    }

    private static String plainName(Definition function) {
        return function.name().name().substring(0, function.name().name().indexOf('('));
    }

    /// A column that a trigger names in its head can't go, or get another type, while the trigger is there.
    private boolean isBoundToColumns(Definition definition, Set<String> tables) {
        return definition.kind() == Definition.Kind.TRIGGER
                && definition.table().filter(t -> tables.contains(t.name())).isPresent()
                && (definition.sql().contains(" WHEN (") || definition.sql().contains(" OF "));
    }

    /// What must go for a while comes again as it is wanted.
    private void putAside(Definition definition) {
        dropped.add(definition);
        Optional.ofNullable(comparison.wanted().definitions().get(definition.key())).ifPresent(made::add);
    }

    private Phase phase(Definition definition, List<Table> newTables) {
        if (definition.kind() != Definition.Kind.FUNCTION) {
            return Phase.DEFINITIONS;
        }
        boolean late = newTables.stream().anyMatch(t -> dependence.mentions(definition, t.name().name()));
        return late ? Phase.LATE_FUNCTIONS : Phase.FUNCTIONS;
    }

    private String drop(Definition definition) {
        var name = definition.name();
        return switch (definition.kind()) {
            case FUNCTION -> "DROP ROUTINE " + routine(name);
            case VIEW -> "DROP VIEW " + names.qualified(name);
            case MATERIALIZED_VIEW -> "DROP MATERIALIZED VIEW " + names.qualified(name);
            case INDEX -> "DROP INDEX " + names.qualified(name);
            case TRIGGER -> "DROP TRIGGER " + names.quoted(name.name()) + " ON "
                    + names.qualified(definition.table().orElseThrow());
        };
    }

    private String routine(TableName name) {
        int open = name.name().indexOf('(');
        return names.qualified(name.renamed(name.name().substring(0, open))) + name.name().substring(open);
    }
}
