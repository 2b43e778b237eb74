package org.athanor.app.ui.plan;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.athanor.app.profile.Profile;
import org.athanor.app.text.Messages;
import org.athanor.engine.database.BeforeAndAfter.Comparison;
import org.athanor.engine.hazard.Hazard;
import org.athanor.engine.plan.Move;
import org.athanor.engine.plan.Plan;
import org.athanor.engine.plan.Step;
import org.athanor.engine.plan.VersionChange;
import org.athanor.engine.problem.Problem;
import org.athanor.engine.revision.RevisionId;
import org.athanor.engine.run.RehearsalResult;
import org.athanor.engine.run.RehearsalResult.Ending;
import org.athanor.engine.run.RunResult;

/// A plan and its ending in words.
final class PlanWords {
    private static final int SHORT_ID = 8;

    private final Messages messages;
    private final Profile profile;

    PlanWords(Messages messages, Profile profile) {
        this.messages = messages;
        this.profile = profile;
    }

    String title(Plan plan) {
        return messages.text("plan.title", profile.name(), ids(plan.from()), ids(plan.to()), plan.steps().size(),
                plan.hazards().size());
    }

    String run(Plan plan) {
        return messages.text(plan.move() == Move.STAMP ? "plan.stamp" : "plan.run", plan.steps().size(), profile.name(),
                messages.text(profile.environment().messageKey()));
    }

    /// Where a stamp puts the database, in full.
    String place(Plan plan) {
        return plan.to().isEmpty()
                ? messages.text("plan.base")
                : plan.to().stream().map(RevisionId::value).collect(Collectors.joining(", "));
    }

    String contradicted(Plan plan) {
        return messages.text("stamp.contradicted", profile.name(), place(plan));
    }

    String kind(Step step) {
        return switch (step.kind()) {
            case STATIC -> messages.text("plan.kind.static");
            case LIVE -> messages.text("plan.kind.live");
            case UNREADABLE -> messages.text("plan.kind.unreadable");
        };
    }

    String direction(Step step) {
        return messages.text(switch (step.move()) {
            case UPGRADE -> "plan.step.upgrade";
            case DOWNGRADE -> "plan.step.downgrade";
            case STAMP -> "plan.step.stamp";
        }, step.name(), step.title());
    }

    String changes(Step step) {
        return step.versionChanges().stream().map(this::change).collect(Collectors.joining("\n"));
    }

    private String change(VersionChange change) {
        return switch (change) {
            case VersionChange.Insert(var id) -> messages.text("plan.version.insert", id);
            case VersionChange.Delete(var id) -> messages.text("plan.version.delete", id);
            case VersionChange.Update(var from, var to) -> messages.text("plan.version.update", from, to);
        };
    }

    String hazard(Hazard hazard) {
        return hazard.statement().map(statement -> messages.text("plan.hazard", hazard.message(),
                statement.text().lines().findFirst().orElse(""))).orElse(hazard.message());
    }

    String progress(PlanState.Running running) {
        var step = running.plan().steps().get(running.number() - 1);
        var key = running.stopping()
                ? "plan.stopping"
                : running.rehearsal() ? "plan.rehearsing" : "plan.progress";
        return messages.text(key, running.number(), running.plan().steps().size(), step.name(), step.title(),
                Math.max(1, running.statement()), statements(step));
    }

    /// How much of the run is done, between 0 and 1.
    double share(PlanState.Running running) {
        var plan = running.plan();
        double ofStep = Math.max(0, running.statement() - 1)
                / (double) statements(plan.steps().get(running.number() - 1));
        return (running.number() - 1 + Math.min(1, ofStep)) / plan.steps().size();
    }

    /// The script's and the version table's.
    private static int statements(Step step) {
        return Math.max(1, step.statements().size() + step.versionStatements().size());
    }

    String result(RunResult result) {
        int applied = result.applied().size();
        return switch (result) {
            case RunResult.Completed done when isStamp(done) -> messages.text("plan.stamped", profile.name(),
                    ids(done.heads()));
            case RunResult.Completed done -> messages.text("plan.completed", applied, profile.name(),
                    ids(done.heads()));
            case RunResult.Stopped stopped -> messages.text("plan.stopped", applied, stopped.remaining().size(),
                    ids(stopped.heads()));
            case RunResult.Failed failed -> messages.text("plan.failed", applied, failed.step().name(),
                    ids(failed.heads()));
        };
    }

    String rehearsal(RehearsalResult result) {
        var back = messages.text(result.comparison().isAsBefore() ? "rehearsal.back" : "rehearsal.end");
        var ending = switch (result.ending()) {
            case Ending.Completed _ ->
                messages.text("rehearsal.completed", result.steps().size(), ids(result.plan().to()), back);
            case Ending.Failed(var step, _) -> messages.text("rehearsal.failed", step.name(), back);
            case Ending.Undecided(var step, _) -> messages.text("rehearsal.undecided", step.name(), back);
            case Ending.Stopped _ -> messages.text("rehearsal.stopped", back);
        };
        var left = result.leftOut().size();
        var gap = left == 0 ? "" : " " + messages.text("rehearsal.left-out", left);
        return ending + gap + " " + comparison(result.comparison());
    }

    private String comparison(Comparison comparison) {
        if (comparison.unknown().isPresent()) {
            return messages.text("rehearsal.unknown", comparison.unknown().get().message());
        }
        return comparison.differences().isEmpty()
                ? messages.text("rehearsal.equal")
                : messages.text("rehearsal.different", String.join("; ", comparison.differences()));
    }

    /// What a run would fail with, or what nobody can tell.
    static Optional<Problem> problem(RehearsalResult result) {
        return switch (result.ending()) {
            case Ending.Failed(_, var problem) -> Optional.of(problem);
            case Ending.Undecided(_, var problem) -> Optional.of(problem);
            case Ending.Completed _,Ending.Stopped _ -> Optional.empty();
        };
    }

    /// A step's id, as short as in the list.
    static String shortened(Step step) {
        return step.name().substring(0, Math.min(SHORT_ID, step.name().length()));
    }

    private static boolean isStamp(RunResult result) {
        return result.applied().stream().anyMatch(step -> step.move() == Move.STAMP);
    }

    String partly(List<String> statements) {
        return messages.text("plan.partly", String.join("; ", statements));
    }

    private String ids(List<RevisionId> ids) {
        return ids.isEmpty()
                ? messages.text("plan.base")
                : ids.stream().map(id -> id.value().substring(0, Math.min(SHORT_ID, id.value().length())))
                        .collect(Collectors.joining(", "));
    }
}
