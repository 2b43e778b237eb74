package org.athanor.engine.run;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.athanor.engine.database.ConcurrentIndex;
import org.athanor.engine.database.ConcurrentIndex.HalfBuilt;
import org.athanor.engine.database.Database;
import org.athanor.engine.database.ForeignKeyGuard;
import org.athanor.engine.database.RunLock;
import org.athanor.engine.database.SqlFailure;
import org.athanor.engine.plan.Plan;
import org.athanor.engine.plan.Step;
import org.athanor.engine.plan.Transactions;
import org.athanor.engine.problem.Problem;
import org.athanor.engine.problem.ProblemKind;
import org.athanor.engine.run.Attempts.Outcome;
import org.athanor.engine.run.StepFailure.Remedy;
import org.athanor.engine.script.Answer;
import org.athanor.engine.script.Script;
import org.athanor.engine.sql.Statement;

/// One run of one plan, transaction by transaction.
final class Run implements ScriptRun.Hand {
    private final Plan plan;
    private final Database database;
    private final Standing standing;
    private final RunLock lock;
    private final Sender sender;
    private final Stop stop;
    private final RunOptions options;
    private final Ledger ledger;
    /// The statement of the step under way with which it goes on, if its transaction is tried again.
    private int resumeAt;
    /// The indexes that nobody could use when the first statement that is like to leave some was about to be sent.
    private Optional<Set<String>> invalidBefore = Optional.empty();

    Run(Plan plan, Database database, Standing standing, RunLock lock, Sender sender, Stop stop, RunOptions options) {
        this.plan = plan;
        this.database = database;
        this.standing = standing;
        this.lock = lock;
        this.sender = sender;
        this.stop = stop;
        this.options = options;
        this.ledger = new Ledger(plan);
    }

    RunResult run() {
        while (!ledger.isAllApplied()) {
            var ended = transaction();
            if (ended.isPresent()) {
                return ended.get();
            }
        }
        return new RunResult.Completed(ledger.applied(), ledger.heads());
    }

    /// One transaction, again if others were in its way; an ending of the run if it didn't go through.
    private Optional<RunResult> transaction() {
        return switch (new Attempts(sender, stop, options.patience()).at(this::attempt, this::canBeginAgain)) {
            case Outcome.Through _ -> Optional.empty();
            case Outcome.Stopped _ -> Optional.of(stopped());
            case Outcome.Failed(var failure) -> Optional.of(failed(failure));
        };
    }

    private void attempt() throws StopAsked, StepFailure {
        try {
            perform();
        } catch (StopAsked | StepFailure e) {
            sender.rollback();
            ledger.rolledBack();
            throw e;
        }
    }

    private void perform() throws StopAsked, StepFailure {
        int first = ledger.appliedSteps();
        int end = plan.transactions() == Transactions.ONE_PER_STEP ? first + 1 : plan.steps().size();
        var statements = plan.steps().subList(first, end).stream().flatMap(s -> s.statements().stream()).toList();
        var step = plan.steps().get(first);
        try (var guard = ForeignKeyGuard.around(statements, sender.connection(), database)) {
            refuseWithoutLock(step);
            for (int i = first; i < end; i++) {
                step = plan.steps().get(i);
                stop.endIfRequested();
                perform(i + 1, step);
                if (ledger.isPartlyCommitted()) {
                    break; // It left its transaction: its version row mustn't be lost with a step that follows.
                }
            }
            var violation = guard.violation();
            if (violation.isPresent()) {
                throw new StepFailure(step, violation.get(), Remedy.MEND);
            }
            commit(step);
            resumeAt = 0;
            sender.tell(ledger.committedAtEnd());
        } catch (SQLException e) {
            throw sender.failure(step, e);
        }
    }

    /// A lock that was lost (its connection was cut) lets others in.
    private void refuseWithoutLock(Step step) throws StepFailure {
        boolean held;
        try {
            held = lock.isHeld();
        } catch (SQLException _) {
            held = false;
        }
        if (!held) {
            throw new StepFailure(step, Problem.of(ProblemKind.RUN_UNDER_WAY,
                    "The lock that keeps other runs out of %s was lost".formatted(database.name()),
                    "Its connection was cut, or a pooler that shares sessions stands between: connect directly."),
                    Remedy.MEND);
        }
    }

    private void perform(int number, Step step) throws SQLException, StopAsked, StepFailure {
        sender.tell(new RunEvent.StepStarted(number, plan.steps().size(), step));
        long started = System.nanoTime();
        if (ledger.needsSetup()) {
            for (var statement : plan.setup()) {
                sender.send(step, statement);
            }
        }
        new ScriptRun(database, sender, this).perform(step, resumeAt);
        for (var statement : step.versionStatements()) {
            sender.sendForOneRow(step, statement);
        }
        ledger.stepDone(step);
        sender.tell(new RunEvent.StepFinished(number, plan.steps().size(), step,
                Duration.ofNanos(System.nanoTime() - started)));
    }

