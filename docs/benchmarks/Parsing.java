import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.athanor.engine.script.python.syntax.PythonParser;
import org.athanor.engine.script.python.syntax.PythonSyntaxException;

/// Parses the Python files below a folder, in a new process and again until it is warm, and has CPython's `ast` parse
/// the same files. Processor time of the parsing thread counts, so that a busy machine matters less.
///
/// `java -cp engine/target/classes docs/benchmarks/Parsing.java <folder> [python3]`
public final class Parsing {
    private static final int ROUNDS = 60;
    private static final String PEER = """
            import ast, sys, time, warnings
            warnings.simplefilter("ignore")
            texts = [open(path, encoding="utf-8").read() for path in sys.stdin.read().split("\\n")]
            for _ in range(5):
                start = time.process_time()
                for text in texts:
                    try:
                        ast.parse(text)
                    except SyntaxError:
                        pass
                print(time.process_time() - start)
            """;

    public static void main(String[] arguments) throws IOException {
        var python = arguments.length > 1 ? arguments[1] : "/usr/bin/python3";
        List<Path> files;
        try (var walk = Files.walk(Path.of(arguments[0]))) {
            files = walk.filter(f -> f.toString().endsWith(".py") && Files.isRegularFile(f)).sorted().limit(1000)
                    .toList();
        }
        var texts = files.stream().map(Parsing::text).toList();
        double megabytes = texts.stream().mapToLong(String::length).sum() / 1e6;
        double cold = round(texts);
        double warm = cold;
        for (int i = 1; i < ROUNDS; i++) {
            warm = Math.min(warm, round(texts));
        }
        double peer = peer(python, files);
        System.out.printf("%d files, %.1f MB%n", files.size(), megabytes);
        System.out.printf("first time   %6.0f ms %6.1f MB/s%n", cold * 1e3, megabytes / cold);
        System.out.printf("warm         %6.0f ms %6.1f MB/s%n", warm * 1e3, megabytes / warm);
        System.out.printf("CPython      %6.0f ms %6.1f MB/s, %.1f times the first, %.1f times the warm%n", peer * 1e3,
                megabytes / peer, peer / cold, peer / warm);
    }

    private static double round(List<String> texts) {
        ThreadMXBean clock = ManagementFactory.getThreadMXBean();
        long start = clock.getCurrentThreadCpuTime();
        for (var text : texts) {
            try {
                PythonParser.parse(text);
            } catch (PythonSyntaxException _) {
                // Python 2, mostly: found after as much reading as in CPython.
            }
        }
        return (clock.getCurrentThreadCpuTime() - start) / 1e9;
    }

    /// The best of five rounds.
    private static double peer(String python, List<Path> files) throws IOException {
        var process = new ProcessBuilder(python, "-c", PEER).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        try (var paths = process.outputWriter()) {
            paths.write(String.join("\n", files.stream().map(Path::toString).toList()));
        }
        try (var times = process.inputReader()) {
            return times.lines().mapToDouble(Double::parseDouble).min().orElseThrow();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
