package org.athanor.engine.differential.autogenerate;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// The real Alembic in a Python process of its own: it makes pairs of schemas, says what differs, and runs revisions.
final class AlembicPairs implements AutoCloseable {
    private final Process process;
    private final Writer questions;
    private final BufferedReader answers;
    private final String version;

    private AlembicPairs(Process process, BufferedReader answers, String version) {
        this.process = process;
        this.answers = answers;
        this.version = version;
        this.questions = new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8);
    }

    /// The first Python that has Alembic and a driver for PostgreSQL, if there is one.
    static Optional<AlembicPairs> find(Path folder) throws IOException {
        var script = folder.resolve("pairs.py");
        try (var source = Objects.requireNonNull(AlembicPairs.class.getResourceAsStream("pairs.py"))) {
            Files.write(script, source.readAllBytes());
        }
        var named = Optional.ofNullable(System.getProperty("athanor.differential.python"));
        for (var python : named.map(List::of).orElse(List.of("/usr/bin/python3", "python3"))) {
            try {
                var builder = new ProcessBuilder(python, script.toString())
                        .redirectError(folder.resolve("python.log").toFile());
                builder.environment().put("PYTHONHASHSEED", "0");
                var process = builder.start();
                var answers = new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
                var version = answers.readLine();
                if (version != null) {
                    return Optional.of(new AlembicPairs(process, answers, version));
                }
            } catch (IOException _) {
                // There is no such program; the next one may be there.
            }
        }
        return Optional.empty();
    }

    String version() {
        return version;
    }

    List<String> ask(Object... words) throws IOException {
        questions.write(String.join("\t", List.of(words).stream().map(Object::toString).toList()) + "\n");
        questions.flush();
        var line = Objects.requireNonNull(answers.readLine(), "Alembic ended");
        var parts = List.of(line.split("\t", -1));
        if (!parts.getFirst().equals("lines")) {
            throw new AssertionError(parts.getLast().replace("\\n", "\n"));
        }
        return parts.subList(1, parts.size());
    }

    @Override
    public void close() {
        process.destroy();
    }
}
