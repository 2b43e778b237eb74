package org.athanor.engine.run;

import java.sql.SQLException;
import java.util.Optional;

import org.athanor.engine.database.Database;
import org.athanor.engine.database.ForeignKeyGuard;
import org.athanor.engine.database.SqlFailure;
import org.athanor.engine.plan.Step;
import org.athanor.engine.run.StepFailure.Remedy;
import org.athanor.engine.script.Answer;
import org.athanor.engine.script.Performance;
import org.athanor.engine.script.Script;
import org.athanor.engine.sql.Statement;

/// Goes through what a revision itself does, one statement after the other, or in a conversation with the database. How a
/// statement is sent is the affair of its hand: a run's, or a rehearsal's.
final class ScriptRun {
    private final Database database;
    private final Sender sender;
    private final Hand hand;
    /// The last statement was cancelled: no fault of the file, unless that goes on.
    private Optional<StepFailure> unanswered = Optional.empty();

    /// Sends the statements of scripts.
    interface Hand {
        /// A statement that was known before.
        void send(Step step, Statement statement) throws SQLException, StopAsked, StepFailure;

        /// A statement whose answer the script waits for.
        Answer ask(Step step, Statement statement, AnswerReader reader) throws SQLException, StopAsked, StepFailure;
    }

    ScriptRun(Database database, Sender sender, Hand hand) {
        this.database = database;
        this.sender = sender;
        this.hand = hand;
    }

    /// Performs a step's script; one that is known statement by statement may be taken up at one of them.
    void perform(Step step, int from) throws SQLException, StopAsked, StepFailure {
        switch (step.script()) {
            case Script.Static(var statements, _) -> {
                for (int i = from; i < statements.size(); i++) {
                    hand.send(step, statements.get(i));
                }
            }
            case Script.Live live -> converse(step, live.performance());
            case Script.Unreadable _ -> throw new IllegalStateException("not runnable: " + step.name());
        }
    }

    /// A step that asks the database sends its statements itself.
    private void converse(Step step, Performance performance) throws StopAsked, StepFailure {
        try {
            var ended = performance.perform(new StepConversation(sender.connection(), database,
                    (statement, reader) -> answer(step, statement, reader)));
            if (ended.isPresent()) {
                throw unanswered.isPresent() ? unanswered.get() : new StepFailure(step, ended.get(), Remedy.MEND);
            }
        } catch (BrokenOff e) {
            if (e.failure().isPresent()) {
                throw e.failure().get();
            }
            throw new StopAsked();
        }
    }

    /// What the script makes of a refusal is its own affair, unless the run can't go on or shall begin the step again.
    private Answer answer(Step step, Statement statement, AnswerReader reader) throws SQLException {
        var objection = ForeignKeyGuard.objection(statement, sender.connection(), database);
        if (objection.isPresent()) {
            throw new BrokenOff(Optional.of(new StepFailure(step, objection.get(), Remedy.MEND)));
        }
        unanswered = Optional.empty();
        try {
            return hand.ask(step, statement, reader);
        } catch (StopAsked _) {
            throw new BrokenOff(Optional.empty());
        } catch (StepFailure failure) {
            throw new BrokenOff(Optional.of(failure));
        } catch (SQLException e) {
            var failure = sender.failure(step, statement, e);
            if (failure.remedy() == Remedy.MEND) {
                throw e;
            }
            if (SqlFailure.isCancelled(e) && failure.remedy() == Remedy.RUN_AGAIN) {
                unanswered = Optional.of(failure);
                throw e;
            }
            throw new BrokenOff(Optional.of(failure));
        }
    }

    /// Ends the conversation with a script, whatever the script would make of it.
    private static final class BrokenOff extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final transient Optional<StepFailure> failure;

        BrokenOff(Optional<StepFailure> failure) {
            this.failure = failure;
        }

        Optional<StepFailure> failure() {
            return failure;
        }
    }
}
