package org.athanor.engine.script.python.writing;

/// Something for which Alembic's words are too few; it is said in SQL then.
final class Unsayable extends Exception {
    private static final long serialVersionUID = 1;

    Unsayable(String what) {
        super(what);
    }
}
