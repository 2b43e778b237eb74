package org.athanor.engine.run;

/// Hears what a run tells, on the thread that runs it.
@FunctionalInterface
public interface RunListener {
    RunListener SILENT = event -> {};

    void on(RunEvent event);
}
