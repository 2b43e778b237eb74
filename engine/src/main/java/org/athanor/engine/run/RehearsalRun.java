package org.athanor.engine.run;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

import org.athanor.engine.database.Database;
import org.athanor.engine.database.ForeignKeyGuard;
import org.athanor.engine.database.Lookout;
import org.athanor.engine.database.Lookout.TransactionGone;
import org.athanor.engine.database.Sequences;
import org.athanor.engine.database.SqlFailure;
import org.athanor.engine.dialect.Product;
import org.athanor.engine.guard.Environment;
import org.athanor.engine.guard.RehearsalGate;
import org.athanor.engine.plan.Plan;
import org.athanor.engine.plan.Step;
import org.athanor.engine.plan.Transactions;
import org.athanor.engine.problem.Problem;
import org.athanor.engine.problem.ProblemKind;
import org.athanor.engine.run.RehearsalResult.Ending;
import org.athanor.engine.run.RehearsedStatement.Part;
import org.athanor.engine.run.RehearsedStep.Outcome;
import org.athanor.engine.run.StepFailure.Remedy;
import org.athanor.engine.script.Answer;
import org.athanor.engine.sql.Statement;
import org.athanor.engine.sql.StatementScanner;

/// One rehearsal of one plan: the whole of it in one transaction that is rolled back, whatever happens.
final class RehearsalRun implements ScriptRun.Hand {
    /// A new value of an enumeration is used, and a table is altered whose deferred checks are pending: both go well once the
    /// step before is committed.
    private static final Set<String> NEED_A_COMMIT = Set.of("55P04", "55006");

    private final Plan plan;
    private final Database database;
    private final Sender sender;
    private final Stop stop;
    private final RunOptions options;
    private final RehearsalNotes notes;
    private final RehearsalGate gate;
    private final StatementScanner scanner;
    private Optional<Lookout> lookout = Optional.empty();
    private Optional<Sequences> sequences = Optional.empty();
    private boolean refused;

    RehearsalRun(Plan plan, Database database, Sender sender, Stop stop, RunOptions options, RehearsalNotes notes) {
        this.plan = plan;
        this.database = database;
        this.sender = sender;
        this.stop = stop;
        this.options = options;
        this.notes = notes;
        this.gate = new RehearsalGate(database.dialect());
        this.scanner = new StatementScanner(database.dialect().syntax());
    }

    /// The number of the last transaction that was rolled back, where it had one.
    OptionalLong transaction() {
        return lookout.map(Lookout::transaction).orElse(OptionalLong.empty());
    }

    Ending run() {
        sender.tell(new RunEvent.Started(plan, options));
        return switch (new Attempts(sender, stop, options.patience()).at(this::attempt, _ -> true)) {
            case Attempts.Outcome.Through _ -> new Ending.Completed();
            case Attempts.Outcome.Stopped _ -> {
                sender.rethrowWhatTheListenerThrew();
                yield new Ending.Stopped();
            }
            case Attempts.Outcome.Failed(var failure) -> ended(failure);
        };
    }

    private void attempt() throws StopAsked, StepFailure {
        notes.beginAgain();
        refused = false;
        var step = plan.steps().getFirst();
        var statements = plan.steps().stream().flatMap(s -> s.statements().stream()).toList();
        try (var guard = ForeignKeyGuard.around(statements, sender.connection(), database)) {
            try {
                open(step);
                for (int i = 0; i < plan.steps().size(); i++) {
                    step = plan.steps().get(i);
                    perform(i + 1, step);
                }
                var violation = guard.violation();
                if (violation.isPresent()) {
                    throw new StepFailure(step, violation.get(), Remedy.MEND);
                }
            } finally {
                sender.rollback();
            }
        } catch (SQLException e) {
            throw sender.failure(step, e);
        }
    }

    /// Begins the transaction and looks around before anything is done in it.
    private void open(Step first) throws SQLException, StepFailure {
        sender.prepare(first, Statement.of("BEGIN"), List.of());
        refuseIfTextsAreReadOtherwise(first);
        lookout = Optional.of(Lookout.in(sender.connection(), database.dialect().product()));
        sequences = Optional.of(Sequences.read(sender.connection(), database.dialect().product()));
    }

    /// Only what is surely no `COMMIT` may be sent, and that is seen only where texts end at their quote.
    private void refuseIfTextsAreReadOtherwise(Step first) throws SQLException, StepFailure {
        if (database.dialect().product() == Product.SQLITE) {
            return;
        }
        try (var question = sender.connection().createStatement();
                var row = question.executeQuery("SHOW " + RehearsalGate.READING_OF_TEXTS)) {
            if (row.next() && row.getString(1).equals("off")) {
                throw new StepFailure(first, Problem.of(ProblemKind.NOT_SUPPORTED,
                        "%s is off here, so where a statement ends can't be told for sure"
                                .formatted(RehearsalGate.READING_OF_TEXTS),
                        "Nothing was sent. Switch it on for this user or database to rehearse."), Remedy.MEND);
            }
        }
    }