    /// A statement whose answer the script waits for.
    @Override
    public Answer ask(Step step, Statement statement, AnswerReader reader)
            throws SQLException, StopAsked, StepFailure {
        if (!ledger.isPartlyCommitted()) {
            stop.endIfRequested();
        }
        if (statement.transactional()) {
            var answer = sender.ask(step, statement, reader::read);
            ledger.sent(statement);
            return answer;
        }
        commit(step);
        sender.tell(ledger.committedOnTheWay());
        beforeAlone(step, statement);
        var answer = sender.askAlone(step, statement, reader::read);
        afterAlone(step, statement);
        return answer;
    }

    /// A statement of the revision, in the transaction or outside of it.
    @Override
    public void send(Step step, Statement statement) throws SQLException, StopAsked, StepFailure {
        if (!ledger.isPartlyCommitted()) {
            stop.endIfRequested();
        }
        if (statement.transactional()) {
            sender.send(step, statement);
            ledger.sent(statement);
        } else {
            resumeAt += ledger.sentStatements();
            commit(step);
            sender.tell(ledger.committedOnTheWay());
            beforeAlone(step, statement);
            sender.sendAlone(step, statement);
            afterAlone(step, statement);
            resumeAt++;
        }
    }

    private void beforeAlone(Step step, Statement statement) throws SQLException, StepFailure {
        if (sender.isConcurrent(statement)) {
            invalidBefore = invalidBefore.or(() -> Optional.of(standing.invalidIndexes()));
            refuseHalfBuilt(step, statement);
        }
    }

    /// Outside of a transaction: it stays whatever comes.
    private void afterAlone(Step step, Statement statement) throws SQLException, StepFailure {
        ledger.sentAlone(statement);
        refuseHalfBuilt(step, statement);
    }

    /// With `IF NOT EXISTS` a half-built index would pass for the real one. The plan drops what it knew of; this wasn't there
    /// then, or somebody was still at work on it.
    private void refuseHalfBuilt(Step step, Statement statement) throws SQLException, StepFailure {
        var index = ConcurrentIndex.of(statement, database.dialect());
        var found = index.isPresent() ? index.get().leftover(sender.connection()) : Optional.<HalfBuilt>empty();
        if (found.isPresent()) {
            throw new StepFailure(step, Problem.of(ProblemKind.STATEMENT_FAILED, found.get().text(),
                    found.get().worker().isPresent()
                            ? "Wait until that has ended."
                            : "Remove it with `%s;`, or let a new plan do so.".formatted(found.get().drop())),
                    Remedy.RUN_AGAIN);
        }
    }

    /// If the connection breaks while the commit is under way, only the database knows whether that went through.
    private void commit(Step step) throws SQLException, StepFailure {
        try {
            sender.commit();
        } catch (SQLException e) {
            if (!SqlFailure.isConnectionLost(e)) {
                throw e;
            }
            var rows = standing.rowsAfter(sender.backend());
            boolean tells = !ledger.headsAfterCommit().equals(ledger.heads());
            if (tells && rows.filter(ledger.headsAfterCommit()::equals).isPresent()) {
                return;
            }
            var became = tells && rows.filter(ledger.heads()::equals).isPresent()
                    ? "it was rolled back"
                    : "it can't be known what became of it";
            throw new StepFailure(step, Problem.of(ProblemKind.DATABASE_ERROR,
                    "The connection broke while the step was committed; " + became, ""), Remedy.LOOK);
        }
    }

    /// A script that left its transaction can't be begun again, unless it is known statement by statement.
    private boolean canBeginAgain(StepFailure failure) {
        return !ledger.isPartlyCommitted() || failure.step().script() instanceof Script.Static;
    }

    private RunResult stopped() {
        sender.rethrowWhatTheListenerThrew();
        return new RunResult.Stopped(ledger.applied(), ledger.heads(), ledger.remaining(),
                ledger.leftovers(newInvalidIndexes()));
    }

    private RunResult failed(StepFailure failure) {
        var leftovers = ledger.leftovers(newInvalidIndexes());
        var before = plan.steps().indexOf(failure.step()) - ledger.appliedSteps();
        return new RunResult.Failed(ledger.applied(), ledger.heads(), failure.step(),
                failure.problemAndAdvice(leftovers, before, ledger.appliedSteps()), leftovers);
    }

    /// What statements that build or drop concurrently have left half-way.
    private List<String> newInvalidIndexes() {
        if (invalidBefore.isEmpty()) {
            return List.of();
        }
        var invalid = standing.invalidIndexes();
        invalid.removeAll(invalidBefore.get());
        return List.copyOf(invalid);
    }
}
