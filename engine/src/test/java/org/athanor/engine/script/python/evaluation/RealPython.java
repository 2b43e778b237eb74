package org.athanor.engine.script.python.evaluation;

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

/// A Python process of its own, one program at a time.
final class RealPython implements AutoCloseable {
    private final Process process;
    private final Writer programs;
    private final BufferedReader answers;
    private final String version;

    private RealPython(Process process, BufferedReader answers, String version) {
        this.process = process;
        this.programs = new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8);
        this.answers = answers;
        this.version = version;
    }

    /// The first Python of 3.11 or later, if there is one: what texts look like has changed before.
    static Optional<RealPython> find(Path folder) throws IOException {
        var script = folder.resolve("oracle.py");
        try (var source = Objects.requireNonNull(RealPython.class.getResourceAsStream("oracle.py"))) {
            Files.write(script, source.readAllBytes());
        }
        for (var python : List.of("/usr/bin/python3", "python3")) {
            var started = start(python, script);
            if (started.isPresent()) {
                return started;
            }
        }
        return Optional.empty();
    }

    private static Optional<RealPython> start(String python, Path script) {
        var builder = new ProcessBuilder(python, "-W", "ignore", script.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("PYTHONHASHSEED", "0");
        try {
            var process = builder.start();
            var answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
            return Optional.ofNullable(answers.readLine())
                    .filter(version -> Integer.parseInt(version.split("\\.", -1)[1]) >= 11)
                    .map(version -> new RealPython(process, answers, version));
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    String version() {
        return version;
    }

    /// What the name `r` holds after the program, or the type of the exception that ended it.
    String answer(String program) {
        try {
            programs.write(Base64.getEncoder().encodeToString(program.getBytes(StandardCharsets.UTF_8)) + "\n");
            programs.flush();
            var line = answers.readLine();
            if (line == null) {
                throw new IllegalStateException("Python ended at\n" + program);
            }
            var parts = line.split("\t", -1);
            return parts[0] + " " + new String(Base64.getDecoder().decode(parts[1]), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
    }
}
