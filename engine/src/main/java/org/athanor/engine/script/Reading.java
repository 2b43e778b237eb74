package org.athanor.engine.script;

import org.athanor.engine.operation.Evolution;

/// What a revision does, and the schema that it leaves.
public record Reading(Script script, Evolution after) {}
