package org.athanor.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.athanor.engine.compare.Comparison;
import org.athanor.engine.database.ConnectionSettings;
import org.athanor.engine.database.Database;
import org.athanor.engine.project.Initializer;
import org.athanor.engine.project.Initializer.Kind;
import org.athanor.engine.project.NewRevision;
import org.athanor.engine.project.Project;
import org.athanor.engine.run.RunListener;
import org.athanor.engine.run.RunOptions;
import org.athanor.engine.run.RunResult;
import org.athanor.engine.run.Stop;

/// A project and its database, for which revisions are written from what differs.
public final class WrittenProject {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T09:00:00Z"), ZoneOffset.UTC);

    private final Path config;
    private final Database database;
    private final Random ids = new Random(1);

    private WrittenProject(Path config, Database database) {
        this.config = config;
        this.database = database;
    }

    public static WrittenProject create(Kind kind, Path folder, String url) throws IOException {
        var config = folder.resolve(kind.configName());
        Initializer.create(kind, folder.resolve("scripts"), config);
        Files.writeString(config, Files.readString(config).replace("driver://user:pass@localhost/dbname",
                url.replace("%", "%%")));
        var project = new WrittenProject(config, Database.of(ConnectionSettings.parse(url, folder)));
        if (kind == Kind.GENERIC) {
            project.configure("include_schemas=True");
        }
        return project;
    }

    /// One more argument of `context.configure(…)` in `env.py`.
    public void configure(String argument) throws IOException {
        var env = config.resolveSibling("scripts/env.py");
        Files.writeString(env, Files.readString(env).replace("connection=connection,",
                "connection=connection, %s,".formatted(argument)));
    }

    public Path config() {
        return config;
    }

    public Database database() {
        return database;
    }

    public Athanor athanor() {
        return Athanor.open(Project.open(config, Map.of()), database);
    }

    public Comparison compare(SchemaSource target) {
        return athanor().compare(new SchemaSource.Actual(), target);
    }

    public Autogeneration autogenerate(SchemaSource target, RenameAnswers answers) {
        return athanor().autogenerate(target, answers);
    }

    /// Writes the revision and answers with its text.
    public String write(Autogeneration found, String message) {
        var project = Project.open(config, Map.of());
        var draft = project.draft(NewRevision.after(message, "head"),
                found.contents(project.config().newFiles()), CLOCK, ids);
        return Samples.text(project.save(draft).revision().path());
    }

    public void upgrade() {
        completed(athanor().upgrade("head", RunOptions.USUAL, RunListener.SILENT, new Stop()));
    }

    public void downgrade() {
        completed(athanor().downgrade("-1", RunOptions.USUAL, RunListener.SILENT, new Stop()));
    }

    private static void completed(RunResult result) {
        assertThat(result).isInstanceOfSatisfying(RunResult.Completed.class, _ -> {});
    }

    /// What differs, as `athanor check` would begin its lines.
    public static List<String> told(Comparison comparison) {
        return comparison.differences().stream().map(d -> switch (d) {
            case org.athanor.engine.compare.SchemaDifference.Missing(var part) ->
                "+ " + part.kind() + " " + part.path();
            case org.athanor.engine.compare.SchemaDifference.Extra(var part) -> "- " + part.kind() + " " + part.path();
            case org.athanor.engine.compare.SchemaDifference.Changed(var part, _, var deviations) -> "~ " + part.kind()
                    + " " + part.path() + " "
                    + String.join(" ", deviations.stream().map(x -> x.aspect().code()).toList());
        }).toList();
    }
}
