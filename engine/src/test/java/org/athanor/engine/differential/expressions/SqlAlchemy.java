package org.athanor.engine.differential.expressions;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The real SQLAlchemy in a Python process of its own.
record SqlAlchemy(String version, List<Map<String, String>> answers) {
    /// Names another Python, to compare with another version.
    private static final String PYTHON = "athanor.differential.python";
    private static final Pattern ESCAPE = Pattern.compile("\\\\(u[0-9a-f]{4}|.)");
    private static final Pattern TEXT = Pattern.compile("\"(postgresql|sqlite)\": \"((?:[^\"\\\\]|\\\\.)*)\"");

    /// What it prints for each source, by product; nothing for what it refuses. Empty if no Python has it.
    static Optional<SqlAlchemy> ask(Path folder, String names, List<String> sources) throws IOException {
        var script = folder.resolve("expressions.py");
        try (var source = Objects.requireNonNull(SqlAlchemy.class.getResourceAsStream("expressions.py"))) {
            Files.write(script, source.readAllBytes());
        }
        var questions = new ArrayList<String>();
        questions.add(json(names));
        sources.forEach(s -> questions.add(json(s)));
        Files.writeString(folder.resolve("questions.json"), "[" + String.join(",\n", questions) + "]");
        for (var python : Optional.ofNullable(System.getProperty(PYTHON)).map(List::of)
                .orElse(List.of("/usr/bin/python3", "python3"))) {
            var lines = run(python, script, folder);
            if (lines.size() > sources.size()) {
                return Optional.of(new SqlAlchemy(lines.getFirst(),
                        lines.stream().skip(1).map(SqlAlchemy::answer).toList()));
            }
        }
        return Optional.empty();
    }

    private static List<String> run(String python, Path script, Path folder) {
        var builder = new ProcessBuilder(python, script.toString(), folder.resolve("questions.json").toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        try {
            var process = builder.start();
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException _) {
            return List.of();
        }
    }

    private static Map<String, String> answer(String line) {
        var texts = new TreeMap<String, String>();
        var found = TEXT.matcher(line);
        while (found.find()) {
            texts.put(found.group(1), Printed.folded(plain(found.group(2))));
        }
        return texts;
    }

    private static String plain(String json) {
        return ESCAPE.matcher(json).replaceAll(found -> Matcher.quoteReplacement(switch (found.group(1).charAt(0)) {
            case 'n' -> "\n";
            case 't' -> "\t";
            case 'u' -> Character.toString(Integer.parseInt(found.group(1).substring(1), 16));
            default -> found.group(1);
        }));
    }

    private static String json(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
    }
}
