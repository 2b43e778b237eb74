package org.athanor.engine.project;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.athanor.engine.database.VersionTable;
import org.athanor.engine.problem.Problem;
import org.athanor.engine.problem.ProblemKind;
import org.athanor.engine.problem.Refusal;
import org.athanor.engine.project.ProjectConfig.Hook;
import org.athanor.engine.project.ProjectConfig.NewFiles;

/// Turns `athanor.toml`, `alembic.ini` or `pyproject.toml` into a [ProjectConfig], and collects what is wrong with it.
final class ConfigReader {
    private static final Set<String> ATHANOR_KEYS = Set.of("script_location", "version_locations", "path_separator",
            "recursive_version_locations", "url", "version_table", "version_table_schema", "file_template", "timezone",
            "truncate_slug_length", "output_encoding", "transaction_per_migration");
    private static final String UNFILLED_URL = "driver://user:pass@localhost/dbname";
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(\\w+)}");

    private final Path file;
    private final Path folder;
    private final CheckedSettings settings;
    private final List<Hook> hooks;
    private final Optional<CheckedSettings> target;
    private final Map<String, String> environment;

    private ConfigReader(Path file, Settings settings, List<Hook> hooks, Optional<Settings> target,
            Map<String, String> environment) {
        this.target = target.map(t -> new CheckedSettings(file, t));
        this.file = file;
        this.folder = folderOf(file);
        this.settings = new CheckedSettings(file, settings);
        this.hooks = hooks;
        this.environment = environment;
    }

    /// Reads a configuration by what its name says it is; `section` picks one of an `.ini` file's.
    static ProjectConfig read(Path file, String section, Map<String, String> environment) throws IOException {
        var name = String.valueOf(file.getFileName());
        if (name.equals("pyproject.toml")) {
            return new ConfigReader(file, pyproject(file).orElseThrow(() -> noSection(file, "tool.alembic")),
                    Hooks.ofToml(text(file)), TargetReader.section(file, text(file), "tool." + TargetReader.SECTION),
                    environment).alembic();
        }
        if (name.endsWith(".toml")) {
            if (!section.equals(Project.DEFAULT_SECTION)) {
                throw new Refusal(Problem.at(file, 0, ProblemKind.BAD_CONFIG,
                        "Only an .ini file has sections to choose from; [%s] isn't looked for here".formatted(section),
                        "Leave out the section, or name the .ini file with -c."));
            }
            var settings = TomlSettings.parse(file, text(file), "athanor");
            return new ConfigReader(file, settings.orElseThrow(() -> noSection(file, "athanor")), List.of(),
                    TargetReader.section(file, text(file), TargetReader.SECTION), environment).athanor();
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
        return new ConfigReader(file, below.<Settings>map(b -> new LayeredSettings(above, b)).orElse(above), hooks,
                ini.hasSection(TargetReader.SECTION)
                        ? Optional.of(ini.section(TargetReader.SECTION))
                        : Optional.empty(),
                environment)
                .alembic();
    }

    private static Optional<Settings> pyproject(Path file) throws IOException {
        return TomlSettings.parse(file, text(file), "tool.alembic").map(s -> new FilledSettings(s, folderOf(file)));
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
                settings.fault(key, "'%s' is not a setting".formatted(key),
                        "The settings are " + String.join(", ", new TreeSet<>(ATHANOR_KEYS)) + ".");
            }
        }
        var paths = new ProjectPaths(file, folder, List.of());
        var scripts = settings.text("script_location").map(paths::of).orElse(folder);
        var versionTable = new VersionTable(settings.text("version_table").orElse(VersionTable.DEFAULT.name()),
                settings.text("version_table_schema"), true);
        return config(scripts, paths, settings.text("url").map(this::expand), Optional.of(folder), versionTable,
                settings.flag("transaction_per_migration"), NewFiles.Format.SQL, EnvScript.SILENT);
    }

    private ProjectConfig alembic() {
        var location = settings.text("script_location");
        if (location.isEmpty() && settings.problems().isEmpty()) {
            settings.fault("script_location", "There is no 'script_location' setting",
                    "Name the folder that holds env.py and versions/, such as script_location = migrations.");
        }
        noteWhatIsNotFollowed();
        var paths = new ProjectPaths(file, folder, settings.paths("prepend_sys_path"));
        var scripts = location.map(paths::of).orElse(folder);
        var url = settings.anyText("sqlalchemy.url").filter(u -> !u.isBlank() && !u.equals(UNFILLED_URL));
        var env = EnvScript.read(scripts.resolve("env.py"));
        settings.notes().addAll(env.notes());
        return config(scripts, paths, url, Optional.empty(), env.versionTable(), env.transactionPerMigration(),
                NewFiles.Format.PYTHON, env);
    }

    private void noteWhatIsNotFollowed() {
        if (settings.flag("sourceless")) {
            settings.note("sourceless", "sourceless is not supported: compiled revisions (.pyc) are not read",
                    "Keep the .py files beside them.");
        }
        if (settings.has("prepend_sys_path")) {
            settings.note("prepend_sys_path",
                    "prepend_sys_path is used to find the package of `package:folder` and nothing else: no Python is run",
                    "");
        }
        if (settings.anyText("revision_environment").filter(ConfigReader::isYes).isPresent()
                || settings.has("revision_environment") && settings.anyText("revision_environment").isEmpty()
                        && settings.flag("revision_environment")) {
            settings.note("revision_environment",
                    "revision_environment is not followed: env.py is not run for a new revision",
                    "What env.py adds to templates (template_args, process_revision_directives) is missing there.");
        }
    }

    private static boolean isYes(String text) {
        return Set.of("true", "yes", "on", "y", "t", "1").contains(text.strip().toLowerCase(Locale.ROOT));
    }

    private ProjectConfig config(Path scripts, ProjectPaths paths, Optional<String> url, Optional<Path> urlFolder,
            VersionTable versionTable, boolean transactionPerMigration, NewFiles.Format format, EnvScript env) {
        var named = settings.texts("version_locations").stream().map(paths::of).toList();
        var locations = named.isEmpty() ? List.of(scripts.resolve("versions")) : named;
        locations.stream().filter(folder -> Files.isDirectory(scripts) && Files.notExists(folder))
                .forEach(folder -> settings.notes().add(Problem.at(folder, 0, ProblemKind.MISSING_FOLDER,
                        "There is no such folder yet: nothing is read from it",
                        "`athanor revision` makes it. Is the path right?")));
        int slugLength = settings.number("truncate_slug_length");
        var newFiles = new NewFiles(settings.text("file_template").orElse(NewFiles.DEFAULT_TEMPLATE),
                settings.text("timezone"), slugLength > 0 ? slugLength : NewFiles.DEFAULT_SLUG_LENGTH,
                settings.text("output_encoding").orElse("utf-8"), format)
                .inBatches(env.batches());
        var config = new ProjectConfig(file, folder, scripts, locations,
                settings.flag("recursive_version_locations"), url, urlFolder, versionTable,
                transactionPerMigration, newFiles, hooks, settings.notes(), settings.lines(),
                target.map(t -> new TargetReader(t, folder, this::expand).read(env.detection()))
                        .orElse(TargetSettings.NONE.with(env.detection())));
        target.ifPresent(t -> settings.problems().addAll(t.problems()));
        if (!settings.problems().isEmpty()) {
            throw new Refusal(settings.problems());
        }
        return config;
    }

    /// Puts in what the environment has; a variable that it lacks stays as written, and matters when somebody connects.
    private String expand(String url) {
        return VARIABLE.matcher(url).replaceAll(match -> {
            var value = environment.get(match.group(1));
            return Matcher.quoteReplacement(value == null ? match.group() : value);
        });
    }
}
