package org.athanor.engine.operation;

import java.util.Optional;

import org.athanor.engine.schema.Definition;
import org.athanor.engine.schema.TableName;

/// What a statement in raw SQL does to the schema.
public sealed interface SqlEffect {
    /// Just what an operation does.
    record Does(Operation operation) implements SqlEffect {}

    /// A view or trigger is there, in place of an older one.
    record Defines(Definition definition) implements SqlEffect {}

    /// A view or trigger is gone.
    record Undefines(Definition.Kind kind, TableName name) implements SqlEffect {}

    /// Foreign keys that point at a table are gone (`DROP TABLE … CASCADE`).
    record DropsReferences(TableName table) implements SqlEffect {}

    /// A constraint has another name.
    record RenamesConstraint(TableName table, String name, String newName) implements SqlEffect {}

    /// An enumeration has other values, or another name.
    record ChangesEnumeration(TableName type, EnumerationChange change) implements SqlEffect {}

    /// A table's shape can't be told from here on.
    record Doubts(TableName table, String reason) implements SqlEffect {}

    /// Whether a type of its own is there can't be told from here on.
    record DoubtsType(TableName type, String reason) implements SqlEffect {}

    /// What a sequence is can't be told from here on.
    record DoubtsSequence(TableName sequence, String reason) implements SqlEffect {}

    /// Nothing can be told from here on.
    record DoubtsEverything(String reason) implements SqlEffect {}

    /// What becomes of an enumeration.
    sealed interface EnumerationChange {
        /// A value is added: before or after another one, or last.
        record Adds(String value, Optional<String> before, Optional<String> after)
                implements
                    EnumerationChange {}

        record RenamesValue(String value, String newValue) implements EnumerationChange {}

        record Renames(TableName newName) implements EnumerationChange {}
    }
}
