package org.athanor.engine.differential.operations;

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

import org.athanor.engine.dialect.Product;

/// The real Alembic in a Python process of its own. Questions are sent first and answered later, so that both tools
/// can work at the same time.
final class AlembicStatements implements AutoCloseable {
    /// Names another Python, to compare with another version of Alembic.
    static final String PYTHON = "athanor.differential.python";
    private static final String DRIVER = " psycopg2";

    private final Process process;
    private final Writer questions;
    private final BufferedReader answers;
    private final String versions;
    private final boolean hasDriver;

    private AlembicStatements(Process process, String versions, BufferedReader answers) {
        this.process = process;
        this.versions = versions.replace(DRIVER, "");
        this.hasDriver = versions.endsWith(DRIVER);
        this.answers = answers;
        this.questions = new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8);
    }

    /// The first Python that has Alembic, if there is one.
    static Optional<AlembicStatements> find(Path folder) throws IOException {
        var script = folder.resolve("statements.py");
        try (var source = Objects.requireNonNull(AlembicStatements.class.getResourceAsStream("statements.py"))) {
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

    private static Optional<AlembicStatements> start(String python, Path script) {
        var builder = new ProcessBuilder(python, script.toString()).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("PYTHONHASHSEED", "0");
        builder.environment().put("PYTHONDONTWRITEBYTECODE", "1");
        builder.environment().put("PYTHONIOENCODING", "utf-8");
        try {
            var process = builder.start();
            var answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
            return Optional.ofNullable(answers.readLine())
                    .map(versions -> new AlembicStatements(process, versions, answers));
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    /// Alembic's and SQLAlchemy's, as `1.8.1 1.4.46`.
    String versions() {
        return versions;
    }

    /// Asks what is printed; the answers are for the upgrade, then for the downgrade.
    void askToPrint(CaseFolder folder, Product product) {
        send("print", folder, product.code());
    }

    Printed printed() {
        var parts = receive();
        if (parts.getFirst().equals("error")) {
            return new Printed.Refused(parts.get(1));
        }
        return new Printed.Statements(Folding.sorted(parts.subList(1, parts.size()).stream()
                .map(text -> (text.startsWith("-") ? Folding.OUTSIDE : "") + Folding.fold(text.substring(1)))
                .toList()));
    }

    /// Asks it to go up to the revision on that database, or down from it.
    void askToRun(String way, CaseFolder folder, String url) {
        send(way, folder, url);
    }

    /// What went wrong, if something did.
    Optional<String> fault() {
        var parts = receive();
        return parts.getFirst().equals("error") ? Optional.of(parts.get(1)) : Optional.empty();
    }

    /// Whether its Python can talk to PostgreSQL.
    boolean hasDriver() {
        return hasDriver;
    }

    private void send(String ask, CaseFolder folder, String where) {
        try {
            questions.write(String.join("\t", ask, folder.folder().toString(), folder.revision(), where) + "\n");
            questions.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> receive() {
        try {
            var line = answers.readLine();
            if (line == null) {
                throw new IllegalStateException("Alembic ended");
            }
            return Arrays.stream(line.split("\t", -1)).map(AlembicStatements::plain).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String plain(String escaped) {
        return escaped.translateEscapes();
    }

    @Override
    public void close() {
        process.destroy();
    }
}
