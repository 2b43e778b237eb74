package org.athanor.app.cli;

import java.io.File;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.athanor.engine.problem.Problem;
import org.athanor.engine.problem.ProblemKind;
import org.athanor.engine.project.Project;
import org.athanor.engine.project.ProjectConfig.Hook;

/// Runs a project's hooks on a new file. No Python is run for it: only programs that are on the search path. The file
/// stays whatever the hooks do.
final class HookRunner {
    private static final String FILE_TOKEN = "REVISION_SCRIPT_FILENAME";

    private final Programs programs;
    private final Path folder;
    private final Output output;
    private final boolean quiet;

    HookRunner(Map<String, String> environment, Path folder, Output output, boolean quiet) {
        this.programs = new Programs(environment);
        this.folder = folder;
        this.output = output;
        this.quiet = quiet;
    }

    /// Runs them one after the other; what went wrong.
    List<Problem> run(Project.Written written) {
        var config = written.project().config();
        return config.hooks().stream()
                .flatMap(hook -> run(hook, config.file(), written.revision().path()).stream()).toList();
    }

    private Optional<Problem> run(Hook hook, Path config, Path file) {
        var name = hook.program();
        if (name.isEmpty()) {
            return problem(hook, config, "it is not of a kind that is run here",
                    "Set its type to exec and name an executable, or to console_scripts and name an entrypoint.");
        }
        var program = programs.find(name.get());
        if (program.isEmpty()) {
            return problem(hook, config, "there is no program '%s'".formatted(name.get()),
                    "Install it, or add its folder to PATH. (Is a virtual environment not active?)");
        }
        if (!quiet) {
            output.message("Running post write hook '%s' ...".formatted(hook.name()));
        }
        return start(hook, config, command(program.get(), hook.option("options").orElse(""), file));
    }

    private static List<String> command(Path program, String options, Path file) {
        var command = new ArrayList<>(List.of(program.toString()));
        var line = options.contains(FILE_TOKEN) ? options : FILE_TOKEN + " " + options;
        Programs.words(line).forEach(word -> command.add(word.replace(FILE_TOKEN, file.toString())));
        return command;
    }

    private Optional<Problem> start(Hook hook, Path config, List<String> command) {
        var where = hook.option("cwd").map(folder::resolve).orElse(folder);
        try {
            var process = new ProcessBuilder(command).directory(where.toFile()).redirectErrorStream(true)
                    .redirectInput(ProcessBuilder.Redirect.from(nothing())).start();
            try (var lines = process.inputReader(Charset.defaultCharset())) {
                lines.lines().forEach(output::message);
            }
            int exit = process.waitFor();
            return exit == 0
                    ? Optional.empty()
                    : problem(hook, config, "it ended with exit code " + exit, "The new file stays; look at it.");
        } catch (IOException e) {
            return problem(hook, config, "it can't be started: " + e.getMessage(), "Correct its settings.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return problem(hook, config, "the waiting was interrupted", "");
        }
    }

    private static File nothing() {
        return new File(File.separatorChar == '\\' ? "NUL" : "/dev/null");
    }

    private static Optional<Problem> problem(Hook hook, Path config, String why, String hint) {
        return Optional.of(Problem.at(config, 0, ProblemKind.BAD_CONFIG,
                "The hook '%s' did not do its work: %s".formatted(hook.name(), why), hint));
    }
}
