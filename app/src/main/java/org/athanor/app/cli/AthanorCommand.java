package org.athanor.app.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;

import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/// `athanor` itself: the options before the verb, and the list of verbs.
final class AthanorCommand implements Callable<Integer>, SessionHolder, AutoCloseable {
    private final CommandLine commandLine;
    private final GlobalOptions options;
    private final Session session;

    AthanorCommand(Path folder, Map<String, String> environment, Output output) {
        var command = CommandSpec.wrapWithoutInspection(this).name("athanor").versionProvider(new Version());
        command.usageMessage()
                .description("Alembic for the JVM, with a window: see where each database stands, and move it safely.")
                .synopsisSubcommandLabel("VERB").footer("", "Without a verb, the window opens.",
                        "Exit codes: 0 done; 1 refused or failed; 2 wrong usage; 130 stopped with Ctrl+C.");
        var arguments = Arguments.of(command);
        arguments.addHelp();
        this.options = new GlobalOptions(arguments);
        this.commandLine = new CommandLine(command);
        this.session = new Session(folder, environment, output, options);
    }

    CommandLine commandLine() {
        return commandLine;
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
        throw new ParameterException(commandLine, "Which verb?");
    }
}
