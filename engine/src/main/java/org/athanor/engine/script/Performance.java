package org.athanor.engine.script;

import java.util.Optional;

import org.athanor.engine.problem.Problem;

/// A script that is evaluated again from its start, with a database that answers.
@FunctionalInterface
public interface Performance {
    /// Performs the script; the problem is what ended it, if it didn't come to its end. The caller then rolls back. What the
    /// conversation throws beside `SQLException` comes through as it is.
    Optional<Problem> perform(Conversation conversation);
}
