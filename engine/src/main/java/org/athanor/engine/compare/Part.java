package org.athanor.engine.compare;

import java.util.Locale;
import java.util.Optional;

import org.athanor.engine.schema.Constraint;
import org.athanor.engine.schema.Definition;
import org.athanor.engine.schema.Sequence;
import org.athanor.engine.schema.Table;
import org.athanor.engine.schema.TableName;
import org.athanor.engine.type.Name;
import org.athanor.engine.type.SqlType;

/// One thing that a schema has, as it is named in a difference.
public sealed interface Part {
    /// A table with all that is in it.
    record OfTable(Table table) implements Part {}

    record OfColumn(TableName table, org.athanor.engine.schema.Column column) implements Part {}

    record OfConstraint(TableName table, Constraint constraint) implements Part {}

    record OfIndex(TableName table, org.athanor.engine.schema.Index index) implements Part {}

    record OfEnumeration(TableName type, SqlType.Enumeration enumeration) implements Part {}

    record OfDomain(TableName type, SqlType.Domain domain) implements Part {}

    record OfSequence(Sequence sequence) implements Part {}

    record OfDefinition(Definition definition) implements Part {}

    record OfNamespace(String namespace) implements Part {}

    /// The word for it, which scripts and ignore rules rely on: `unique`, `foreign key`, `materialized view`.
    default String kind() {
        return switch (this) {
            case OfTable _ -> "table";
            case OfColumn _ -> "column";
            case OfConstraint(_, var constraint) -> words(constraint.kind());
            case OfIndex _ -> "index";
            case OfEnumeration _ -> "enum";
            case OfDomain _ -> "domain";
            case OfSequence _ -> "sequence";
            case OfDefinition(var definition) -> words(definition.kind());
            case OfNamespace _ -> "schema";
        };
    }

    private static String words(Enum<?> kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /// The table that it belongs to, or that it is.
    default Optional<TableName> owner() {
        return switch (this) {
            case OfTable(var table) -> Optional.of(table.name());
            case OfColumn(var table, _) -> Optional.of(table);
            case OfConstraint(var table, _) -> Optional.of(table);
            case OfIndex(var table, _) -> Optional.of(table);
            case OfDefinition(var definition) -> definition.table();
            case OfEnumeration _,OfDomain _,OfSequence _,OfNamespace _ -> Optional.empty();
        };
    }

    /// Its own name; what has none is told by its kind.
    default String name() {
        return switch (this) {
            case OfTable(var table) -> table.name().name();
            case OfColumn(_, var column) -> column.name();
            case OfConstraint(_, var constraint) -> constraint.name().map(Name::text).orElse("");
            case OfIndex(_, var index) -> index.name().text();
            case OfEnumeration(var type, _) -> type.name();
            case OfDomain(var type, _) -> type.name();
            case OfSequence(var sequence) -> sequence.name().name();
            case OfDefinition(var definition) -> definition.name().name();
            case OfNamespace(var namespace) -> namespace;
        };
    }

    /// The schema that it lies in, where one must be named.
    default Optional<String> schema() {
        return switch (this) {
            case OfEnumeration(var type, _) -> type.schema();
            case OfDomain(var type, _) -> type.schema();
            case OfSequence(var sequence) -> sequence.name().schema();
            case OfDefinition(var definition) -> definition.name().schema();
            case OfNamespace(var namespace) -> Optional.of(namespace);
            case OfTable _,OfColumn _,OfConstraint _,OfIndex _ -> owner().flatMap(TableName::schema);
        };
    }

    /// Where it stands, as one word: `shop.orders.total`.
    default String path() {
        var own = name();
        return switch (this) {
            case OfTable(var table) -> table.name().toString();
            case OfColumn(var table, _) -> table + "." + own;
            case OfConstraint(var table, _) -> own.isEmpty() ? table.toString() : table + "." + own;
            case OfIndex(var table, _) -> table + "." + own;
            case OfDefinition(var definition) -> definition.key().toString();
            case OfEnumeration _,OfDomain _,OfSequence _ -> schema().map(s -> s + ".").orElse("") + own;
            case OfNamespace(var namespace) -> namespace;
        };
    }
}
