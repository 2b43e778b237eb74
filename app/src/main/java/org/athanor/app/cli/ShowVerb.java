package org.athanor.app.cli;

import java.util.Set;

/// Tells everything about one revision.
final class ShowVerb extends Verb {
    private final Given<String> revision = arguments.parameter("REVISION", "An id, a label, head, heads, or current.");

    ShowVerb() {
        super("show", "Tell all about a revision: its parents, labels, file and text.");
    }

    @Override
    public Integer call() {
        var found = session().find(revision.get());
        var graph = found.project().graph();
        var text = new RevisionText(graph, Set.of(), output().screen());
        return withProblems(() -> JsonForm.revisions(found.revisions(), graph),
                () -> found.revisions().forEach(r -> output().data(text.entry(r))), found.problems());
    }
}
