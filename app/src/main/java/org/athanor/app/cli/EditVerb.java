package org.athanor.app.cli;

import java.util.List;

import org.athanor.engine.graph.Identifiers;
import org.athanor.engine.graph.Target;
import org.athanor.engine.problem.ProblemKind;
import org.athanor.engine.problem.Refusal;
import org.athanor.engine.project.Project;
import org.athanor.engine.revision.Revision;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// Opens a revision's file in the person's editor.
@Command(name = "edit", description = "Open the file of a revision in your editor ($VISUAL, $EDITOR, or one that is found).")
final class EditVerb extends Verb {
    @Parameters(paramLabel = "REV", description = "An id or its beginning, a label, head, heads, label@head, or current.")
    private String target;

    @Override
    public Integer call() {
        var project = session().project();
        var revisions = revisions(project);
        if (revisions.isEmpty()) {
            throw new Refusal(ProblemKind.UNKNOWN_REVISION, "No revision files are indicated by '%s'".formatted(target),
                    "Name a revision. `athanor history` lists them.");
        }
        var editor = session().editor();
        revisions.forEach(revision -> editor.open(revision.path()));
        if (isJson()) {
            output().json(JsonForm.revisions(revisions, project.graph()));
        }
        return ExitCode.DONE;
    }

    private List<Revision> revisions(Project project) {
        return target.equals("current")
                ? session().open(project).status().current()
                : new Identifiers(project.graph()).standing(Target.parse(target));
    }
}
