package org.athanor.engine.script.python.vocabulary.live;

import java.util.function.Supplier;

import org.athanor.engine.script.python.value.Value;

/// What a result tells of the rows that a statement changed: how many, and the key of the one that was inserted.
record Changed(long rows, Supplier<Value> lastRow, Supplier<Value> key) {}
