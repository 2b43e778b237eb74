package org.athanor.engine.run;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

import org.athanor.engine.database.Database;
import org.athanor.engine.database.ForeignKeyGuard;
import org.athanor.engine.database.SqlFailure;
import org.athanor.engine.database.VersionTable;
import org.athanor.engine.plan.Plan;
import org.athanor.engine.plan.Step;
import org.athanor.engine.problem.Problem;
import org.athanor.engine.problem.ProblemKind;
import org.athanor.engine.problem.Refusal;
import org.athanor.engine.revision.RevisionId;
import org.athanor.engine.script.Answer;
import org.athanor.engine.script.Performance;
import org.athanor.engine.script.Script;
import org.athanor.engine.sql.Statement;

/// Runs a plan: each step in one transaction, together with its change of the version table. A step that fails is
/// rolled back and ends the run; what went before stays.
public final class Runner {
    private static final Reply UNREAD = executed -> new Answer.Count(Math.max(0, executed.getUpdateCount()));

    private final Database database;
    private final VersionTable versionTable;
    private final RunListener listener;
    private final BooleanSupplier stopRequested;

    public Runner(Database database, VersionTable versionTable, RunListener listener, BooleanSupplier stopRequested) {
        this.database = database;
        this.versionTable = versionTable;
        this.listener = listener;
        this.stopRequested = stopRequested;
    }

    /// Runs the plan if it can be run and the database still stands where the plan starts.
    public RunResult run(Plan plan) {
        plan.refuseUnlessRunnable();
        if (plan.isEmpty()) {
            return finish(new RunResult.Completed(List.of(), plan.from()));
        }
        var connection = database.connect();
        try {
            return finish(new Run(connection, plan).run());
        } catch (SQLException e) {
            throw new Refusal(SqlFailure.explain(e, database.name()));
        } finally {
            close(connection);
        }
    }

    /// What was run stays run, however the connection ends.
    private static void close(Connection connection) {
        try {
            connection.close();
        } catch (SQLException _) {
            // The result has been told; there is nothing to add.
        }
    }

    private RunResult finish(RunResult result) {
        listener.on(new RunEvent.Finished(result));
        return result;
    }

    /// One run on one connection.
    private final class Run {
        private final Connection connection;
        private final Plan plan;
        private final List<Step> applied = new ArrayList<>();
        private final List<String> sent = new ArrayList<>();
        private final List<String> stays = new ArrayList<>();
        private List<RevisionId> heads;

        Run(Connection connection, Plan plan) {
            this.connection = connection;
            this.plan = plan;
            this.heads = plan.from();
        }

        RunResult run() throws SQLException {
            connection.setAutoCommit(false);
            refuseUnlessWhereThePlanStarts();
            listener.on(new RunEvent.Started(plan));
            for (var step : plan.steps()) {
                if (stopRequested.getAsBoolean()) {
                    return stopped();
                }
                var ended = run(step);
                if (ended.isPresent()) {
                    return ended.get();
                }
            }
            return new RunResult.Completed(List.copyOf(applied), heads);
        }

        private void refuseUnlessWhereThePlanStarts() throws SQLException {
            var rows = versionTable.read(connection, database.dialect());
            connection.rollback();
            boolean tableAsPlanned = rows.isEmpty() != plan.setup().isEmpty();
            if (!tableAsPlanned || !rows.orElse(List.of()).equals(plan.from())) {
                throw new Refusal(ProblemKind.VERSION_ROWS_CHANGED,
                        "%s has moved since this was planned".formatted(database.name()),
                        "Somebody else ran a migration. Look at `athanor status` and plan again.");
            }
        }

        /// Runs one step; an ending of the run if it did not go through.
        private Optional<RunResult> run(Step step) throws SQLException {
            int number = applied.size() + 1;
            listener.on(new RunEvent.StepStarted(number, plan.steps().size(), step));
            long started = System.nanoTime();
            try (var guard = ForeignKeyGuard.around(step.statements(), connection, database)) {
                if (!sendAll(step)) {
                    connection.rollback();
                    return Optional.of(stopped());
                }
                var violation = guard.violation();
                if (violation.isPresent()) {
                    rollback();
                    return Optional.of(new RunResult.Failed(List.copyOf(applied), heads, step, violation.get(),
                            List.copyOf(stays)));
                }
                connection.commit();
            } catch (StatementFailed e) {
                rollback();
                return Optional
                        .of(new RunResult.Failed(List.copyOf(applied), heads, step, e.problem, List.copyOf(stays)));
            } catch (SQLException e) {
                rollback();
                var problem = SqlFailure.explainStatement(e, database.name(), whatNow());
                return Optional
                        .of(new RunResult.Failed(List.copyOf(applied), heads, step, problem, List.copyOf(stays)));
            }
            applied.add(step);
            heads = step.headsAfter();
            listener.on(new RunEvent.StepFinished(number, plan.steps().size(), step,
                    Duration.ofNanos(System.nanoTime() - started)));
            return Optional.empty();
        }

        /// False if it was asked to stop on the way.
        private boolean sendAll(Step step) throws SQLException, StatementFailed {
            try {
                sendScript(step);
                return true;
            } catch (StopAsked _) {
                return false;
            }
        }

