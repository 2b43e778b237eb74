package org.athanor.app;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;

import org.athanor.app.cli.CommandLineFace;
import org.athanor.app.cli.ExitCode;
import org.athanor.app.cli.Output;
import org.athanor.app.cli.Screen;

/// Where the program starts: with arguments it is the command line, without any it opens the window.
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        var code = call(Path.of("").toAbsolutePath(), arguments.length == 0 ? new String[]{"studio"} : arguments);
        // An exit is logged, and the JVM looks for a logger in every jar. Where nothing went wrong, to return does the same.
        if (code != ExitCode.DONE) {
            System.exit(code);
        }
    }

    /// Runs one command line in a folder; its exit code.
    static int call(Path folder, String... arguments) {
        var environment = System.getenv();
        var data = screen("athanor.screen", environment, "stdout.encoding");
        var messages = screen("athanor.terminal", environment, "stderr.encoding");
        var output = new Output(new PrintWriter(System.out, false, data.writing()), data,
                new PrintWriter(System.err, false, messages.writing()), messages);
        return new CommandLineFace(folder, environment, output).run(arguments);
    }

    /// Whether a stream leads to a terminal, the script that starts the program knows.
    private static Screen screen(String terminal, Map<String, String> environment, String encoding) {
        return Screen.of(Boolean.getBoolean(terminal), environment, System.getProperty(encoding, ""));
    }
}
