package org.athanor.engine.sql;

/// A stretch of a script: enough of SQL's grammar to find where statements end.
record Token(Kind kind, int start, int end) {
    enum Kind {
        SPACE, COMMENT, WORD, QUOTED, SYMBOL, SEMICOLON
    }

    String text(String script) {
        return script.substring(start, end);
    }
}
