package org.athanor.engine.journal;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

import org.athanor.engine.plan.Move;
import org.athanor.engine.revision.RevisionId;

/// What a line of the journal tells. Steps and their statements are counted from 1.
public sealed interface Entry {
    /// A run begins. `plan` is a number made from all its statements.
    record Begin(Who who, Goal goal, String plan, Optional<String> reason, Optional<String> policy) implements Entry {}

    /// Where a run goes.
    record Goal(String project, String database, String product, String versionTable, Move move, List<RevisionId> from,
            List<RevisionId> to, int steps, int statements) {
        public Goal {
            from = List.copyOf(from);
            to = List.copyOf(to);
        }
    }

    /// A step begins; `after` are the rows of the version table that it leaves, `commitsAfter` the numbers of statements
    /// behind which it will commit on its way.
    record StepBegun(int step, String revision, Move move, List<RevisionId> after,
            List<Integer> commitsAfter) implements Entry {
        public StepBegun {
            after = List.copyOf(after);
            commitsAfter = List.copyOf(commitsAfter);
        }
    }

    /// A statement is about to be sent. One that runs alone, outside of a transaction, stays whatever comes after it.
    record Sending(int step, int number, boolean alone, String sql) implements Entry {}

    /// A step committed on its way: its statements up to this one stay.
    record Committed(int step, int number) implements Entry {}

    /// A statement outside of a transaction is through.
    record Done(int step, int number, long rows, Duration took) implements Entry {}

    /// A step is through and committed.
    record StepDone(int step, String revision, Move move, Duration took, List<Effect> statements,
            Optional<Source> source) implements Entry {
        public StepDone {
            statements = List.copyOf(statements);
        }
    }

    /// What a statement did: how many rows the database counted, and how long it took.
    record Effect(int number, long rows, Duration took) {}

    /// What a revision's file held when it was applied: a hash of what counts in it, its text unless that is long, and how
    /// the file stood on its disk: as long as it stands so, nobody has edited it.
    record Source(String fingerprint, Optional<String> text, String stamp) {}

    /// A run ends; `applied` is how many steps stay, nothing where that isn't known.
    record End(Outcome outcome, OptionalInt applied, List<RevisionId> rows, Optional<String> problem,
            List<String> stays) implements Entry {
        public End {
            rows = List.copyOf(rows);
            stays = List.copyOf(stays);
        }
    }

    /// A person says of an interrupted run that it has been seen to.
    record Mark(Who who, String reason) implements Entry {}
}
