package org.athanor.app.cli;

import java.util.Set;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// Tells everything about one revision.
@Command(name = "show", description = "Tell all about a revision: its parents, labels, file and text.")
final class ShowVerb extends Verb {
    @Parameters(paramLabel = "REVISION", description = "An id, a label, head, heads, or current.")
    private String revision;

    @Override
    public Integer call() {
        var found = session().find(revision);
        var graph = found.project().graph();
        var text = new RevisionText(graph, Set.of());
        return withProblems(() -> JsonForm.revisions(found.revisions(), graph),
                () -> found.revisions().forEach(r -> output().data(text.entry(r))), found.problems());
    }
}
