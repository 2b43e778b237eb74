package org.athanor.app.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

import org.athanor.app.export.Json;
import org.athanor.engine.Autogeneration;
import org.athanor.engine.RenameAnswers;
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

    @Option(names = "--autogenerate", description = "Compare the database, which must be at head, with what it should be like, and write what leads there and back.")
    private boolean autogenerate;

    @Option(names = "--to", paramLabel = "SCHEMA", description = "With --autogenerate, instead of the project's target: "
            + Sources.FORMS)
    private Optional<String> to = Optional.empty();

    @Option(names = "--rename", paramLabel = "OLD=NEW", description = "With --autogenerate: this table (old=new) or column (table.old=new) has another name now. May be given several times.")
    private List<String> renames = List.of();

    @Option(names = "--no-rename", description = "With --autogenerate: nothing else has another name; what is gone is dropped, and what is new is made.")
    private boolean noRename;

    @Override
    public Integer call() {
        if (autogenerate) {
            return autogenerate();
        }
        if (noRename || !renames.isEmpty() || to.isPresent()) {
            throw new Refusal(ProblemKind.USAGE, "--rename, --no-rename and --to belong to --autogenerate",
                    "Add --autogenerate, or leave them out.");
        }
        return super.call();
    }

    private int autogenerate() {
        if (template.isPresent()) {
            throw new Refusal(ProblemKind.USAGE, "--template and --autogenerate both say what the revision does",
                    "Leave one of them out.");
        }
        var athanor = session().athanor();
        var sources = new Sources(session(), athanor);
        var target = to.map(sources::of).orElseGet(sources::target);
        var found = athanor.autogenerate(target, new RenameAnswers(renames, noRename));
        var comparison = found.comparison();
        UnaryOperator<Json> more = document -> document.with("comparison",
                DifferenceForm.comparison(comparison, athanor.database().name(), target.title()));
        tell(found);
        if (found.isEmpty()) {
            if (isJson()) {
                output().json(more.apply(Json.object().with("revisions", List.of())));
            } else {
                output().data("No changes in schema detected: the database is as %s says.".formatted(target.title()));
            }
            return ExitCode.DONE;
        }
        return tell(session().write(athanor.project(), wanted(),
                found.contents(athanor.project().config().newFiles().format())), more);
    }

    /// What was found, and what a revision can't do about it.
    private void tell(Autogeneration found) {
        if (!isJson() && !session().options().quiet) {
            DifferenceText.lines(found.comparison()).forEach(output()::data);
            DifferenceText.leftOut(found.comparison()).forEach(output()::message);
        }
        found.up().unmended().forEach(u -> output().message("warning: %s %s stays as it is: %s".formatted(
                u.difference().subject().kind(), u.difference().subject().path(), u.reason())));
    }

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
