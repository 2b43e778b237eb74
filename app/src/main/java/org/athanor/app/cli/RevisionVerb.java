package org.athanor.app.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.athanor.engine.graph.Target;
import org.athanor.engine.problem.ProblemKind;
import org.athanor.engine.problem.Refusal;
import org.athanor.engine.project.NewRevision;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Writes the file of a new revision.
@Command(name = "revision", description = "Write the file of a new revision.")
final class RevisionVerb extends NewRevisionVerb {
    @Option(names = "--head", paramLabel = "REV", description = "What it follows: a head, label@head, base for a new line, or any revision with --splice. Without it, head.")
    private String head = Target.HEAD;

    @Option(names = "--splice", description = "Let it follow a revision that is no head, so that a branch begins.")
    private boolean splice;

    @Option(names = "--version-path", paramLabel = "FOLDER", description = "Which of the project's version locations it goes to.")
    private Optional<Path> versionPath = Optional.empty();

    @Option(names = "--depends-on", paramLabel = "REV", description = "A revision or label that must be there before it. May be given several times.")
    private List<String> dependsOn = List.of();

    @Option(names = "--template", paramLabel = "NAME", description = "What it starts from; `athanor list_templates` lists the names.")
    private Optional<String> template = Optional.empty();

    @Option(names = "--sql", hidden = true, description = "Refused: in Alembic it tells env.py to ask no database.")
    private boolean sql;

    @Override
    NewRevision wanted() {
        if (sql) {
            throw new Refusal(ProblemKind.USAGE, "A new revision has no --sql here",
                    "In Alembic it tells env.py to ask no database; env.py is not run. Leave it out: the file is the same.");
        }
        return new NewRevision(message, List.of(head), splice, branchLabel, versionPath.map(session()::resolve), id,
                dependsOn, template);
    }
}
