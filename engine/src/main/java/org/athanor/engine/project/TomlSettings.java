package org.athanor.engine.project;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.athanor.engine.problem.Problem;
import org.athanor.engine.problem.ProblemKind;
import org.athanor.engine.problem.Refusal;
import org.jspecify.annotations.Nullable;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlTable;

/// The settings in one table of a TOML file.
final class TomlSettings implements Settings {
    private final TomlTable table;

    private TomlSettings(TomlTable table) {
        this.table = table;
    }

    /// The table at a dotted path; nothing if the file has none.
    static Optional<TomlSettings> parse(Path file, String text, String path) {
        var result = Toml.parse(text);
        if (result.hasErrors()) {
            throw new Refusal(result.errors().stream().map(e -> Problem.at(file, e.position().line(),
                    ProblemKind.BAD_CONFIG, firstLine(e.getMessage()), "The file is TOML.")).toList());
        }
        return result.isTable(path) ? Optional.of(new TomlSettings(result.getTableOrEmpty(path))) : Optional.empty();
    }

    /// Whether a text has the table at a dotted path, or can't be parsed and so may have it.
    static boolean mayHold(String text, String path) {
        var result = Toml.parse(text);
        return result.hasErrors() || result.isTable(path);
    }

    @Override
    public Optional<Value> get(String key) {
        var value = table.get(List.of(key));
        return value == null ? Optional.empty() : Optional.of(value(value, line(key)));
    }

    @Override
    public List<String> keys() {
        return table.keySet().stream().filter(key -> !table.isTable(List.of(key))).sorted().toList();
    }

    private static Value value(Object value, int line) {
        return switch (value) {
            case String text -> new Value.Text(text, line);
            case Boolean flag -> new Value.Flag(flag, line);
            case Long number -> new Value.Whole(number, line);
            case TomlArray array when array.toList().stream().allMatch(String.class::isInstance) -> new Value.Texts(
                    array.toList().stream().map(String.class::cast).toList(), line);
            default -> new Value.Other(line);
        };
    }

    private int line(String key) {
        var position = table.inputPositionOf(List.of(key));
        return position == null ? 0 : position.line();
    }

    private static String firstLine(@Nullable String message) {
        return message == null ? "The file can't be understood" : message.lines().findFirst().orElse("");
    }
}
