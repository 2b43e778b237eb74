package org.athanor.engine.project;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.athanor.engine.database.VersionTable;
import org.athanor.engine.problem.Problem;
import org.athanor.engine.problem.ProblemKind;

/// What a project's configuration says. `folder` is where the configuration lies; a relative SQLite URL starts in
/// `urlFolder`, or in the working folder where there is none. `transactionPerMigration` wants a transaction for each
/// step, where one for all steps is usual. `notes` tell of settings that are understood and not followed; `hooks` are
/// commands for new files; `lines` tell where each setting stands; `target` is what the database is compared with.
public record ProjectConfig(Path file, Path folder, Path scriptLocation, List<Path> versionLocations,
        boolean recursiveVersionLocations, Optional<String> url, Optional<Path> urlFolder, VersionTable versionTable,
        boolean transactionPerMigration, NewFiles newFiles, List<Hook> hooks, List<Problem> notes,
        Map<String, Integer> lines, TargetSettings target) {
    /// A project that doesn't say what its database should be like.
    public ProjectConfig(Path file, Path folder, Path scriptLocation, List<Path> versionLocations,
            boolean recursiveVersionLocations, Optional<String> url, Optional<Path> urlFolder,
            VersionTable versionTable, boolean transactionPerMigration, NewFiles newFiles, List<Hook> hooks,
            List<Problem> notes, Map<String, Integer> lines) {
        this(file, folder, scriptLocation, versionLocations, recursiveVersionLocations, url, urlFolder, versionTable,
                transactionPerMigration, newFiles, hooks, notes, lines, TargetSettings.NONE);
    }

    public ProjectConfig {
        versionLocations = List.copyOf(versionLocations);
        hooks = List.copyOf(hooks);
        notes = List.copyOf(notes);
        lines = Map.copyOf(lines);
    }

    ProjectConfig withVersionTable(String name) {
        return new ProjectConfig(file, folder, scriptLocation, versionLocations, recursiveVersionLocations, url,
                urlFolder,
                new VersionTable(name, versionTable.schema(), versionTable.primaryKey()), transactionPerMigration,
                newFiles, hooks, notes, lines, target);
    }

    /// A problem with one of the settings.
    public Problem problem(String key, String message, String hint) {
        return Problem.at(file, lines.getOrDefault(key, 0), ProblemKind.BAD_CONFIG, message, hint);
    }

    /// How the database's URL is written in this file.
    public String urlSetting() {
        if (newFiles.format() == NewFiles.Format.SQL) {
            return "url = \"…\"";
        }
        return file.endsWith("pyproject.toml") ? "\"sqlalchemy.url\" = \"…\"" : "sqlalchemy.url = …";
    }

    /// Whether the place for revisions isn't there yet, and will be made with the first of them.
    boolean isYetToBeMade(Path location) {
        return Files.notExists(location) && Files.isDirectory(scriptLocation);
    }

    /// How new revision files are named and dated. `timezone` is empty for the local one; `batches` wants what changes a table
    /// to be written as Alembic's batch, whatever the product (`render_as_batch`).
    public record NewFiles(String fileTemplate, Optional<String> timezone, int truncateSlugLength, String encoding,
            Format format, boolean batches) {
        public static final String DEFAULT_TEMPLATE = "%(rev)s_%(slug)s";
        public static final int DEFAULT_SLUG_LENGTH = 40;

        /// Files without batches but where SQLite needs them.
        public NewFiles(String fileTemplate, Optional<String> timezone, int truncateSlugLength, String encoding,
                Format format) {
            this(fileTemplate, timezone, truncateSlugLength, encoding, format, false);
        }

        NewFiles inBatches(boolean wanted) {
            return new NewFiles(fileTemplate, timezone, truncateSlugLength, encoding, format, wanted);
        }

        /// The language in which new revisions are written.
        public enum Format {
            SQL, PYTHON
        }
    }

    /// A command that the project wants to be run on a new file, such as a formatter.
    public record Hook(String name, Map<String, String> options) {
        public Hook {
            options = Map.copyOf(options);
        }

        /// `exec`, `console_scripts` or `module`.
        public Optional<String> type() {
            return option("type");
        }

        /// The program that the hook runs, if it is of a kind that is run here.
        public Optional<String> program() {
            return switch (type().orElse("")) {
                case "exec" -> option("executable");
                case "console_scripts" -> option("entrypoint");
                default -> Optional.empty();
            };
        }

        public Optional<String> option(String key) {
            return Optional.ofNullable(options.get(key));
        }
    }
}
