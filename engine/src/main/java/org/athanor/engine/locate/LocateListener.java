package org.athanor.engine.locate;

/// Hears how far a search has come: steps of the history that were carried out.
@FunctionalInterface
public interface LocateListener {
    LocateListener SILENT = (_, _) -> {};

    void applied(int steps, int of);
}
