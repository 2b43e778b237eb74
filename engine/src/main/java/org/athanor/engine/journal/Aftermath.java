package org.athanor.engine.journal;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

import org.athanor.engine.problem.Problem;
import org.athanor.engine.problem.ProblemKind;

/// What a run left behind that was cut off or didn't come to its end, as far as the journal and the database tell together. `applied` is how many steps
/// the version table counts, nothing where it has moved on since. A run that was begun elsewhere may still go on; `worker` is
/// who on the server is still at work for it, though its program is gone.
public record Aftermath(RecordedRun run, boolean isElsewhere, OptionalInt applied, List<Fate> fates,
        Optional<String> worker) {
    public Aftermath {
        fates = List.copyOf(fates);
    }

    /// What became of one statement, and how that is known.
    public record Fate(RecordedRun.Step step, RecordedRun.Sent statement, Kind kind, String reason) {}

    /// The four things that may have become of a statement.
    public enum Kind {
        COMMITTED("committed"), ROLLED_BACK("rolled back"), HALF_WAY("left half-way"), UNKNOWN("unknown");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /// As people read it.
        public String word() {
            return word;
        }
    }

    /// How many steps the run was to take.
    public int steps() {
        return run.begin().goal().steps();
    }

    /// Whether every step was applied, so that only the end wasn't written down.
    public boolean isThrough() {
        return applied.isPresent() && applied.getAsInt() == steps();
    }

    /// What happened, and what to do next. It stops nothing.
    public Problem problem() {
        return Problem.of(ProblemKind.INTERRUPTED, what(), new Advice(this).text());
    }

    private String what() {
        var who = run.begin().who();
        var steps = applied.isPresent()
                ? "%d of %d steps are applied".formatted(applied.getAsInt(), steps())
                : "the database has moved on since";
        return "The run %s, %s by %s at %s, %s: %s".formatted(run.id(), run.route(), who,
                run.at().truncatedTo(ChronoUnit.SECONDS), ending(), steps);
    }

    private String ending() {
        return run.ending().map(ending -> switch (ending.end().outcome()) {
            case COMPLETED -> "was completed";
            case STOPPED -> "was stopped within a step";
            case FAILED -> "failed within a step";
        }).orElse("has no end");
    }

    /// Statements of a step that isn't applied and that stay all the same.
    public List<Fate> staying() {
        return ofOpenSteps(Kind.COMMITTED);
    }

    /// Indexes that were left half built or half removed.
    public List<Fate> halfWay() {
        return ofOpenSteps(Kind.HALF_WAY);
    }

    /// Statements of which nobody knows.
    public List<Fate> unknown() {
        return ofOpenSteps(Kind.UNKNOWN);
    }

    private List<Fate> ofOpenSteps(Kind kind) {
        return fates.stream().filter(fate -> fate.kind() == kind && fate.step().number() > applied.orElse(0)).toList();
    }
}
