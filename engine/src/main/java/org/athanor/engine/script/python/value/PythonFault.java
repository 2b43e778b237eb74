package org.athanor.engine.script.python.value;

import java.util.Optional;

/// Why an evaluation can't go on: Python's own error, something that isn't read here, or a question to the database.
public final class PythonFault extends RuntimeException {
    private static final long serialVersionUID = 1;

    /// What a fault means for the step: an exception of Python's, which a `try` may catch; a file that leaves what is read
    /// here; one that asks the database; one that takes more time, depth or memory than a revision may.
    public enum Kind {
        RAISED, UNREADABLE, LIVE, EXHAUSTED
    }

    private final Kind kind;
    private final transient Optional<Value> exception;
    private final String type;
    private final String reason;
    private final String file;
    private final int line;
    private boolean everywhere;

    private PythonFault(Kind kind, String type, String reason, Optional<Value> exception, String file, int line) {
        super(reason, null, false, false);
        this.kind = kind;
        this.type = type;
        this.reason = reason;
        this.exception = exception;
        this.file = file;
        this.line = line;
    }

    private PythonFault(Kind kind, String type, String reason, Optional<Value> exception) {
        this(kind, type, reason, exception, "", 0);
    }

    /// An exception of one of Python's own kinds, by its name.
    public static PythonFault raised(String type, String reason) {
        return new PythonFault(Kind.RAISED, type, reason, Optional.empty());
    }

    /// An exception that the file made itself.
    public static PythonFault raised(String type, String reason, Value exception) {
        return new PythonFault(Kind.RAISED, type, reason, Optional.of(exception));
    }

    public static PythonFault unreadable(String reason) {
        return new PythonFault(Kind.UNREADABLE, "", reason, Optional.empty());
    }

    /// Something that isn't read, and that changes what other lines of the file do: it is a fault of all of them.
    public static PythonFault unreadableFile(String reason) {
        var fault = unreadable(reason);
        fault.everywhere = true;
        return fault;
    }

    public static PythonFault live(String reason) {
        return new PythonFault(Kind.LIVE, "", reason, Optional.empty());
    }

    public static PythonFault exhausted(String reason) {
        return new PythonFault(Kind.EXHAUSTED, "", reason, Optional.empty());
    }

    /// The same fault with its line, if it has none yet.
    public PythonFault at(int atLine) {
        return at("", atLine);
    }

    /// The same fault with its place, if it has none yet; the file is empty for the revision's own.
    public PythonFault at(String inFile, int atLine) {
        if (line > 0 || atLine == 0) {
            return this;
        }
        var placed = new PythonFault(kind, type, reason, exception, inFile, atLine);
        placed.everywhere = everywhere;
        return placed;
    }

    /// Whether the file as a whole can't be read.
    public boolean isEverywhere() {
        return everywhere;
    }

    public Kind kind() {
        return kind;
    }

    /// The name of the exception's class; empty for what isn't an exception of Python's.
    public String type() {
        return type;
    }

    public String reason() {
        return reason;
    }

    public Optional<Value> exception() {
        return exception;
    }

    /// The name of the file that the line counts in; empty for the revision's own.
    public String file() {
        return file;
    }

    /// The line; 0 while it isn't known.
    public int line() {
        return line;
    }
}
