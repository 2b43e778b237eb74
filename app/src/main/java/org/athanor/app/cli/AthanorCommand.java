package org.athanor.app.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `athanor` itself: the options before the verb, and the list of verbs.
@Command(name = "athanor", mixinStandardHelpOptions = true, synopsisSubcommandLabel = "VERB", versionProvider = Version.class, description = "Alembic for the JVM, with a window: see where each database stands, and move it safely.", footer = {
        "", "Without a verb, the window opens.",
        "Exit codes: 0 done; 1 refused or failed; 2 wrong usage."})
final class AthanorCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private GlobalOptions options = new GlobalOptions();

    private final Path folder;
    private final Map<String, String> environment;
    private final Output output;

    AthanorCommand(Path folder, Map<String, String> environment, Output output) {
        this.folder = folder;
        this.environment = environment;
        this.output = output;
    }

    Session session() {
        return new Session(folder, environment, output, options);
    }

    GlobalOptions options() {
        return options;
    }

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "Which verb?");
    }
}
