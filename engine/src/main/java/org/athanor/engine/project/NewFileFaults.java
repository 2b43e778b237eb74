package org.athanor.engine.project;

import java.nio.file.Files;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.athanor.engine.problem.Problem;
import org.athanor.engine.problem.ProblemKind;
import org.athanor.engine.problem.Refusal;
import org.athanor.engine.project.ProjectConfig.Hook;
import org.athanor.engine.project.ProjectConfig.NewFiles;
import org.athanor.engine.script.python.syntax.Encodings;

/// Looks at the settings that matter to new files only, before anybody wants one.
final class NewFileFaults {
    private NewFileFaults() {}

    static List<Problem> of(ProjectConfig config) {
        var faults = new ArrayList<Problem>();
        var names = new FileNames(config);
        refused(() -> names.name("0", Optional.empty(), names.now(Clock.systemUTC()))).ifPresent(faults::addAll);
        if (Encodings.named(config.newFiles().encoding()).isEmpty()) {
            faults.add(noEncoding(config));
        }
        var template = config.scriptLocation().resolve("script.py.mako");
        if (config.newFiles().format() == NewFiles.Format.PYTHON && Files.notExists(template)) {
            faults.add(NewText.noTemplate(template));
        }
        config.hooks().stream().filter(hook -> hook.type().isEmpty()).map(hook -> noType(hook, config))
                .forEach(faults::add);
        return faults;
    }

    private static Optional<List<Problem>> refused(Runnable attempt) {
        try {
            attempt.run();
            return Optional.empty();
        } catch (Refusal refusal) {
            return Optional.of(refusal.problems());
        }
    }

    static Problem noEncoding(ProjectConfig config) {
        return config.problem("output_encoding", "There is no encoding '%s'".formatted(config.newFiles().encoding()),
                "Set output_encoding = utf-8.");
    }

    private static Problem noType(Hook hook, ProjectConfig config) {
        return Problem.at(config.file(), 0, ProblemKind.BAD_CONFIG,
                "The hook '%s' doesn't say of which type it is".formatted(hook.name()),
                "Set its type to exec and name an executable, or to console_scripts and name an entrypoint.");
    }
}
