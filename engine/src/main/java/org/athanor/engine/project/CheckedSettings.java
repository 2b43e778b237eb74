package org.athanor.engine.project;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import org.athanor.engine.problem.Problem;
import org.athanor.engine.problem.ProblemKind;
import org.athanor.engine.project.Settings.Value;

/// The settings of a configuration file in the forms that are wanted. A value of another form is a problem in a list.
final class CheckedSettings {
    private static final Pattern LEGACY_SEPARATOR = Pattern.compile(", *| +|\n");
    private static final Pattern LEGACY_PATH_SEPARATOR = Pattern.compile(", *| +|:|\n");

    private final Path file;
    private final Settings settings;
    private final List<Problem> problems = new ArrayList<>();
    private final List<Problem> notes = new ArrayList<>();

    CheckedSettings(Path file, Settings settings) {
        this.file = file;
        this.settings = settings;
    }

    List<Problem> problems() {
        return problems;
    }

    /// What is understood and not followed.
    List<Problem> notes() {
        return notes;
    }

    List<String> keys() {
        return settings.keys();
    }

    boolean has(String key) {
        return settings.get(key).isPresent();
    }

    /// The line of each setting.
    Map<String, Integer> lines() {
        var lines = new HashMap<String, Integer>();
        settings.keys().forEach(key -> lines.put(key, line(key)));
        return lines;
    }

    Optional<String> text(String key) {
        return settings.get(key).flatMap(value -> value instanceof Value.Text(var text, _)
                ? Optional.of(text)
                : noText(key, value));
    }

    /// Apart, because the JVM takes milliseconds to make ready the first such switch of each call, and most files need none.
    private Optional<String> noText(String key, Value value) {
        return switch (value) {
            case Value.Text(var text, _) -> Optional.of(text);
            case Value.Broken(var reason, _) -> {
                fault(key, "'%s' can't be read: %s".formatted(key, reason), "Correct the reference.");
                yield Optional.empty();
            }
            case Value.Flag _,Value.Texts _,Value.Whole _,Value.Other _ -> {
                fault(key, "'%s' must be a text".formatted(key), "Put the value between double quotes.");
                yield Optional.empty();
            }
        };
    }

    /// The text of a setting, if it can be told; anything else is passed over.
    Optional<String> anyText(String key) {
        return settings.get(key)
                .flatMap(v -> v instanceof Value.Text(var text, _) ? Optional.of(text) : Optional.empty());
    }

    /// A list of names, cut by the project's own separator; without one, by the blanks and commas of old.
    List<String> texts(String key) {
        return texts(key, has("path_separator") ? "path_separator" : "version_path_separator", LEGACY_SEPARATOR);
    }

    /// The same for folders, which colons set apart, too, if the project names no separator.
    List<String> paths(String key) {
        return texts(key, "path_separator", LEGACY_PATH_SEPARATOR);
    }

    /// A list of texts, one a line where the file has no lists.
    List<String> lines(String key) {
        var value = settings.get(key);
        return value.isPresent() && value.get() instanceof Value.Text(var text, _) && !isToml()
                ? text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList()
                : texts(key);
    }

    private List<String> texts(String key, String separatorKey, Pattern legacy) {
        var value = settings.get(key);
        if (value.isPresent() && value.get() instanceof Value.Texts(var texts, _)) {
            return texts;
        }
        if (value.isPresent() && !(value.get() instanceof Value.Text) && !(value.get() instanceof Value.Broken)) {
            fault(key, "'%s' must be a list of texts".formatted(key), "Write it as [\"one\", \"two\"].");
            return List.of();
        }
        return text(key).map(text -> split(text, separatorKey, legacy)).orElse(List.of());
    }

    private List<String> split(String text, String key, Pattern legacy) {
        var parts = text(key).map(separator -> switch (separator) {
            case "space" -> text.split(" ", -1);
            case "newline" -> text.split("\n", -1);
            case "os" -> text.split(Pattern.quote(File.pathSeparator), -1);
            case ":", ";" -> text.split(separator, -1);
            default -> {
                fault(key, "'%s' is not a separator".formatted(separator), "Use space, newline, os, : or ;.");
                yield new String[0];
            }
        }).orElseGet(() -> legacy.split(text, -1));
        return Arrays.stream(parts).map(String::strip).filter(part -> !part.isEmpty()).toList();
    }

    boolean flag(String key) {
        return settings.get(key).map(value -> switch (value) {
            case Value.Flag(var flag, _) -> flag;
            case Value.Text(var text, _) when !isToml() ->
                text.equals("true");
            case Value.Text _,Value.Texts _,Value.Whole _,Value.Other _,Value.Broken _ -> {
                fault(key, "'%s' must be true or false".formatted(key), "Write true or false, without quotes.");
                yield false;
            }
        }).orElse(false);
    }

    /// A whole number that isn't negative; 0 without one.
    int number(String key) {
        return settings.get(key).map(value -> switch (value) {
            case Value.Whole(var number, _) when number >= 0 && number <= Integer.MAX_VALUE -> (int) number;
            case Value.Text(var text, _) when text.strip().matches("\\d{1,6}") -> Integer.parseInt(text.strip());
            case Value.Whole _,Value.Text _,Value.Flag _,Value.Texts _,Value.Other _,Value.Broken _ -> {
                fault(key, "'%s' must be a whole number".formatted(key), "Write it as 40.");
                yield 0;
            }
        }).orElse(0);
    }

    private boolean isToml() {
        return String.valueOf(file.getFileName()).endsWith(".toml");
    }

    void fault(String key, String message, String hint) {
        var problem = Problem.at(file, line(key), ProblemKind.BAD_CONFIG, message, hint);
        if (!problems.contains(problem)) {
            problems.add(problem);
        }
    }

    void note(String key, String message, String hint) {
        notes.add(Problem.at(file, line(key), ProblemKind.NOT_SUPPORTED, message, hint));
    }

    private int line(String key) {
        return settings.get(key).map(Value::line).orElse(0);
    }
}
