package org.athanor.app;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

import org.athanor.app.cli.CommandLineFace;
import org.athanor.app.cli.ExitCode;
import org.athanor.app.cli.Output;

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
        var output = new Output(new PrintWriter(System.out, false, StandardCharsets.UTF_8),
                new PrintWriter(System.err, false, StandardCharsets.UTF_8), Boolean.getBoolean("athanor.terminal"));
        return new CommandLineFace(folder, System.getenv(), output).run(arguments);
    }
}
