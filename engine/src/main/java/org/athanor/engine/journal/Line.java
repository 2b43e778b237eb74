package org.athanor.engine.journal;

import java.time.Instant;

/// A line of a book: its number, when it was written, and which run it tells of.
public record Line(long number, Instant at, String run, Entry entry) {}