    private void perform(int number, Step step) throws SQLException, StopAsked, StepFailure {
        stop.endIfRequested();
        sender.tell(new RunEvent.StepStarted(number, plan.steps().size(), step));
        notes.stepStarted();
        try {
            if (number == 1) {
                for (var statement : plan.setup()) {
                    sender.send(step, statement);
                    look(step, statement, Part.SETUP);
                }
            }
            new ScriptRun(database, sender, this).perform(step, 0);
            for (var statement : step.versionStatements()) {
                sender.sendForOneRow(step, statement);
                look(step, statement, Part.VERSION);
            }
            if (plan.transactions() == Transactions.ONE_PER_STEP || number == plan.steps().size()) {
                lookout.orElseThrow().checkAsCommitWould();
            }
        } catch (StopAsked e) {
            notes.stepEnded(step, Outcome.STOPPED);
            throw e;
        } catch (StepFailure failure) {
            notes.stepEnded(step, failure.remedy() == Remedy.CANCELLED ? Outcome.STOPPED : Outcome.FAILED);
            throw failure;
        } catch (SQLException e) {
            notes.stepEnded(step, Outcome.FAILED);
            throw e;
        }
        sender.tell(new RunEvent.StepFinished(number, plan.steps().size(), step, notes.stepFinished(step)));
    }

    @Override
    public void send(Step step, Statement statement) throws SQLException, StopAsked, StepFailure {
        stop.endIfRequested();
        if (isLeftOut(step, statement)) {
            return;
        }
        try {
            sender.send(step, statement);
        } catch (StepFailure failure) {
            notes.refused(statement, Part.SCRIPT, failure.problem().message());
            throw failure;
        }
        look(step, statement, Part.SCRIPT);
    }

    @Override
    public Answer ask(Step step, Statement statement, AnswerReader reader)
            throws SQLException, StopAsked, StepFailure {
        stop.endIfRequested();
        if (isLeftOut(step, statement)) {
            return new Answer.Count(0);
        }
        Answer answer;
        try {
            answer = sender.ask(step, statement, reader::read);
        } catch (SQLException e) {
            refused = true;
            notes.refused(statement, Part.SCRIPT, SqlFailure.message(e));
            lookAfterRefusal(step, e);
            throw e;
        }
        look(step, statement, Part.SCRIPT);
        return answer;
    }

    /// What can't be rehearsed is named; for all else the way is made free, so that nothing of it stays.
    private boolean isLeftOut(Step step, Statement statement) throws StepFailure {
        var words = scanner.leadingWords(statement.text(), 2);
        var all = sequences.orElseThrow();
        var reason = gate.objection(statement);
        if (reason.isEmpty() && !refused && options.policy().environment() != Environment.PRODUCTION) {
            sender.prepare(step, statement, all.keepBefore(statement.text(), words));
        }
        if (reason.isEmpty() && all.setsForGood(statement.text())) {
            reason = Optional.of("setval() isn't rolled back, and the sequence can't be held here");
        }
        if (!words.isEmpty() && words.getFirst().equals("ROLLBACK")) {
            all.forget();
        }
        if (reason.isEmpty()) {
            return false;
        }
        notes.leftOut(statement, Part.SCRIPT, reason.get());
        sender.tell(new RunEvent.LeftOut(step, statement, reason.get()));
        return true;
    }

    private void look(Step step, Statement statement, Part part) throws SQLException, StepFailure {
        refused = false;
        try {
            notes.sent(statement, part, lookout.orElseThrow().look());
        } catch (TransactionGone _) {
            throw gone(step, statement);
        }
    }

    private void lookAfterRefusal(Step step, SQLException refusal) throws SQLException, StepFailure {
        if (SqlFailure.isConnectionLost(refusal)) {
            return;
        }
        try {
            lookout.orElseThrow().lookAfterRefusal();
        } catch (TransactionGone _) {
            throw gone(step, Statement.of("ROLLBACK"));
        }
    }

    private StepFailure gone(Step step, Statement statement) {
        return new StepFailure(step, Problem.of(ProblemKind.DATABASE_ERROR,
                "The transaction of the rehearsal ended on the way: " + statement,
                "Nothing more was sent. Look at the comparison: it tells whether anything has stayed."), Remedy.MEND);
    }

    /// Whether a run would fail, too, can't be told where it would have been in another situation.
    private Ending ended(StepFailure failure) {
        var reasons = new ArrayList<String>();
        if (notes.hasGap()) {
            reasons.add("Something before it was left out, on which it may depend.");
        }
        if (plan.transactions() == Transactions.ONE_PER_STEP && sender.lastState().filter(NEED_A_COMMIT::contains)
                .isPresent() && plan.steps().indexOf(failure.step()) > 0) {
            reasons.add("In a run the steps before it are committed by then.");
        }
        var problem = failure.problem();
        if (reasons.isEmpty()) {
            return new Ending.Failed(failure.step(), problem);
        }
        var hint = String.join(" ", reasons) + " Whether a run would fail here can't be told.";
        return new Ending.Undecided(failure.step(), new Problem(problem.kind(), problem.place(), problem.message(),
                problem.hint().isEmpty() ? hint : problem.hint() + "\n  " + hint));
    }
}
