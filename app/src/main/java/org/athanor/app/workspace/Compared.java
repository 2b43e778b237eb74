package org.athanor.app.workspace;

import org.athanor.engine.compare.Comparison;

/// A comparison, and what its two sides are called.
public record Compared(Comparison comparison, String from, String to) {}
