package org.athanor.engine.project;

import java.io.File;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.athanor.engine.database.VersionTable;
import org.athanor.engine.problem.Problem;
import org.athanor.engine.problem.ProblemKind;
import org.athanor.engine.problem.Refusal;
import org.athanor.engine.project.ProjectConfig.Hook;
import org.athanor.engine.project.ProjectConfig.NewFiles;
import org.athanor.engine.project.Settings.Value;

/// Turns `athanor.toml`, `alembic.ini` or `pyproject.toml` into a [ProjectConfig], and collects what is wrong with it.
final class ConfigReader {
    private static final Set<String> ATHANOR_KEYS = Set.of("script_location", "version_locations", "path_separator",
            "recursive_version_locations", "url", "version_table", "version_table_schema", "file_template", "timezone",
            "truncate_slug_length", "output_encoding", "transaction_per_migration");
    private static final String UNFILLED_URL = "driver://user:pass@localhost/dbname";
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(\\w+)}");
    private static final Pattern LEGACY_SEPARATOR = Pattern.compile(", *| +|\n");

    private final Path file;
    private final Path folder;
    private final Settings settings;
    private final List<Hook> hooks;
    private final Map<String, String> environment;
    private final List<Problem> problems = new ArrayList<>();
    private final List<Problem> notes = new ArrayList<>();

    private ConfigReader(Path file, Settings settings, List<Hook> hooks, Map<String, String> environment) {
        this.file = file;
        this.folder = folderOf(file);
        this.settings = settings;
        this.hooks = hooks;
        this.environment = environment;
    }

    /// Reads a configuration by what its name says it is; `section` picks one of an `.ini` file's.
    static ProjectConfig read(Path file, String section, Map<String, String> environment) throws IOException {
        var name = String.valueOf(file.getFileName());
        if (name.equals("pyproject.toml")) {
            return new ConfigReader(file, pyproject(file).orElseThrow(() -> noSection(file, "tool.alembic")),
                    Hooks.ofToml(text(file)), environment).alembic();
        }
        if (name.endsWith(".toml")) {
            var settings = TomlSettings.parse(file, text(file), "athanor");
            return new ConfigReader(file, settings.orElseThrow(() -> noSection(file, "athanor")), List.of(),
                    environment).athanor();
        }
        var ini = IniFile.parse(file, text(file), Map.of("here", folderOf(file).toString()));
        var beside = folderOf(file).resolve("pyproject.toml");
        var below = Files.isRegularFile(beside) ? pyproject(beside) : Optional.<Settings>empty();
        if (!ini.hasSection(section) && below.isEmpty()) {
            throw noSection(file, section);
        }
        var above = ini.section(section);
        var hooks = ini.hasSection(Hooks.SECTION)
                ? Hooks.ofIni(ini.section(Hooks.SECTION))
                : below.isPresent() ? Hooks.ofToml(text(beside)) : List.<Hook>of();
        return new ConfigReader(file, below.<Settings>map(b -> new Layered(above, b)).orElse(above), hooks, environment)
                .alembic();
    }

    private static Optional<Settings> pyproject(Path file) throws IOException {
        return TomlSettings.parse(file, text(file), "tool.alembic").map(s -> new Here(s, folderOf(file)));
    }

    private static String text(Path file) throws IOException {
        try {
            return Files.readString(file);
        } catch (CharacterCodingException e) {
            throw new Refusal(Problem.at(file, 0, ProblemKind.BAD_CONFIG, "The file is not UTF-8 text",
                    "Save it as UTF-8."));
        }
    }

    private static Path folderOf(Path file) {
        var absolute = file.toAbsolutePath().normalize();
        return Optional.ofNullable(absolute.getParent()).orElse(absolute);
    }

    private static Refusal noSection(Path file, String name) {
        return new Refusal(Problem.at(file, 0, ProblemKind.BAD_CONFIG, "There is no [%s] section".formatted(name),
                "Begin the settings with a line `[%s]`.".formatted(name)));
    }

    private ProjectConfig athanor() {
        for (var key : settings.keys()) {
            if (!ATHANOR_KEYS.contains(key)) {
                fault(key, "'%s' is not a setting".formatted(key),
                        "The settings are " + String.join(", ", new TreeSet<>(ATHANOR_KEYS)) + ".");
            }
        }
        var scripts = text("script_location").map(this::path).orElse(folder);
        var versionTable = new VersionTable(text("version_table").orElse(VersionTable.DEFAULT.name()),
                text("version_table_schema"), true);
        return config(scripts, text("url").map(this::expand), Optional.of(folder), versionTable,
                flag("transaction_per_migration"), NewFiles.Format.SQL);
    }

    private ProjectConfig alembic() {
        var location = text("script_location");
        if (location.isEmpty() && problems.isEmpty()) {
            fault("script_location", "There is no 'script_location' setting",
                    "Name the folder that holds env.py and versions/, such as script_location = migrations.");
        }
        var scripts = location.map(this::path).orElse(folder);
        if (flag("sourceless")) {
            note("sourceless", "sourceless is not supported: compiled revisions (.pyc) are not read",
                    "Keep the .py files beside them.");
        }
        if (settings.get("prepend_sys_path").isPresent()) {
            note("prepend_sys_path", "prepend_sys_path is not followed: no Python is run", "");
        }
        var url = settings.get("sqlalchemy.url")
                .flatMap(v -> v instanceof Value.Text t ? Optional.of(t.text()) : Optional.empty())
                .filter(u -> !u.isBlank() && !u.equals(UNFILLED_URL));
        var env = EnvScript.read(scripts.resolve("env.py"));
        notes.addAll(env.notes());
        return config(scripts, url, Optional.empty(), env.versionTable(), env.transactionPerMigration(),
                NewFiles.Format.PYTHON);
    }

    private ProjectConfig config(Path scripts, Optional<String> url, Optional<Path> urlFolder,
            VersionTable versionTable, boolean transactionPerMigration, NewFiles.Format format) {
        var locations = texts("version_locations").stream().map(this::path).toList();
        var newFiles = new NewFiles(text("file_template").orElse(NewFiles.DEFAULT_TEMPLATE), text("timezone"),
                slugLength(), text("output_encoding").orElse("utf-8"), format);
        var config = new ProjectConfig(file, folder, scripts,
                locations.isEmpty() ? List.of(scripts.resolve("versions")) : locations,
                flag("recursive_version_locations"), url, urlFolder, versionTable,
                transactionPerMigration, newFiles, hooks, notes);
        if (!problems.isEmpty()) {
            throw new Refusal(problems);
        }
        return config;
    }

    private int slugLength() {
        var key = "truncate_slug_length";
        int length = settings.get(key).map(value -> switch (value) {
            case Value.Whole(var number, _) -> Math.toIntExact(number);
            case Value.Text(var text, _) when text.strip().matches("\\d{1,6}") -> Integer.parseInt(text.strip());
            case Value.Text _,Value.Flag _,Value.Texts _,Value.Other _,Value.Broken _ -> {
                fault(key, "'%s' must be a whole number".formatted(key), "Write it as 40.");
                yield 0;
            }
        }).orElse(0);
        return length > 0 ? length : NewFiles.DEFAULT_SLUG_LENGTH;
    }

    /// A path as the configuration writes it: absolute, below this folder, or `package:folder` within it.
    private Path path(String text) {
        try {
            int colon = text.indexOf(':');
            if (colon > 1 && !Path.of(text).isAbsolute()) {
                return packaged(text.substring(0, colon).replace('.', '/'), text.substring(colon + 1));
            }
            boolean isOurs = file.endsWith("athanor.toml");
            var here = folder.resolve(text).normalize();
            var fromWorkingFolder = Path.of(text).toAbsolutePath().normalize();
            return isOurs || Files.exists(here) || !Files.exists(fromWorkingFolder) ? here : fromWorkingFolder;
        } catch (InvalidPathException e) {
            problems.add(Problem.at(file, 0, ProblemKind.BAD_CONFIG,
                    "'%s' is not a path: %s".formatted(text, e.getReason()), "Name a folder."));
            return folder;
        }
    }

    private Path packaged(String module, String resource) {
        return Stream.of(folder, folder.resolve("src"), Path.of("").toAbsolutePath())
                .map(root -> root.resolve(module).resolve(resource).normalize()).filter(Files::exists).findFirst()
                .orElse(folder.resolve(module).resolve(resource).normalize());
    }

    /// Puts in what the environment has; a variable that it lacks stays as written, and matters when somebody connects.
    private String expand(String url) {
        return VARIABLE.matcher(url).replaceAll(match -> {
            var value = environment.get(match.group(1));
            return Matcher.quoteReplacement(value == null ? match.group() : value);
        });
    }

    private Optional<String> text(String key) {
        return settings.get(key).flatMap(value -> switch (value) {
            case Value.Text(var text, _) -> Optional.of(text);
            case Value.Broken(var reason, _) -> {
                fault(key, "'%s' can't be read: %s".formatted(key, reason), "Correct the reference.");
                yield Optional.empty();
            }
            case Value.Flag _,Value.Texts _,Value.Whole _,Value.Other _ -> {
                fault(key, "'%s' must be a text".formatted(key), "Put the value between double quotes.");
                yield Optional.empty();
            }
        });
    }

    private List<String> texts(String key) {
        var value = settings.get(key);
        if (value.isPresent() && value.get() instanceof Value.Texts(var texts, _)) {
            return texts;
        }
        if (value.isPresent() && !(value.get() instanceof Value.Text) && !(value.get() instanceof Value.Broken)) {
            fault(key, "'%s' must be a list of texts".formatted(key), "Write it as [\"one\", \"two\"].");
            return List.of();
        }
        return text(key).map(this::split).orElse(List.of());
    }

    /// Cuts a list by the project's own separator; without one, by the blanks and commas of old.
    private List<String> split(String text) {
        var key = settings.get("path_separator").isPresent() ? "path_separator" : "version_path_separator";
        var parts = text(key).map(separator -> switch (separator) {
            case "space" -> text.split(" ", -1);
            case "newline" -> text.split("\n", -1);
            case "os" -> text.split(Pattern.quote(File.pathSeparator), -1);
            case ":", ";" -> text.split(separator, -1);
            default -> {
                fault(key, "'%s' is not a separator".formatted(separator), "Use space, newline, os, : or ;.");
                yield new String[0];
            }
        }).orElseGet(() -> LEGACY_SEPARATOR.split(text, -1));
        return Arrays.stream(parts).map(String::strip).filter(part -> !part.isEmpty()).toList();
    }

    private boolean flag(String key) {
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

    private boolean isToml() {
        return String.valueOf(file.getFileName()).endsWith(".toml");
    }

    private void fault(String key, String message, String hint) {
        problems.add(Problem.at(file, line(key), ProblemKind.BAD_CONFIG, message, hint));
    }

    private void note(String key, String message, String hint) {
        notes.add(Problem.at(file, line(key), ProblemKind.NOT_SUPPORTED, message, hint));
    }

    private int line(String key) {
        return settings.get(key).map(Value::line).orElse(0);
    }

    /// An `.ini` section first, and what it lacks from the `pyproject.toml` beside it.
    private record Layered(Settings above, Settings below) implements Settings {
        @Override
        public Optional<Value> get(String key) {
            return above.get(key).or(() -> below.get(key));
        }

        @Override
        public List<String> keys() {
            return Stream.concat(above.keys().stream(), below.keys().stream()).distinct().toList();
        }
    }

    /// Texts of `pyproject.toml` may say `%(here)s`, and write a percent sign twice.
    private record Here(Settings settings, Path folder) implements Settings {
        @Override
        public Optional<Value> get(String key) {
            return settings.get(key).map(value -> switch (value) {
                case Value.Text(var text, var line) -> new Value.Text(filled(text), line);
                case Value.Texts(var texts, var line) ->
                    new Value.Texts(texts.stream().map(this::filled).toList(), line);
                case Value.Flag _,Value.Whole _,Value.Other _,Value.Broken _ -> value;
            });
        }

        @Override
        public List<String> keys() {
            return settings.keys();
        }

        private String filled(String text) {
            return text.replace("%(here)s", folder.toString()).replace("%%", "%");
        }
    }
}
