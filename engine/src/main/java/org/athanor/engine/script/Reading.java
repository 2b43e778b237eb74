package org.athanor.engine.script;

import org.athanor.engine.operation.Evolution;

/// What a revision does, and the schema that it leaves. It is self-contained if the revision's file alone says so: no other
/// file, no clock, no chance and nobody's wish had a part in it.
public record Reading(Script script, Evolution after, boolean isSelfContained) {}
