package org.athanor.app.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.athanor.engine.graph.Target;
import org.athanor.engine.problem.ProblemKind;
import org.athanor.engine.problem.Refusal;
import org.athanor.engine.project.NewRevision;

/// Writes the file of a new revision.
final class RevisionVerb extends NewRevisionVerb {
    private final Given<String> head = arguments.optionOr(Target.HEAD, "--head REV",
            "What it follows: a head, label@head, base for a new line, or any revision with --splice. Without it, head.");

    private final Given<Boolean> splice = arguments.flag("--splice",
            "Let it follow a revision that is no head, so that a branch begins.");

    private final Given<Optional<Path>> versionPath = arguments.option("--version-path FOLDER", Path.class,
            "Which of the project's version locations it goes to.");

    private final Given<List<String>> dependsOn = arguments.options("--depends-on REV",
            "A revision or label that must be there before it. May be given several times.");

    private final Given<Optional<String>> template = arguments.option("--template NAME",
            "What it starts from; `athanor list_templates` lists the names.");

    private final Given<Boolean> sql = arguments.hidden().flag("--sql",
            "Refused: in Alembic it tells env.py to ask no database.");

    RevisionVerb() {
        super("revision", "Write the file of a new revision.");
    }

    @Override
    NewRevision wanted() {
        if (sql.get()) {
            throw new Refusal(ProblemKind.USAGE, "A new revision has no --sql here",
                    "In Alembic it tells env.py to ask no database; env.py is not run. Leave it out: the file is the same.");
        }
        return new NewRevision(message.get(), List.of(head.get()), splice.get(), branchLabel.get(),
                versionPath.get().map(session()::resolve), id.get(),
                dependsOn.get(), template.get());
    }
}
