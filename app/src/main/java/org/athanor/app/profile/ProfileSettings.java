package org.athanor.app.profile;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

import org.athanor.engine.problem.Problem;
import org.athanor.engine.problem.ProblemKind;
import org.athanor.engine.script.TimeLimits;
import org.tomlj.TomlArray;
import org.tomlj.TomlTable;

/// One profile's settings as they stand in the file; what can't be understood becomes a fault with its line. Values are
/// never repeated in faults of passwords.
final class ProfileSettings {
    private final Path file;
    private final String name;
    private final TomlTable table;
    private final int line;
    private final List<Problem> faults;

    ProfileSettings(Path file, String name, TomlTable tables, List<Problem> faults) {
        this.file = file;
        this.name = name;
        this.faults = faults;
        this.line = ProfileReader.line(tables, name);
        if (tables.isTable(List.of(name))) {
            this.table = tables.getTableOrEmpty(List.of(name));
        } else {
            this.table = org.tomlj.Toml.parse("");
            faults.add(Problem.at(file, line, ProblemKind.BAD_PROFILE, "'%s' is not a profile".formatted(name),
                    "A profile begins with a line [profile.name]."));
        }
    }

    String name() {
        return name;
    }

    Iterable<String> keys() {
        return table.keySet();
    }

    boolean has(String key) {
        return table.contains(List.of(key));
    }

    Optional<String> string(String key) {
        return value(key, String.class, "is not a text").filter(text -> {
            if (text.isBlank()) {
                fault(key, "'%s' is empty".formatted(key), "Give it a value, or remove the line.");
            }
            return !text.isBlank();
        });
    }

    boolean flag(String key) {
        return value(key, Boolean.class, "is neither true nor false").orElse(false);
    }

    int port(String key, int usual) {
        long port = value(key, Long.class, "is not a number").orElse((long) usual);
        if (port < 1 || port > 65_535) {
            fault(key, "%d is not a port".formatted(port), "A port is a number from 1 to 65535.");
        }
        return Math.clamp(port, 1, 65_535);
    }

    Optional<Duration> time(String key) {
        return string(key).flatMap(text -> {
            var time = TimeLimits.duration(text);
            if (time.isEmpty()) {
                fault(key, "'%s' is not a time".formatted(text), "Write it as 500ms, 5s, 2min, 1h, or 0 for no limit.");
            }
            return time;
        });
    }

    /// A relative path starts where the file is.
    Optional<Path> path(String key) {
        return string(key).flatMap(text -> {
            try {
                return Optional.of(Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(file).resolve(text)
                        .normalize());
            } catch (InvalidPathException e) {
                fault(key, "This is not a path: " + e.getReason(), "Name a file or a folder.");
                return Optional.empty();
            }
        });
    }

    Optional<List<String>> words(String key) {
        return value(key, TomlArray.class, "is not a list of texts").flatMap(array -> {
            var texts = array.toList().stream().filter(String.class::isInstance).map(String.class::cast).toList();
            if (texts.size() != array.size() || texts.isEmpty()) {
                fault(key, "'%s' is not a list of texts".formatted(key), "Write it as [\"program\", \"argument\"].");
                return Optional.empty();
            }
            return Optional.of(texts);
        });
    }

    Map<String, String> texts(String key) {
        var texts = new TreeMap<String, String>();
        value(key, TomlTable.class, "is not a table").ifPresent(inner -> {
            for (var option : inner.keySet()) {
                if (inner.get(List.of(option)) instanceof String value) {
                    texts.put(option, value);
                } else {
                    fault(key, "The option '%s' is not a text".formatted(option), "Write its value between quotes.");
                }
            }
        });
        return texts;
    }

    /// One of several words.
    <T> Optional<T> choice(String key, Function<String, Optional<T>> named, String choices) {
        return string(key).flatMap(text -> {
            var found = named.apply(text);
            if (found.isEmpty()) {
                fault(key, "'%s' is none of: %s".formatted(key, choices), "Choose one of them.");
            }
            return found;
        });
    }

    void fault(String key, String message, String hint) {
        var at = has(key) ? ProfileReader.line(table, key) : line;
        faults.add(Problem.at(file, at, ProblemKind.BAD_PROFILE, "Profile %s: %s".formatted(name, message), hint));
    }

    boolean isSound() {
        return faults.isEmpty();
    }

    private <T> Optional<T> value(String key, Class<T> type, String otherwise) {
        var value = table.get(List.of(key));
        if (value == null) {
            return Optional.empty();
        }
        if (!type.isInstance(value)) {
            fault(key, "'%s' %s".formatted(key, otherwise), "Mend the line.");
            return Optional.empty();
        }
        return Optional.of(type.cast(value));
    }
}
