package org.athanor.engine.run;

import java.util.ArrayList;
import java.util.List;

import org.athanor.engine.plan.Plan;
import org.athanor.engine.plan.Step;
import org.athanor.engine.revision.RevisionId;
import org.athanor.engine.run.RunResult.Leftovers;
import org.athanor.engine.sql.Statement;

/// Keeps apart what is committed and what isn't yet: only the former is ever told as applied.
final class Ledger {
    private final Plan plan;

    /// Committed: steps with their version rows, and where the database stands.
    private final List<Step> applied = new ArrayList<>();
    private List<RevisionId> heads;
    private boolean isSetUp;
    /// Committed as well: statements of the step under way, which left its transaction.
    private final List<String> stays = new ArrayList<>();

    /// In the open transaction: whole steps, and statements of the step under way.
    private final List<Step> done = new ArrayList<>();
    private final List<String> sent = new ArrayList<>();

    Ledger(Plan plan) {
        this.plan = plan;
        this.heads = plan.from();
        this.isSetUp = plan.setup().isEmpty();
    }

    /// Whether the version table is still to be made, by the next step.
    boolean needsSetup() {
        return !isSetUp && done.isEmpty();
    }

    /// Whether the step under way has left its transaction, so that it can't be taken back as a whole.
    boolean isPartlyCommitted() {
        return !stays.isEmpty();
    }

    boolean isAllApplied() {
        return applied.size() == plan.steps().size();
    }

    int appliedSteps() {
        return applied.size();
    }

    List<Step> applied() {
        return List.copyOf(applied);
    }

    List<Step> remaining() {
        return List.copyOf(plan.steps().subList(applied.size(), plan.steps().size()));
    }

    List<RevisionId> heads() {
        return heads;
    }

    /// Where the database stands if the open transaction is committed.
    List<RevisionId> headsAfterCommit() {
        return done.isEmpty() ? heads : done.getLast().headsAfter();
    }

    /// What stays of the step under way, and indexes that it left half built.
    Leftovers leftovers(List<String> invalidIndexes) {
        return new Leftovers(stays, invalidIndexes);
    }

    /// How many statements of the step under way the open transaction holds.
    int sentStatements() {
        return sent.size();
    }

    void sent(Statement statement) {
        sent.add(statement.text());
    }

    /// A statement outside of a transaction has gone through.
    void sentAlone(Statement statement) {
        stays.add(statement.text());
    }

    void stepDone(Step step) {
        done.add(step);
        sent.clear();
    }

    /// The transaction is committed on the way through a step; what was told for sure.
    RunEvent.Committed committedOnTheWay() {
        sent.stream().filter(text -> !isOfSetup(text)).forEach(stays::add);
        sent.clear();
        return committed();
    }

    /// The version table is no part of a step, and nobody has to undo it.
    private boolean isOfSetup(String text) {
        return plan.setup().stream().anyMatch(statement -> statement.text().equals(text));
    }

    /// The transaction is committed at a step's end.
    RunEvent.Committed committedAtEnd() {
        stays.clear();
        return committed();
    }

    private RunEvent.Committed committed() {
        heads = headsAfterCommit();
        applied.addAll(done);
        isSetUp = true;
        var event = new RunEvent.Committed(done, heads);
        done.clear();
        return event;
    }

    void rolledBack() {
        done.clear();
        sent.clear();
    }
}
