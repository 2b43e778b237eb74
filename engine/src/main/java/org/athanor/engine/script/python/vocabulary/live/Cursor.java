package org.athanor.engine.script.python.vocabulary.live;

import java.util.List;

import org.athanor.engine.script.python.value.PythonFault;
import org.athanor.engine.script.python.value.Tuple;

/// The rows of an answer that are left; several results may take from the same ones.
final class Cursor {
    private final List<String> names;
    private final List<Tuple> rows;
    private final boolean hasRows;
    private int next;
    private boolean closed;

    Cursor(List<String> names, List<Tuple> rows, boolean hasRows) {
        this.names = names;
        this.rows = rows;
        this.hasRows = hasRows;
    }

    List<String> names() {
        if (!hasRows) {
            throw noRows();
        }
        return names;
    }

    int count() {
        return rows.size();
    }

    boolean hasRows() {
        return hasRows;
    }

    boolean isClosed() {
        return closed || !hasRows;
    }

    boolean hasNext() {
        refuseIfClosed();
        return next < rows.size();
    }

    Tuple next() {
        return rows.get(next++);
    }

    void close() {
        closed = true;
    }

    private void refuseIfClosed() {
        if (!hasRows) {
            throw noRows();
        }
        if (closed) {
            throw DatabaseErrors.raised("ResourceClosedError", "This result object is closed.");
        }
    }

    private static PythonFault noRows() {
        return DatabaseErrors.raised("ResourceClosedError",
                "This result object does not return rows. It has been closed automatically.");
    }
}
