package org.athanor.app.cli;

import java.util.List;
import java.util.Set;

import org.athanor.engine.graph.Identifiers;
import org.athanor.engine.graph.Target;
import org.athanor.engine.project.Project;
import org.athanor.engine.revision.Revision;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// Tells everything about one revision.
@Command(name = "show", description = "Tell all about a revision: its parents, labels, file and text.")
final class ShowVerb extends Verb {
    @Parameters(paramLabel = "REVISION", description = "An id, a label, head, heads, or current.")
    private String revision;

    @Override
    public Integer call() {
        var project = session().project();
        var found = find(project);
        var text = new RevisionText(project.graph(), Set.of());
        return withProblems(() -> JsonForm.revisions(found, project.graph()),
                () -> found.forEach(r -> output().data(text.entry(r))), project.problems());
    }

    private List<Revision> find(Project project) {
        return revision.equals("current")
                ? session().open(project).status().current()
                : new Identifiers(project.graph()).standing(Target.parse(revision));
    }
}
