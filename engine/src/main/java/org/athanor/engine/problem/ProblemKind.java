package org.athanor.engine.problem;

import java.util.Locale;

/// The kinds of problem, named so that scripts can rely on them.
public enum ProblemKind {
    NO_PROJECT, BAD_CONFIG, NOT_SUPPORTED, MISSING_FOLDER, UNREADABLE_FILE, BAD_HEADER, BAD_SCRIPT, BAD_ID,

    DUPLICATE_ID, DUPLICATE_LABEL, MISSING_PARENT, MISSING_DEPENDENCY, SELF_REFERENCE, CYCLE, DEPENDENCY_CYCLE,

    UNKNOWN_REVISION, AMBIGUOUS_REVISION, MULTIPLE_HEADS, NOT_ON_BRANCH, BAD_TARGET, OVERLAPPING_REVISIONS,

    NO_DATABASE, BAD_URL, CANNOT_CONNECT, ACCESS_DENIED, DATABASE_LOCKED, READ_ONLY, DATABASE_ERROR,

    NOT_AT_HEAD, NO_DOWNGRADE, STATEMENT_FAILED, VERSION_ROWS_CHANGED,

    BAD_TEMPLATE, FILE_EXISTS, CANNOT_WRITE, NOT_A_HEAD,

    USAGE, INTERNAL;

    /// The name used in JSON and on screen: `missing-parent`.
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
