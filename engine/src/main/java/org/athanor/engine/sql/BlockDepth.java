package org.athanor.engine.sql;

import java.util.Locale;
import java.util.Set;

/// Follows the tokens of one statement and tells whether a body is open. Only statements that create a function or
/// procedure (`BEGIN ATOMIC … END`), on SQLite a trigger (`BEGIN … END`), have one; elsewhere BEGIN and END are plain words.
final class BlockDepth {
    private static final Set<String> BEFORE_THE_THING = Set.of("OR", "REPLACE", "TEMP", "TEMPORARY");

    private final SqlSyntax syntax;
    private boolean begun;
    private boolean creates;
    private boolean hasBody;
    private boolean triggers;
    private int parentheses;
    private int depth;
    private String previous = "";

    BlockDepth(SqlSyntax syntax) {
        this.syntax = syntax;
    }

    boolean isOpen() {
        return depth > 0;
    }

    /// Whether something inside of the body is still open, too.
    boolean isNested() {
        return depth > 1;
    }

    void follow(Token token, String script) {
        switch (token.kind()) {
            case WORD -> word(token.text(script).toUpperCase(Locale.ROOT));
            case SYMBOL -> {
                parentheses += script.charAt(token.start()) == '(' ? 1 : script.charAt(token.start()) == ')' ? -1 : 0;
                previous = "";
            }
            case QUOTED, SEMICOLON -> previous = "";
            case SPACE, COMMENT -> {
            }
        }
    }

    private void word(String word) {
        if (!begun) {
            begun = true;
            creates = word.equals("CREATE");
        } else if (creates && !BEFORE_THE_THING.contains(word)) {
            creates = false;
            triggers = word.equals("TRIGGER") && syntax.triggerBodies();
            hasBody = triggers || word.equals("FUNCTION") || word.equals("PROCEDURE");
        } else if (hasBody) {
            inBody(word);
        }
        previous = word;
    }

    private void inBody(String word) {
        if (depth == 0) {
            boolean opens = triggers ? word.equals("BEGIN") : word.equals("ATOMIC") && previous.equals("BEGIN");
            depth = opens && parentheses == 0 ? 1 : 0;
        } else if (word.equals("CASE")) {
            depth++;
        } else if (word.equals("END")) {
            depth--;
        }
    }
}
