package org.athanor.engine.sql;

/// The lexical differences that matter when a script is split into statements.
public record SqlSyntax(boolean dollarQuotes, boolean escapeStrings, boolean nestedComments, boolean bracketNames,
        boolean backtickNames) {
    public static final SqlSyntax POSTGRESQL = new SqlSyntax(true, true, true, false, false);
    public static final SqlSyntax SQLITE = new SqlSyntax(false, false, false, true, true);
}
