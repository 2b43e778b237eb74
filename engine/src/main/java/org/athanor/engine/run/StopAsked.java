package org.athanor.engine.run;

/// Somebody asked to stop.
final class StopAsked extends Exception {
    private static final long serialVersionUID = 1;
}
