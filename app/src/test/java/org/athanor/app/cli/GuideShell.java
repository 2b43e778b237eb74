package org.athanor.app.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.athanor.app.cli.GuideCommand.Stage;
import org.athanor.engine.database.Secret;
import org.athanor.engine.database.TestPostgres;

/// Where a page's commands run: a fresh copy of a sample project and an environment of its own. `athanor` is the real
/// command line, called in this process; everything else is the system's shell.
final class GuideShell {
    /// What was seen on the terminal.
    record Answer(int exitCode, String text) {}

    private final Path root;
    private final Map<String, String> environment = new HashMap<>();
    private final Map<String, String> replaced = new LinkedHashMap<>();
    private Path folder;

    /// In a copy of a project of `migrations-sample`; `checkout` has all of them, `empty` none.
    GuideShell(Path root, String project) {
        this.root = root;
        var samples = Shell.samples();
        this.folder = root.resolve(project);
        make(folder);
        if (project.equals("checkout")) {
            copy(samples, folder.resolve("migrations-sample"));
        } else if (!project.equals("empty")) {
            copy(samples.resolve(project), folder);
        }
        var home = root.resolve("home");
        make(home);
        environment.put("HOME", home.toString());
        environment.put("XDG_STATE_HOME", home.resolve("state").toString());
        environment.put("XDG_CONFIG_HOME", home.resolve("config").toString());
        environment.put("ATHANOR_KEYCHAIN", "off");
        environment.put("VISUAL", "true");
        environment.put("PATH", System.getenv("PATH"));
    }

    Path folder() {
        return folder;
    }

    /// A URL as the page writes it means a fresh database of the tests' server from here on.
    void onPostgres(String url) {
        replaced.put(url, TestPostgres.freshDatabase());
    }

    /// A run's id as the page writes it means the newest run from here on.
    void newestRun(String id) {
        var runs = new Shell(folder, environment).athanor("journal").out().lines().toList();
        replaced.put(id, runs.isEmpty() ? id : runs.getLast().substring(0, id.length()));
    }

    /// As if the last run's process had been killed before it could write the end.
    void cutOffTheLastRun() {
        try (var books = Files.list(root.resolve("home/state/athanor/journal"))) {
            var book = books.filter(file -> file.toString().endsWith(".jsonl")).findFirst().orElseThrow();
            var lines = Files.readAllLines(book);
            Files.writeString(book, String.join("\n", lines.subList(0, lines.size() - 1)).replaceAll(
                    "\"started\":\"[^\"]*\"", "\"started\":\"1970-01-01T00:00:00Z\"") + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What somebody did to the page's database by hand.
    void sql(String statement) {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("shop.db"));
                var hand = connection.createStatement()) {
            hand.execute(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    void write(String file, List<String> lines) {
        try {
            make(folder.resolve(file).resolveSibling(""));
            Files.writeString(folder.resolve(file), String.join("\n", lines) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The text with what stands for something else in this shell.
    String replaced(String text) {
        var result = text;
        for (var entry : replaced.entrySet()) {
            result = result.replace(entry.getKey(), entry.getValue());
        }
        return result;
    }

    Answer run(String line) {
        var command = GuideCommand.parse(replaced(line), environment);
        var in = "";
        int exitCode = 0;
        for (var stage : command.stages()) {
            var answer = stage.isAthanor() ? athanor(stage, in) : other(stage, in);
            exitCode = exitCode == 0 ? answer.exitCode() : exitCode;
            in = answer.text();
        }
        return new Answer(exitCode, in);
    }

    private Answer athanor(Stage stage, String in) {
        var terminal = new StringWriter();
        var data = stage.redirection().isEmpty() ? terminal : new StringWriter();
        var own = new HashMap<>(environment);
        stage.assignments().forEach(word -> assign(own, word));
        var output = new Output(new PrintWriter(data), new PrintWriter(terminal), false, Optional::empty,
                Optional::empty, () -> in.lines().findFirst().map(Secret::new));
        int exitCode = new CommandLineFace(folder, own, output).run(stage.arguments().toArray(String[]::new));
        if (!stage.redirection().isEmpty()) {
            write(stage.redirection().getLast(), data.toString().lines().toList());
        }
        return new Answer(exitCode, terminal.toString());
    }

    private Answer other(Stage stage, String in) {
        if (stage.words().getFirst().equals("cd")) {
            folder = folder.resolve(stage.words().getLast());
            return new Answer(Files.isDirectory(folder) ? 0 : 1, "");
        }
        if (stage.words().getFirst().equals("export")) {
            stage.words().stream().skip(1).forEach(word -> assign(environment, word));
            return new Answer(0, "");
        }
        return system(stage.text(), in);
    }

    private static void assign(Map<String, String> variables, String word) {
        var equals = word.indexOf('=');
        variables.put(word.substring(0, equals), word.substring(equals + 1));
    }

    private Answer system(String command, String in) {
        try {
            var builder = new ProcessBuilder("sh", "-c", command).directory(folder.toFile()).redirectErrorStream(true);
            builder.environment().putAll(environment);
            var process = builder.start();
            try (var input = process.outputWriter(StandardCharsets.UTF_8)) {
                input.write(in);
            }
            var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Answer(process.waitFor(), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void make(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copy(Path from, Path to) {
        try (var files = Files.walk(from)) {
            for (var file : files.toList()) {
                var target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else if (!file.toString().endsWith(".db")) {
                    Files.copy(file, target);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
