package org.athanor.engine.script.python.syntax;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// CPython's own parser in a process of its own, one text at a time.
final class CPython implements AutoCloseable {
    /// Names another Python, to compare with another version.
    static final String PYTHON = "athanor.syntax.python";

    private final Process process;
    private final Writer questions;
    private final BufferedReader answers;
    private final String version;
    private final Path library;

    private CPython(Process process, String greeting, BufferedReader answers) {
        var words = greeting.split(" ", 2);
        this.process = process;
        this.version = words[0];
        this.library = Path.of(words[1]);
        this.answers = answers;
        this.questions = new OutputStreamWriter(process.getOutputStream(), StandardCharsets.US_ASCII);
    }

    static Optional<CPython> find(Path folder) throws IOException {
        var script = folder.resolve("oracle.py");
        try (var source = Objects.requireNonNull(CPython.class.getResourceAsStream("oracle.py"))) {
            Files.write(script, source.readAllBytes());
        }
        var named = Optional.ofNullable(System.getProperty(PYTHON));
        for (var python : named.map(List::of).orElse(List.of("/usr/bin/python3", "python3"))) {
            var started = start(python, script);
            if (started.isPresent()) {
                return started;
            }
        }
        return Optional.empty();
    }

    private static Optional<CPython> start(String python, Path script) {
        var builder = new ProcessBuilder(python, script.toString()).redirectError(ProcessBuilder.Redirect.DISCARD);
        try {
            var process = builder.start();
            var answers = new BufferedReader(
                    new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII));
            return Optional.ofNullable(answers.readLine()).map(greeting -> new CPython(process, greeting, answers));
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    String version() {
        return version;
    }

    /// Where its own modules are.
    Path library() {
        return library;
    }

    /// Python 3.x
    int minor() {
        return Integer.parseInt(version.split("\\.", -1)[1]);
    }

    /// Versions before 3.12 don't know the lines inside of formatted strings.
    boolean knowsLinesInFields() {
        return minor() >= 12;
    }

    /// `tree …` or `refused …`
    String ask(String source) {
        try {
            questions.write(Base64.getEncoder().encodeToString(source.getBytes(StandardCharsets.UTF_8)) + "\n");
            questions.flush();
            return Optional.ofNullable(answers.readLine())
                    .orElseThrow(() -> new IllegalStateException("Python ended at\n" + source));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Our answer to the same question, in the same form.
    String ours(String source) {
        try {
            return "tree " + TreeText.of(PythonParser.parse(source), knowsLinesInFields());
        } catch (PythonSyntaxException e) {
            return "refused %d: %s".formatted(e.line(), e.reason());
        }
    }

    @Override
    public void close() {
        process.destroy();
    }
}
