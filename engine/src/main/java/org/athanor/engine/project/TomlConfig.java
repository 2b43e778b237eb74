package org.athanor.engine.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

import org.athanor.engine.database.VersionTable;
import org.athanor.engine.problem.Problem;
import org.athanor.engine.problem.ProblemKind;
import org.athanor.engine.problem.Refusal;
import org.jspecify.annotations.Nullable;
import org.tomlj.Toml;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;

/// Reads `athanor.toml`.
final class TomlConfig {
    private static final String SECTION = "athanor";
    private static final Set<String> KEYS = Set.of("script_location", "version_locations",
            "recursive_version_locations", "url", "version_table", "version_table_schema");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(\\w+)}");

    private final Path file;
    private final TomlTable table;
    private final Map<String, String> environment;
    private final List<Problem> problems = new ArrayList<>();

    private TomlConfig(Path file, TomlTable table, Map<String, String> environment) {
        this.file = file;
        this.table = table;
        this.environment = environment;
    }

    static ProjectConfig read(Path file, Map<String, String> environment) throws IOException {
        var result = Toml.parse(Files.readString(file));
        if (result.hasErrors()) {
            throw new Refusal(result.errors().stream().map(e -> Problem.at(file, e.position().line(),
                    ProblemKind.BAD_CONFIG, firstLine(e.getMessage()), "The file is TOML.")).toList());
        }
        var section = result.isTable(SECTION) ? result.getTable(SECTION) : null;
        if (section == null) {
            throw new Refusal(Problem.at(file, 0, ProblemKind.BAD_CONFIG, "There is no [athanor] section",
                    "Begin the file with a line `[athanor]`."));
        }
        return new TomlConfig(file, section, environment).config();
    }

    private ProjectConfig config() {
        for (var key : new TreeSet<>(table.keySet())) {
            if (!KEYS.contains(key) && !table.isTable(List.of(key))) {
                fault(key, "'%s' is not a setting".formatted(key),
                        "The settings are " + String.join(", ", new TreeSet<>(KEYS)) + ".");
            }
        }
        var folder = Optional.ofNullable(file.toAbsolutePath().normalize().getParent()).orElse(file.toAbsolutePath());
        var scripts = string("script_location").map(s -> path(folder, "script_location", s)).orElse(folder);
        var locations = strings("version_locations").stream().map(s -> path(folder, "version_locations", s)).toList();
        var versionTable = new VersionTable(string("version_table").orElse(VersionTable.DEFAULT.name()),
                string("version_table_schema"), true);
        var config = new ProjectConfig(file, folder, scripts,
                locations.isEmpty() ? List.of(scripts.resolve("versions")) : locations,
                flag("recursive_version_locations"), string("url").map(this::expand), versionTable);
        if (!problems.isEmpty()) {
            throw new Refusal(problems);
        }
        return config;
    }

    private Path path(Path folder, String key, String text) {
        try {
            return folder.resolve(text).normalize();
        } catch (InvalidPathException e) {
            fault(key, "'%s' is not a path: %s".formatted(text, e.getReason()), "Name a folder.");
            return folder;
        }
    }

    private String expand(String url) {
        return VARIABLE.matcher(url).replaceAll(match -> {
            var value = environment.get(match.group(1));
            if (value == null) {
                fault("url", "The environment has no variable " + match.group(1), "Set it, or give --url.");
                return "";
            }
            return java.util.regex.Matcher.quoteReplacement(value);
        });
    }

    private Optional<String> string(String key) {
        var value = table.get(List.of(key));
        if (value != null && !(value instanceof String)) {
            fault(key, "'%s' must be a text".formatted(key), "Put the value between double quotes.");
        }
        return value instanceof String text ? Optional.of(text) : Optional.empty();
    }

    private List<String> strings(String key) {
        if (!table.contains(List.of(key))) {
            return List.of();
        }
        if (table.isArray(List.of(key))) {
            var values = table.getArrayOrEmpty(List.of(key)).toList();
            if (values.stream().allMatch(String.class::isInstance)) {
                return values.stream().map(String.class::cast).toList();
            }
        }
        fault(key, "'%s' must be a list of texts".formatted(key), "Write it as [\"one\", \"two\"].");
        return List.of();
    }

    private boolean flag(String key) {
        var value = table.get(List.of(key));
        if (value != null && !(value instanceof Boolean)) {
            fault(key, "'%s' must be true or false".formatted(key), "Write true or false, without quotes.");
        }
        return Boolean.TRUE.equals(value);
    }

    private void fault(String key, String message, String hint) {
        var position = table.inputPositionOf(List.of(key));
        problems.add(Problem.at(file, position == null ? 0 : line(position), ProblemKind.BAD_CONFIG, message, hint));
    }

    private static int line(TomlPosition position) {
        return position.line();
    }

    private static String firstLine(@Nullable String message) {
        return message == null ? "The file can't be understood" : message.lines().findFirst().orElse("");
    }
}
