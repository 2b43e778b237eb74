package org.athanor.app.cli;

import org.athanor.engine.problem.ProblemKind;
import org.athanor.engine.problem.Refusal;

/// Opens a revision's file in the person's editor.
final class EditVerb extends Verb {
    private final Given<String> target = arguments.parameter("REV",
            "An id or its beginning, a label, head, heads, label@head, or current.");

    EditVerb() {
        super("edit", "Open the file of a revision in your editor ($VISUAL, $EDITOR, or one that is found).");
    }

    @Override
    public Integer call() {
        var found = session().find(target.get());
        var revisions = found.revisions();
        if (revisions.isEmpty()) {
            throw found.problems().isEmpty()
                    ? new Refusal(ProblemKind.UNKNOWN_REVISION,
                            "No revision files are indicated by '%s'".formatted(target.get()),
                            "Name a revision. `athanor history` lists them.")
                    : new Refusal(found.problems());
        }
        var editor = session().editor();
        revisions.forEach(revision -> editor.open(revision.path()));
        if (isJson()) {
            output().json(JsonForm.revisions(revisions, found.project().graph()));
        }
        return ExitCode.DONE;
    }
}