        private void sendScript(Step step) throws StatementFailed {
            if (applied.isEmpty()) {
                for (var statement : plan.setup()) {
                    send(step, statement);
                }
            }
            sent.clear();
            stays.clear();
            if (step.script() instanceof Script.Live live) {
                perform(step, live.performance());
            } else {
                for (var statement : step.statements()) {
                    sendKnown(step, statement);
                }
            }
            for (var statement : step.versionStatements()) {
                if (send(step, statement) != 1) {
                    throw new StatementFailed(Problem.of(ProblemKind.VERSION_ROWS_CHANGED,
                            "The version table did not hold the expected row: " + statement,
                            "Somebody else ran a migration meanwhile. " + whatNow()));
                }
            }
        }

        private long send(Step step, Statement statement) throws StatementFailed {
            try {
                return count(send(step, statement, UNREAD));
            } catch (SQLException e) {
                throw new StatementFailed(explain(step, statement, e));
            }
        }

        private void sendKnown(Step step, Statement statement) throws StatementFailed {
            try {
                sendOwn(step, statement, UNREAD);
            } catch (SQLException e) {
                throw new StatementFailed(explain(step, statement, e));
            }
        }

        /// A step that asks the database sends its statements itself.
        private void perform(Step step, Performance performance) throws StatementFailed {
            var ended = performance.perform(new StepConversation(connection, database,
                    (statement, reader) -> sendOwn(step, statement, reader::read)));
            if (ended.isPresent()) {
                throw new StatementFailed(afterwards(ended.get()));
            }
        }

        private Problem afterwards(Problem problem) {
            var hint = problem.kind() == ProblemKind.STATEMENT_FAILED ? whatNow() : problem.hint();
            return new Problem(problem.kind(), problem.place(), problem.message(), hint);
        }

        /// A statement of the revision, in the transaction or outside of it.
        private Answer sendOwn(Step step, Statement statement, Reply reply) throws SQLException {
            if (stopRequested.getAsBoolean() && stays.isEmpty()) {
                throw new StopAsked();
            }
            return statement.transactional() ? send(step, statement, reply) : sendAlone(step, statement, reply);
        }

        /// Outside of a transaction: what the step did before is committed first, and this stays whatever comes.
        private Answer sendAlone(Step step, Statement statement, Reply reply) throws SQLException {
            connection.commit();
            stays.addAll(sent);
            sent.clear();
            connection.setAutoCommit(true);
            try {
                var answer = send(step, statement, reply);
                stays.addAll(sent);
                sent.clear();
                return answer;
            } finally {
                connection.setAutoCommit(false);
            }
        }

        private Answer send(Step step, Statement statement, Reply reply) throws SQLException {
            listener.on(new RunEvent.StatementStarted(step, statement));
            long started = System.nanoTime();
            try (var jdbc = connection.createStatement()) {
                jdbc.setEscapeProcessing(false);
                jdbc.execute(statement.text());
                var answer = reply.read(jdbc);
                sent.add(statement.text());
                listener.on(new RunEvent.StatementFinished(step, statement, count(answer),
                        Duration.ofNanos(System.nanoTime() - started)));
                return answer;
            }
        }

        private static long count(Answer answer) {
            return switch (answer) {
                case Answer.Count(var rows) -> rows;
                case Answer.Rows _ -> 0;
            };
        }

        private Problem explain(Step step, Statement statement, SQLException e) {
            var hint = "In: " + statement.text().lines().findFirst().orElse("") + "\n  " + whatNow();
            var problem = SqlFailure.explainStatement(e, database.name(), hint);
            boolean ofTheFile = problem.kind() == ProblemKind.STATEMENT_FAILED;
            return step.revision().filter(_ -> ofTheFile).map(
                    r -> Problem.at(r.path(), statement.line(), problem.kind(), problem.message(), problem.hint()))
                    .orElse(problem);
        }

        private String whatNow() {
            var undone = stays.isEmpty()
                    ? "The step was rolled back"
                    : "Some of the step's statements could not be rolled back and stay; undo them by hand";
            return undone + ". The steps before it stay applied. Mend the file and run again.";
        }

        private RunResult stopped() {
            var remaining = plan.steps().subList(applied.size(), plan.steps().size());
            return new RunResult.Stopped(List.copyOf(applied), heads, List.copyOf(remaining));
        }

        /// A rollback that fails (the connection is gone) means that the database rolled back by itself.
        private void rollback() {
            try {
                connection.rollback();
            } catch (SQLException _) {
                // The step's own failure is what is told.
            }
        }
    }

    /// What is taken from the driver once a statement is executed.
    private interface Reply {
        Answer read(java.sql.Statement executed) throws SQLException;
    }

    /// Somebody asked to stop before a statement was sent.
    private static final class StopAsked extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /// Carries a statement's failure up to its step.
    private static final class StatementFailed extends Exception {
        private static final long serialVersionUID = 1;
        private final transient Problem problem;

        StatementFailed(Problem problem) {
            super(problem.message());
            this.problem = problem;
        }
    }
}
