package org.athanor.engine.sql;

/// The lexical differences that matter when a script is split into statements.
public record SqlSyntax(boolean dollarQuotes, boolean escapeStrings, boolean nestedComments, boolean bracketNames,
        boolean backtickNames, boolean returnEndsLine, boolean triggerBodies) {
    public static final SqlSyntax POSTGRESQL = new SqlSyntax(true, true, true, false, false, true, false);
    public static final SqlSyntax SQLITE = new SqlSyntax(false, false, false, true, true, false, true);

    /// Whether a comment that began with `--` ends here.
    boolean endsLine(int c) {
        return c == '\n' || c == '\r' && returnEndsLine;
    }

    /// To a database all else of Unicode's space is a letter.
    static boolean isSpace(int c) {
        return c == ' ' || c >= '\t' && c <= '\r';
    }

    /// Whatever isn't ASCII is a letter to both databases.
    static boolean isWordStart(int c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || c >= 0x80;
    }

    static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    static boolean isWordPart(int c) {
        return isWordStart(c) || isDigit(c) || c == '$';
    }
}
