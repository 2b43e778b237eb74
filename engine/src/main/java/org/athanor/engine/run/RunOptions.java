package org.athanor.engine.run;

/// What a caller wishes of a run, beyond its plan.
public record RunOptions(Patience patience) {
    public static final RunOptions USUAL = new RunOptions(Patience.USUAL);
}
