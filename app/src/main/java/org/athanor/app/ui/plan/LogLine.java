package org.athanor.app.ui.plan;

/// One line of a run's log: when, counted from the run's start, and what.
public record LogLine(String time, Kind kind, String text) {
    public enum Kind {
        STEP, STATEMENT, DONE, NOTE, TROUBLE
    }
}
