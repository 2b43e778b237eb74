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
final class AthanorCommand implements Callable<Integer>, SessionHolder, AutoCloseable {
    @Spec
    private CommandSpec spec;

    @Mixin
    private GlobalOptions options = new GlobalOptions();

    private final Session session;

    AthanorCommand(Path folder, Map<String, String> environment, Output output) {
        this.session = new Session(folder, environment, output, options);
    }

    @Override
    public Session session() {
        return session;
    }

    @Override
    public void close() {
        session.close();
    }

    GlobalOptions options() {
        return options;
    }

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "Which verb?");
    }
}
