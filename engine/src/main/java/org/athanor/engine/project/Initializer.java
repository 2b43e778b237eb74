package org.athanor.engine.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.athanor.engine.problem.Problem;
import org.athanor.engine.problem.ProblemKind;
import org.athanor.engine.problem.Refusal;

/// Makes new projects. What is there already is never touched.
public final class Initializer {
    private static final String VERSIONS = "versions";

    private Initializer() {}

    /// The kinds of project that can be made.
    public enum Kind {
        SQL("athanor.toml", "Revisions in SQL, described by athanor.toml."), GENERIC("alembic.ini",
                "Revisions in Python for one database, which Alembic runs too.");

        private final String configName;
        private final String description;

        Kind(String configName, String description) {
            this.configName = configName;
            this.description = description;
        }

        /// The kind that a configuration of this name is for.
        public static Kind of(Path config) {
            return config.toString().endsWith(GENERIC.ending()) ? GENERIC : SQL;
        }

        public static Kind named(String name) {
            return Arrays.stream(values()).filter(kind -> kind.code().equals(name)).findFirst()
                    .orElseThrow(() -> new Refusal(ProblemKind.BAD_TEMPLATE,
                            "There is no template '%s'".formatted(name),
                            "There are " + String.join(" and ", Arrays.stream(values()).map(Kind::code).toList())
                                    + "."));
        }

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        public String description() {
            return description;
        }

        private String ending() {
            return configName.substring(configName.indexOf('.'));
        }

        /// What the configuration is called if nobody says otherwise.
        public String configName() {
            return configName;
        }
    }

    /// A folder or file that was made.
    public record Created(Path path, boolean isFolder) {}

    /// Makes a project: its scripts in `folder`, described by the file `config`.
    public static List<Created> create(Kind kind, Path folder, Path config) {
        refuseUnlessFitting(kind, config);
        refuseUnlessFree(folder, config);
        var created = new ArrayList<Created>();
        try {
            createFolder(folder, created);
            createFolder(folder.resolve(VERSIONS), created);
            Files.createDirectories(Optional.ofNullable(config.toAbsolutePath().getParent()).orElse(folder));
            for (var file : files(kind, folder, config).entrySet()) {
                Files.writeString(file.getKey(), file.getValue());
                created.add(new Created(file.getKey(), false));
            }
        } catch (IOException e) {
            throw new Refusal(Problem.at(folder, 0, ProblemKind.CANNOT_WRITE,
                    "The project can't be made: " + e.getMessage(), "May you write there?"));
        }
        return created;
    }

    private static void refuseUnlessFitting(Kind kind, Path config) {
        if (!config.toString().endsWith(kind.ending())) {
            throw new Refusal(Problem.at(config, 0, ProblemKind.BAD_CONFIG,
                    "The configuration of a '%s' project does not have this name".formatted(kind.code()),
                    "Call it something like %s, or choose another template with -t.".formatted(kind.configName())));
        }
    }

    private static void refuseUnlessFree(Path folder, Path config) {
        if (Files.exists(config)) {
            throw new Refusal(Problem.at(config, 0, ProblemKind.FILE_EXISTS, "There is a configuration already",
                    "It stays as it is. Name another with -c, or go to another folder."));
        }
        var beside = ConfigFinder.in(Optional.ofNullable(config.toAbsolutePath().getParent()).orElse(config));
        if (beside.isPresent() && ConfigFinder.looksFor(config)) {
            throw new Refusal(Problem.at(beside.get(), 0, ProblemKind.FILE_EXISTS,
                    "There is a configuration already, and only one of the two would be found",
                    "Nothing was written. Make the new project in another folder."));
        }
        if (Files.isDirectory(folder) && !isEmpty(folder) || Files.isRegularFile(folder)) {
            throw new Refusal(Problem.at(folder, 0, ProblemKind.FILE_EXISTS,
                    "Directory %s already exists and is not empty".formatted(folder.getFileName()),
                    "Nothing was written. Name another folder."));
        }
    }

    private static boolean isEmpty(Path folder) {
        try (var files = Files.list(folder)) {
            return files.findAny().isEmpty();
        } catch (IOException e) {
            return false;
        }
    }

    private static void createFolder(Path folder, List<Created> created) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder);
            created.add(new Created(folder, true));
        }
    }

    private static Map<Path, String> files(Kind kind, Path folder, Path config) {
        var files = new LinkedHashMap<Path, String>();
        var location = location(folder, config);
        switch (kind) {
            case SQL -> files.put(config,
                    Resource.text("init/sql/athanor.toml").replace("SCRIPT_LOCATION", location));
            case GENERIC -> {
                for (var name : List.of("script.py.mako", "env.py", "README")) {
                    files.put(folder.resolve(name), Resource.text("init/generic/" + name));
                }
                var here = location.equals(".") ? "%(here)s" : "%(here)s/" + location.replace("%", "%%");
                files.put(config, Resource.text("init/generic/alembic.ini").replace("SCRIPT_LOCATION", here));
            }
        }
        return files;
    }

    /// The folder as seen from the configuration, with slashes on every system.
    private static String location(Path folder, Path config) {
        var from = config.toAbsolutePath().normalize().getParent();
        var to = folder.toAbsolutePath().normalize();
        var relative = from == null ? to.toString() : from.relativize(to).toString();
        return relative.isEmpty() ? "." : relative.replace('\\', '/');
    }
}
