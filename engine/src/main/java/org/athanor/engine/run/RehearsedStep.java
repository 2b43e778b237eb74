package org.athanor.engine.run;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.athanor.engine.database.TableLock;
import org.athanor.engine.plan.Step;
import org.athanor.engine.run.RehearsedStatement.Part;
import org.athanor.engine.schema.TableName;

/// What a rehearsal tells of a step: the statements that were really sent, and those that were left out.
public record RehearsedStep(Step step, Outcome outcome, List<RehearsedStatement> statements, Duration took) {
    /// How far a step was rehearsed: all of it, after all that goes before it; all of it, but something before it was left out
    /// on which it may depend; in part, because some of its statements were left out; it failed; it was begun and not
    /// finished; or the rehearsal ended before it.
    public enum Outcome {
        REHEARSED, AFTER_A_GAP, IN_PART, FAILED, STOPPED, NOT_REACHED;

        /// The name used in JSON: `after-a-gap`.
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public RehearsedStep {
        statements = List.copyOf(statements);
    }

    static RehearsedStep notReached(Step step) {
        return new RehearsedStep(step, Outcome.NOT_REACHED, List.of(), Duration.ZERO);
    }

    /// The statements of the revision itself, without the version table's.
    public List<RehearsedStatement> script() {
        return statements.stream().filter(s -> s.part() == Part.SCRIPT).toList();
    }

    public List<RehearsedStatement.Sent> sent() {
        return statements.stream().flatMap(s -> s instanceof RehearsedStatement.Sent sent
                ? Stream.of(sent)
                : Stream.empty()).toList();
    }

    public List<RehearsedStatement.LeftOut> leftOut() {
        return statements.stream().flatMap(s -> s instanceof RehearsedStatement.LeftOut left
                ? Stream.of(left)
                : Stream.empty()).toList();
    }

    /// The rows that its script touched.
    public long rows() {
        return sent().stream().filter(s -> s.part() == Part.SCRIPT).mapToLong(RehearsedStatement.Sent::rows).sum();
    }

    public List<TableLock> locks() {
        return sent().stream().flatMap(s -> s.locks().stream()).distinct().toList();
    }

    public List<TableName> rewritten() {
        return sent().stream().flatMap(s -> s.rewritten().stream()).distinct().toList();
    }
}
