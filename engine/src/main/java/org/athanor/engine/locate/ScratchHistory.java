package org.athanor.engine.locate;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.athanor.engine.database.Catalog;
import org.athanor.engine.database.Database;
import org.athanor.engine.database.ScratchDatabase;
import org.athanor.engine.database.SqlFailure;
import org.athanor.engine.dialect.Product;
import org.athanor.engine.operation.Evolution;
import org.athanor.engine.plan.Course;
import org.athanor.engine.plan.Plan;
import org.athanor.engine.plan.Planner;
import org.athanor.engine.plan.Transactions;
import org.athanor.engine.problem.Problem;
import org.athanor.engine.problem.Refusal;
import org.athanor.engine.project.Project;
import org.athanor.engine.revision.Revision;
import org.athanor.engine.revision.RevisionId;
import org.athanor.engine.run.RunEvent;
import org.athanor.engine.run.RunOptions;
import org.athanor.engine.run.RunResult;
import org.athanor.engine.run.Runner;
import org.athanor.engine.run.Stop;
import org.athanor.engine.schema.Schema;
import org.athanor.engine.script.CallerArguments;
import org.athanor.engine.script.Occasion;
import org.athanor.engine.script.ScriptReader;

/// The project's history carried out step by step in an empty database that is thrown away.
final class ScratchHistory implements AutoCloseable {
    private final Project project;
    private final ScriptReader scripts;
    private final ScratchDatabase scratch;
    private final Stop stop;

    ScratchHistory(Project project, CallerArguments given, Database like) {
        this(project, given, like, new Stop());
    }

    /// The same; `stop` ends what is carried out.
    ScratchHistory(Project project, CallerArguments given, Database like, Stop stop) {
        this.stop = stop;
        this.project = project;
        this.scripts = project.scripts(given);
        this.scratch = project.scratch(like);
        project.config().versionTable().schema().filter(_ -> like.dialect().product() == Product.POSTGRESQL)
                .ifPresent(this::makeSchema);
    }

    /// Why a step can't be gone.
    record Failure(Revision revision, Problem problem) {}

    /// Applies these, telling each that is applied, as far as it gets. A step that can't even be planned ends the way as one
    /// that fails; those before it are applied.
    Optional<Failure> up(List<Revision> route, Consumer<Revision> applied) {
        Plan plan;
        try {
            plan = runnable(planner().along(rows(), route));
        } catch (Refusal refusal) {
            if (route.size() == 1) {
                return Optional.of(failure(route.getFirst(), refusal));
            }
            int half = route.size() / 2;
            return up(route.subList(0, half), applied).or(() -> up(route.subList(half, route.size()), applied));
        }
        return run(plan, applied);
    }

    /// Takes back one on which nothing stands.
    Optional<Failure> down(Revision revision) {
        Plan plan;
        try {
            plan = runnable(planner().back(rows(), revision));
        } catch (Refusal refusal) {
            return Optional.of(failure(revision, refusal));
        }
        return run(plan, _ -> {});
    }

    private static Plan runnable(Course course) {
        var plan = course.plan();
        plan.refuseUnlessRunnable();
        return plan;
    }

    /// What has no place in a file isn't the revision's fault.
    private static Failure failure(Revision revision, Refusal refusal) {
        if (refusal.problem().place().isEmpty()) {
            throw refusal;
        }
        return new Failure(revision, refusal.problem());
    }

    /// What is there, without the version table.
    Schema read() {
        return project.config().versionTable().takenOutOf(Catalog.readWhole(database()));
    }

    private Optional<Failure> run(Plan plan, Consumer<Revision> applied) {
        var result = new Runner(database(), project.config().versionTable(), RunOptions.USUAL, event -> {
            if (event instanceof RunEvent.Committed(var steps, _)) {
                steps.forEach(step -> step.revision().ifPresent(applied));
            }
        }, stop).run(plan);
        return result instanceof RunResult.Failed failed
                ? Optional.of(new Failure(failed.step().revision().orElseThrow(), failed.problem()))
                : Optional.empty();
    }

    private Planner planner() {
        var schema = Evolution.lookingUp(() -> Catalog.readWhole(database()), database().dialect().grammar());
        return new Planner(project.graph(), scripts, project.config().versionTable(),
                new Occasion(database().dialect(), Occasion.Mode.ONLINE, schema), Transactions.ONE_PER_STEP);
    }

    private Optional<List<RevisionId>> rows() {
        try (var connection = database().connect()) {
            return project.config().versionTable().read(connection, database().dialect());
        } catch (SQLException e) {
            throw new Refusal(SqlFailure.explain(e, database().name()));
        }
    }

    private void makeSchema(String name) {
        try (var connection = database().connect(); var statement = connection.createStatement()) {
            statement.execute("CREATE SCHEMA IF NOT EXISTS " + database().dialect().name(name));
        } catch (SQLException e) {
            scratch.close();
            throw new Refusal(SqlFailure.explain(e, database().name()));
        }
    }

    private Database database() {
        return scratch.database();
    }

    @Override
    public void close() {
        scratch.close();
    }
}
