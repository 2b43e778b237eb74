package org.athanor.app.cli;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

import org.athanor.app.export.Json;
import org.athanor.engine.problem.Problem;
import org.athanor.engine.project.NewRevision;
import org.athanor.engine.project.Project;

/// What `revision` and `merge` share: write the file, tell about it, and run the project's hooks if that is wanted.
abstract class NewRevisionVerb extends Verb {
    final Given<Optional<String>> message = arguments.option("-m, --message TEXT", "What the revision is for.");

    final Given<Optional<String>> branchLabel = arguments.option("--branch-label LABEL",
            "A label for the branch that begins here.");

    final Given<Optional<String>> id = arguments.option("--rev-id ID",
            "The revision's id. Without it, a new one is made.");

    private final Given<Boolean> hooks = arguments.flag("--hooks",
            "Run the project's post_write_hooks on the new file.");

    NewRevisionVerb(String name, String description) {
        super(name, description);
    }

    abstract NewRevision wanted();

    @Override
    public Integer call() {
        var session = session();
        return tell(session.write(session.project(), wanted()), document -> document);
    }

    /// Tells of the new file and runs the project's hooks on it; `more` is what else the JSON says.
    int tell(Project.Written written, UnaryOperator<Json> more) {
        var session = session();
        if (!isJson() && !isQuiet()) {
            written.madeFolder()
                    .ifPresent(folder -> output().data("Creating directory %s ...  done".formatted(folder)));
            output().data("Generating %s ...  done".formatted(written.revision().path()));
        }
        var problems = hooks.get() ? session.hooks().run(written) : notRun(written.project());
        if (isJson()) {
            output().json(more.apply(document(written, problems)));
        }
        output().problems(problems);
        return problems.isEmpty() ? ExitCode.DONE : ExitCode.REFUSED;
    }

    private static Json document(Project.Written written, List<Problem> problems) {
        var document = JsonForm.revisions(List.of(written.revision()), written.project().graph());
        return problems.isEmpty()
                ? document
                : document.with("error", JsonForm.problem(problems.getFirst())).with("problems",
                        JsonForm.problems(problems));
    }

    private List<Problem> notRun(Project project) {
        var names = project.config().hooks().stream().map(hook -> hook.name()).toList();
        if (!names.isEmpty() && !isQuiet()) {
            output().message("The project's hooks did not run (%s). --hooks runs them."
                    .formatted(String.join(", ", names)));
        }
        return List.of();
    }
}
