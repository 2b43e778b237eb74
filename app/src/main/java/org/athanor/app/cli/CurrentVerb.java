package org.athanor.app.cli;

import java.util.HashSet;
import java.util.Set;

import picocli.CommandLine.Command;

/// Shows where the database stands.
@Command(name = "current", description = "Show the revisions that the database stands at.")
final class CurrentVerb extends Verb {
    @Override
    public Integer call() {
        var athanor = session().athanor();
        var status = athanor.status();
        var graph = athanor.project().graph();
        var text = new RevisionText(graph,
                isVerbose() ? new HashSet<>(status.rows().orElse(java.util.List.of())) : Set.of());
        var document = JsonForm.revisions(status.current(), graph).with("database", status.database())
                .with("unknown", status.unknown());
        return withProblems(document, () -> {
            if (isVerbose()) {
                output().data("Current revision(s) for %s:".formatted(status.database()));
            }
            status.current().forEach(r -> output().data(isVerbose() ? text.entry(r) : text.currentLine(r)));
            status.unknown().forEach(id -> output().data(id + " (not in this folder)"));
        }, status.problems());
    }
}
