package org.athanor.engine.operation;

/// An operation and the line of its revision file.
public record Placed(Operation operation, int line) {}
