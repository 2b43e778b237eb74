package org.athanor.engine.problem;

import java.util.Locale;

/// The kinds of problem, named so that scripts can rely on them.
public enum ProblemKind {
    NO_PROJECT, BAD_CONFIG, NOT_SUPPORTED, MISSING_FOLDER, UNREADABLE_FILE, BAD_HEADER, BAD_SCRIPT, BAD_ID,

    DUPLICATE_ID, DUPLICATE_LABEL, MISSING_PARENT, MISSING_DEPENDENCY, SELF_REFERENCE, CYCLE, DEPENDENCY_CYCLE,

    UNKNOWN_REVISION, AMBIGUOUS_REVISION, MULTIPLE_HEADS, NOT_ON_BRANCH, BAD_TARGET, OVERLAPPING_REVISIONS,

    NO_DATABASE, BAD_URL, CANNOT_CONNECT, ACCESS_DENIED, DATABASE_LOCKED, READ_ONLY, DATABASE_ERROR,

    NOT_AT_HEAD, NOT_RUNNABLE, NO_DOWNGRADE, STATEMENT_FAILED, VERSION_ROWS_CHANGED,

    USAGE, CANCELLED, INTERNAL;

    /// The name used in JSON and on screen: `missing-parent`.
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
