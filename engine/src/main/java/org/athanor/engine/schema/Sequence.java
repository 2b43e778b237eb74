package org.athanor.engine.schema;

/// A sequence of its own.
public record Sequence(TableName name, SequenceOptions options) {}
