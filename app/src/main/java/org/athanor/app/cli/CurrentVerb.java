package org.athanor.app.cli;

import java.util.Set;

import org.athanor.engine.Status;
import org.athanor.engine.graph.RevisionGraph;
import org.athanor.engine.problem.ProblemKind;
import org.athanor.engine.problem.Refusal;

/// Shows where the database stands.
final class CurrentVerb extends Verb {
    private final Given<Boolean> checkHeads = arguments.flag("-c, --check-heads",
            "Exit with 1 unless everything is applied.");

    CurrentVerb() {
        super("current", "Show the revisions that the database stands at.");
    }

    @Override
    public Integer call() {
        var athanor = session().athanor();
        var status = athanor.status();
        var graph = athanor.project().graph();
        if (checkHeads.get() && !status.problems().isEmpty()) {
            throw new Refusal(status.problems());
        }
        if (checkHeads.get() && !status.isAtHead()) {
            throw new Refusal(ProblemKind.NOT_AT_HEAD, "The database is not on all heads: %s".formatted(
                    PlanText.count(status.pending().size(), "revision") + " pending"),
                    "`athanor upgrade heads` applies what is missing.");
        }
        var current = graph.allCurrent(status.current());
        return withProblems(
                () -> JsonForm.revisions(current, graph).with("database", status.database())
                        .with("rows", status.rows()).with("unknown", status.unknown()),
                () -> tell(status, graph), status.problems());
    }

    private void tell(Status status, RevisionGraph graph) {
        var text = new RevisionText(graph, Set.of(), output().screen());
        if (isVerbose()) {
            output().data("Current revision(s) for %s:".formatted(status.database()));
        }
        graph.allCurrent(status.current())
                .forEach(r -> output().data(isVerbose() ? text.entry(r) : text.currentLine(r)));
        status.unknown().forEach(id -> output().data(id + " (not in this folder)"));
    }
}
