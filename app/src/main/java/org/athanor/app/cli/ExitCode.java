package org.athanor.app.cli;

/// What the shell is told.
public final class ExitCode {
    public static final int DONE = 0;
    public static final int REFUSED = 1;
    public static final int WRONG_USAGE = 2;

    private ExitCode() {}
}
