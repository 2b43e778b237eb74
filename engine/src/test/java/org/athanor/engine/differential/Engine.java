package org.athanor.engine.differential;

import java.util.List;
import java.util.Optional;

import org.athanor.engine.database.VersionTable;
import org.athanor.engine.dialect.sqlite.Sqlite;
import org.athanor.engine.graph.Target;
import org.athanor.engine.plan.Course;
import org.athanor.engine.plan.Occasions;
import org.athanor.engine.plan.Plan;
import org.athanor.engine.plan.Planner;
import org.athanor.engine.plan.Stamps;
import org.athanor.engine.plan.Step;
import org.athanor.engine.problem.Refusal;
import org.athanor.engine.revision.RevisionId;
import org.athanor.engine.script.Script;

/// Our engine, asked the same way: scripts are empty, and no database is needed.
final class Engine {
    Answer ask(Case question) {
        var planner = new Planner(question.graph(),
                (_, _, occasion) -> occasion.unchanged(new Script.Static(List.of())),
                VersionTable.DEFAULT, Occasions.on(new Sqlite()));
        try {
            return steps(question, course(planner, question).plan());
        } catch (Refusal refusal) {
            return new Answer.Refused(refusal.problem().text());
        } catch (RuntimeException e) {
            return new Answer.Died(e.toString());
        }
    }

    private static Course course(Planner planner, Case question) {
        var rows = Optional.of(question.rows());
        return switch (question.verb()) {
            case UPGRADE -> planner.upgrade(rows, Target.parse(question.targets().getFirst()));
            case DOWNGRADE -> planner.downgrade(rows, Target.parse(question.targets().getFirst()));
            case STAMP -> planner.stamp(rows, question.targets().stream().map(Target::parse).toList(),
                    question.purge() ? Stamps.Rows.PURGED : Stamps.Rows.KEPT);
        };
    }

    private static Answer steps(Case question, Plan plan) {
        var stops = plan.steps().stream().map(Engine::stop).toList();
        return question.verb() == Case.Verb.STAMP ? Answer.Steps.stamp(question, stops) : new Answer.Steps(stops);
    }

    private static Answer.Stop stop(Step step) {
        return new Answer.Stop(step.name(), step.headsAfter().stream().map(RevisionId::value).sorted().toList());
    }
}
