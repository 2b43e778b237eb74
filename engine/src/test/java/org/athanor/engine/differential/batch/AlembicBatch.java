package org.athanor.engine.differential.batch;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// The real Alembic in a Python process of its own, which runs batch migrations on SQLite files.
final class AlembicBatch implements AutoCloseable {
    private static final String PYTHON = "athanor.differential.python";

    private final Process process;
    private final String version;
    private final Writer questions;
    private final BufferedReader answers;

    private AlembicBatch(Process process, String version, BufferedReader answers) {
        this.process = process;
        this.version = version;
        this.answers = answers;
        this.questions = new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8);
    }

    /// The first Python that has Alembic, if there is one.
    static Optional<AlembicBatch> find(Path folder) throws IOException {
        var script = folder.resolve("batch_oracle.py");
        try (var source = Objects.requireNonNull(AlembicBatch.class.getResourceAsStream("batch_oracle.py"))) {
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

    private static Optional<AlembicBatch> start(String python, Path script) {
        var builder = new ProcessBuilder(python, script.toString()).redirectError(ProcessBuilder.Redirect.DISCARD);
        try {
            var process = builder.start();
            var answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
            return Optional.ofNullable(answers.readLine()).map(v -> new AlembicBatch(process, v, answers));
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    String version() {
        return version;
    }

    /// Whether this Alembic is older than the one that we follow.
    boolean isOlder() {
        return version.matches("1\\.1?\\d\\..*") && !version.startsWith("1.19");
    }

    BatchOutcome run(BatchCase question, SqliteFile file) throws IOException, SQLException {
        questions.write(encoded(file.path().toString()) + "\t" + encoded(question.change()) + "\n");
        questions.flush();
        var line = Objects.requireNonNull(answers.readLine(), "Alembic ended");
        var parts = List.of(line.split("\t", -1)).stream().map(AlembicBatch::decoded).toList();
        var rest = parts.subList(1, parts.size());
        return parts.getFirst().equals("sent")
                ? new BatchOutcome.Done(rest, file.contents())
                : new BatchOutcome.Refused(String.join("\n", rest));
    }

    private static String encoded(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String decoded(String text) {
        return new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        process.destroy();
    }
}
