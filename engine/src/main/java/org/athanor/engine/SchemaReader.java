package org.athanor.engine;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

import org.athanor.engine.database.Catalog;
import org.athanor.engine.database.ConnectionSettings;
import org.athanor.engine.database.Database;
import org.athanor.engine.database.SchemaFile;
import org.athanor.engine.database.ScratchDatabase;
import org.athanor.engine.problem.Problem;
import org.athanor.engine.problem.ProblemKind;
import org.athanor.engine.problem.Refusal;
import org.athanor.engine.project.Project;
import org.athanor.engine.revision.RevisionId;
import org.athanor.engine.run.RunListener;
import org.athanor.engine.run.RunOptions;
import org.athanor.engine.run.RunResult;
import org.athanor.engine.run.Stop;
import org.athanor.engine.schema.Schema;
import org.athanor.engine.script.CallerArguments;

/// Reads schemas from where they come from, all by the same product: files and histories are carried out in a scratch
/// database. The version table is nobody's difference.
final class SchemaReader {
    private final Project project;
    private final Database database;
    private final CallerArguments given;
    private final RunListener listener;
    private final Stop stop;

    SchemaReader(Project project, Database database, CallerArguments given) {
        this(project, database, given, RunListener.SILENT, new Stop());
    }

    SchemaReader(Project project, Database database, CallerArguments given, RunListener listener, Stop stop) {
        this.project = project;
        this.database = database;
        this.given = given;
        this.listener = listener;
        this.stop = stop;
    }

    /// What is there, and what it is compared with.
    record Pair(Schema actual, Schema wanted) {}

    /// Reads both at once, where the first needs nothing but its own connection.
    Pair read(SchemaSource from, SchemaSource to, Athanor athanor) {
        if (from instanceof SchemaSource.AtRevision) {
            return new Pair(read(from, athanor), read(to, athanor));
        }
        var first = new FutureTask<>(() -> read(from, athanor));
        Thread.ofPlatform().daemon().name("athanor-schema").start(first);
        try {
            var second = read(to, athanor);
            return new Pair(result(first), second);
        } catch (Refusal e) {
            result(first); // What is wrong with both is told of the first.
            throw e;
        }
    }

    private static Schema result(FutureTask<Schema> task) {
        try {
            return task.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException known ? known : new IllegalStateException(e.getCause());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw givenUp();
        }
    }

    Schema read(SchemaSource source, Athanor athanor) {
        refuseIfStopped();
        return project.config().versionTable().takenOutOf(switch (source) {
            case SchemaSource.Actual() -> Catalog.readWhole(database);
            case SchemaSource.Other(var other) -> other(other);
            case SchemaSource.File(var file) -> {
                try (var scratch = scratch()) {
                    new SchemaFile(file).load(scratch);
                    yield Catalog.readWhole(scratch.database());
                }
            }
            case SchemaSource.AtRevision(var target) -> atRevision(target, athanor);
        });
    }

    private Schema other(Database other) {
        if (other.dialect().product() != database.dialect().product()) {
            throw new Refusal(ProblemKind.NO_TARGET,
                    "%s is a database of %s, and %s one of %s".formatted(other.name(),
                            other.dialect().product().title(), database.name(), database.dialect().product().title()),
                    "Only databases of one product are compared.");
        }
        return Catalog.readWhole(other);
    }

    private ScratchDatabase scratch() {
        return project.scratch(database);
    }

    private Schema atRevision(String target, Athanor athanor) {
        var targets = target.equals(SchemaSource.CURRENT)
                ? athanor.rows().stream().flatMap(List::stream).map(RevisionId::value).toList()
                : List.of(target);
        if (targets.isEmpty() || targets.equals(List.of("base"))) {
            return Schema.EMPTY;
        }
        try (var scratch = scratch()) {
            var history = Athanor.open(project, scratch.database(), given);
            for (var each : targets) {
                var result = history.upgrade(each, RunOptions.USUAL, listener, stop);
                refuseIfStopped();
                if (result instanceof RunResult.Failed failed) {
                    throw new Refusal(unreachable(each, failed));
                }
            }
            return Catalog.readWhole(scratch.database());
        }
    }

    private void refuseIfStopped() {
        if (stop.isRequested()) {
            throw givenUp();
        }
    }

    private static Refusal givenUp() {
        return new Refusal(ProblemKind.INTERRUPTED, "The comparison was given up", "Compare again.");
    }

    private static Problem unreachable(String target, RunResult.Failed failed) {
        var problem = failed.problem();
        return new Problem(problem.kind(), problem.place(),
                "The history can't be carried out up to %s in an empty database: %s".formatted(target,
                        problem.message()),
                "The revision may count on rows that only the real database has. Compare with another database or a"
                        + " schema file instead.");
    }

    /// The database or file that the project says it should be like.
    static Optional<SchemaSource> target(Project project) {
        var target = project.config().target();
        return target.schema().<SchemaSource>map(SchemaSource.File::new)
                .or(() -> target.url().map(url -> new SchemaSource.Other(
                        Database.of(ConnectionSettings.parse(url, project.config().folder())))));
    }
}
