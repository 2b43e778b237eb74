package org.athanor.app.cli;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

import org.athanor.app.export.Json;
import org.athanor.engine.Athanor;
import org.athanor.engine.journal.News;
import org.athanor.engine.locate.LocateListener;
import org.athanor.engine.problem.Problem;

import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/// What all verbs share: the way to the session, and how an answer is given.
abstract class Verb implements Callable<Integer>, SessionHolder {
    private final CommandSpec command = CommandSpec.wrapWithoutInspection(this);

    /// Where a verb says what it takes.
    final Arguments arguments = Arguments.of(command);

    Verb(String name, String description, String... footer) {
        command.name(name).usageMessage().description(description).footer(footer);
        arguments.addHelp();
    }

    /// As picocli wants it; once it is below `athanor`, the session is there.
    CommandLine commandLine() {
        return command.commandLine() == null ? new CommandLine(command) : command.commandLine();
    }

    @Override
    public Session session() {
        return ((SessionHolder) command.parent().userObject()).session();
    }

    Output output() {
        return session().output();
    }

    boolean isJson() {
        return session().options().json.get();
    }

    boolean isVerbose() {
        return session().options().verbose.get();
    }

    boolean isQuiet() {
        return session().options().quiet.get();
    }

    /// On a terminal, how far a history has been carried out in a scratch database.
    LocateListener scratchProgress() {
        return !isQuiet()
                ? (steps, of) -> output().overwrite(steps == of
                        ? ""
                        : "  %d of %d steps carried out in a scratch database".formatted(steps, of))
                : LocateListener.SILENT;
    }

    /// Runs that were cut off or left something behind are told before anything else is done; they stop nothing.
    void tellUnsettled(Athanor athanor) {
        athanor.unsettled().forEach(aftermath -> warn(aftermath.problem()));
    }

    /// The same, and which files were edited after they had been applied, with the difference.
    void tell(News news) {
        news.unsettled().forEach(aftermath -> warn(aftermath.problem()));
        news.edited().forEach(edited -> {
            warn(edited.problem());
            edited.difference().ifPresent(lines -> lines.forEach(line -> output().message("  " + line)));
        });
    }

    void warn(Problem problem) {
        output().warn(problem.text());
    }

    /// A word that all went well.
    void confirm(String line) {
        if (!isQuiet()) {
            output().message(line);
        }
    }

    /// Ends a verb that read a folder: what is wrong with it is told, and is the exit code.
    int withProblems(Supplier<Json> document, Runnable text, List<Problem> problems) {
        if (isJson()) {
            output().json(document.get().with("problems", JsonForm.problems(problems)));
        } else {
            text.run();
        }
        output().problems(problems);
        return problems.isEmpty() ? ExitCode.DONE : ExitCode.REFUSED;
    }
}
