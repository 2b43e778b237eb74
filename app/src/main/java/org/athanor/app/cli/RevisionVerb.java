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

    private final Given<Boolean> autogenerate = arguments.flag("--autogenerate",
            "Compare the database, which must be at head, with what it should be like, and write the way there and back.");

    private final Given<Optional<String>> to = arguments.option("--to SCHEMA",
            "With --autogenerate, instead of the project's target: " + Sources.FORMS);

    private final Given<List<String>> renames = arguments.options("--rename OLD=NEW",
            "With --autogenerate: this table (old=new) or column (table.old=new) has another name now. May be given several times.");

    private final Given<Boolean> noRename = arguments.flag("--no-rename",
            "With --autogenerate: nothing else has another name; what is gone is dropped, and what is new is made.");

    RevisionVerb() {
        super("revision", "Write the file of a new revision.");
    }

    @Override
    public Integer call() {
        if (autogenerate.get()) {
            return autogenerate();
        }
        if (noRename.get() || !renames.get().isEmpty() || to.get().isPresent()) {
            throw new Refusal(ProblemKind.USAGE, "--rename, --no-rename and --to belong to --autogenerate",
                    "Add --autogenerate, or leave them out.");
        }
        return super.call();
    }

    private int autogenerate() {
        if (template.get().isPresent()) {
            throw new Refusal(ProblemKind.USAGE, "--template and --autogenerate both say what the revision does",
                    "Leave one of them out.");
        }
        var athanor = session().athanor();
        var sources = new Sources(session(), athanor);
        var target = to.get().map(sources::of).orElseGet(sources::target);
        var found = athanor.autogenerate(target, new RenameAnswers(renames.get(), noRename.get()));
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
                found.contents(athanor.project().config().newFiles())), more);
    }

    /// What was found, and what a revision can't do about it.
    private void tell(Autogeneration found) {
        if (!isJson() && !isQuiet()) {
            DifferenceText.lines(found.comparison()).forEach(output()::data);
            DifferenceText.leftOut(found.comparison()).forEach(output()::message);
        }
        found.up().unmended().forEach(u -> output().warn("%s %s stays as it is: %s".formatted(
                u.difference().subject().kind(), u.difference().subject().path(), u.reason())));
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
