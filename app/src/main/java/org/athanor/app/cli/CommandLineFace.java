package org.athanor.app.cli;

import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.athanor.engine.problem.Problem;
import org.athanor.engine.problem.ProblemKind;
import org.athanor.engine.problem.Refusal;

import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;
import picocli.CommandLine.UnmatchedArgumentException;

/// Runs one command line. The only place that turns every exception into a message and an exit code.
public final class CommandLineFace {
    /// The parser of options lays out no narrower help.
    private static final int NARROWEST_HELP = 55;
    private static final int WIDEST_HELP = 100;

    private final AthanorCommand athanor;
    private final Output output;

    public CommandLineFace(Path folder, Map<String, String> environment, Output output) {
        this.athanor = new AthanorCommand(folder, environment, output);
        this.output = output;
    }

    /// The whole command line as a model, to write about and not to run.
    public static CommandLine everyVerb() {
        var nowhere = new Output(new PrintWriter(Writer.nullWriter()), Screen.NONE,
                new PrintWriter(Writer.nullWriter()), Screen.NONE);
        var commandLine = new AthanorCommand(Path.of(""), Map.of(), nowhere).commandLine();
        Verbs.addTo(commandLine, new String[0]);
        return commandLine;
    }

    public int run(String... written) {
        var arguments = withHelpBehind(written);
        var commandLine = athanor.commandLine();
        Verbs.addTo(commandLine, arguments);
        try (athanor) {
            return commandLine.setOut(output.dataWriter()).setExpandAtFiles(false)
                    .setCaseInsensitiveEnumValuesAllowed(true)
                    .setParameterExceptionHandler(this::wrongUsage).setExecutionStrategy(this::execute)
                    .setExecutionExceptionHandler((exception, _, _) -> failed(exception)).execute(arguments);
        }
    }

    /// Many type `athanor help upgrade` first: it means `athanor upgrade --help`.
    private static String[] withHelpBehind(String... arguments) {
        return arguments.length > 0 && arguments[0].equals("help")
                ? Stream.concat(Arrays.stream(arguments).skip(1), Stream.of("--help")).toArray(String[]::new)
                : arguments;
    }

    private int execute(ParseResult call) {
        output.color(athanor.options().color.get().orElse(InkWish.AUTO));
        if (call.asCommandLineList().stream().anyMatch(CommandLine::isUsageHelpRequested)) {
            dress(athanor.commandLine());
        }
        return new RunLast().execute(call);
    }

    /// The help, too, has colours on a terminal only, and no line that is wider.
    private void dress(CommandLine help) {
        help.setColorScheme(Help.defaultColorScheme(output.screen().inked() ? Help.Ansi.ON : Help.Ansi.OFF));
        output.screen().width().ifPresent(width -> help.setUsageHelpWidth(
                Math.clamp(width, NARROWEST_HELP, WIDEST_HELP)));
    }

    private int wrongUsage(ParameterException exception, String[] arguments) {
        output.color(athanor.options().color.get().orElse(InkWish.AUTO));
        tell(List.of(Problem.of(ProblemKind.USAGE, message(exception), usageHint(exception))),
                Arrays.asList(arguments).contains("--json"));
        return ExitCode.WRONG_USAGE;
    }

    private static String message(ParameterException exception) {
        if (exception instanceof UnmatchedArgumentException unmatched && exception.getCommandLine().getParent() == null
                && !unmatched.getUnmatched().getFirst().startsWith("-")) {
            return "There is no verb '%s'".formatted(unmatched.getUnmatched().getFirst());
        }
        return exception.getMessage() == null ? "The command line can't be understood" : exception.getMessage();
    }

    private static String usageHint(ParameterException exception) {
        var help = "`%s --help` lists what there is."
                .formatted(exception.getCommandLine().getCommandSpec().qualifiedName());
        if (exception instanceof UnmatchedArgumentException unmatched) {
            if (unmatched.getUnmatched().contains("-c") || unmatched.getUnmatched().contains("--config")) {
                return "-c stands before the verb: athanor -c FILE VERB …";
            }
            if (!unmatched.getSuggestions().isEmpty()) {
                return "Did you mean %s? %s".formatted(String.join(" or ", unmatched.getSuggestions()), help);
            }
        }
        return help;
    }

    private int failed(Exception exception) {
        if (athanor.options().debug.get()) {
            output.trace(exception);
        }
        tell(exception instanceof Refusal refusal ? refusal.problems() : List.of(unexpected(exception)),
                athanor.options().json.get());
        return ExitCode.REFUSED;
    }

    private static Problem unexpected(Exception exception) {
        return Problem.of(ProblemKind.INTERNAL, "Something went wrong inside Athanor: " + exception,
                "This is a bug. Run again with --debug and report what it prints.");
    }

    private void tell(List<Problem> problems, boolean json) {
        if (json) {
            output.json(JsonForm.error(problems));
        }
        output.problems(problems);
    }
}
