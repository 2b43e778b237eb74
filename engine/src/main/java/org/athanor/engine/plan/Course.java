package org.athanor.engine.plan;

import java.util.List;
import java.util.stream.Stream;

import org.athanor.engine.dialect.Dialect;
import org.athanor.engine.revision.RevisionId;
import org.athanor.engine.sql.Statement;

/// A plan that is made step by step, as somebody asks for the next one; `setup` makes the version table if a step
/// follows and there is none. It can be gone through once.
public record Course(Move move, Dialect dialect, List<RevisionId> from, List<Statement> setup, Stream<Step> steps,
        Transactions transactions) {
    public Course {
        from = List.copyOf(from);
        setup = List.copyOf(setup);
    }

    /// All of it.
    public Plan plan() {
        var all = steps.toList();
        var to = all.isEmpty() ? from : all.getLast().headsAfter();
        return new Plan(move, dialect, from, to, all.isEmpty() ? List.of() : setup, all,
                transactions);
    }
}
