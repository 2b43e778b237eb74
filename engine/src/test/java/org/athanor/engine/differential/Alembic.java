package org.athanor.engine.differential;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import org.athanor.engine.differential.Answer.Stop;

/// The real Alembic in a Python process of its own, one question at a time.
final class Alembic implements AutoCloseable {
    /// Names another Python, to compare with another version of Alembic.
    static final String PYTHON = "athanor.differential.python";

    private final Process process;
    private final Writer questions;
    private final BufferedReader answers;
    private final String version;

    private Alembic(Process process, String version, BufferedReader answers) {
        this.process = process;
        this.version = version;
        this.answers = answers;
        this.questions = new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8);
    }

    /// The first Python that has Alembic, if there is one.
    static Optional<Alembic> find(Path folder) throws IOException {
        var script = folder.resolve("oracle.py");
        try (var source = Objects.requireNonNull(Alembic.class.getResourceAsStream("oracle.py"))) {
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

    private static Optional<Alembic> start(String python, Path script) {
        var builder = new ProcessBuilder(python, script.toString()).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("PYTHONHASHSEED", "0");
        try {
            var process = builder.start();
            var answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
            return Optional.ofNullable(answers.readLine()).map(version -> new Alembic(process, version, answers));
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    String version() {
        return version;
    }

    Answer ask(Case question) {
        try {
            questions.write(question.json() + "\n");
            questions.flush();
            var line = answers.readLine();
            if (line == null) {
                throw new IllegalStateException("Alembic ended at\n" + question);
            }
            return answer(question, List.of(line.split("\t", -1)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Answer answer(Case question, List<String> parts) {
        var rest = parts.subList(1, parts.size());
        return switch (parts.getFirst()) {
            case "steps" -> steps(question, rest.stream().map(Alembic::stop).toList());
            case "refused" -> new Answer.Refused(String.join(" ", rest));
            case "died" -> new Answer.Died(String.join(" ", rest));
            default -> throw new IllegalStateException("No answer: " + parts);
        };
    }

    private static Answer steps(Case question, List<Stop> stops) {
        return question.verb() == Case.Verb.STAMP ? Answer.Steps.stamp(question, stops) : new Answer.Steps(stops);
    }

    private static Stop stop(String text) {
        int bar = text.indexOf('|');
        var rows = Stream.of(text.substring(bar + 1)).flatMap(rest -> Arrays.stream(rest.split(",")));
        return new Stop(text.substring(0, bar), rows.filter(row -> !row.isEmpty()).toList());
    }

    @Override
    public void close() {
        process.destroy();
    }
}
