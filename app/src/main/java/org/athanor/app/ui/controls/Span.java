package org.athanor.app.ui.controls;

import java.util.Locale;

/// A stretch of code of one colour.
record Span(Kind kind, String text) {
    /// What a stretch is, named as its style class.
    enum Kind {
        PLAIN, COMMENT, STRING, NAME, NUMBER, KEYWORD;

        String styleClass() {
            return "sql-" + name().toLowerCase(Locale.ROOT);
        }
    }
}
