package org.athanor.engine.dialect;

/// How one product writes the parts of a schema.
public record Definitions(ColumnDefinitions columns, ConstraintDefinitions constraints, TableDefinitions tables,
        IndexDefinitions indexes) {}
