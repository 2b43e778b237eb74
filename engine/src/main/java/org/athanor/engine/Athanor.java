package org.athanor.engine;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Stream;

import org.athanor.engine.database.Catalog;
import org.athanor.engine.database.Database;
import org.athanor.engine.database.SqlFailure;
import org.athanor.engine.graph.CurrentRows;
import org.athanor.engine.graph.Follow;
import org.athanor.engine.graph.Target;
import org.athanor.engine.journal.Aftermath;
import org.athanor.engine.journal.Book;
import org.athanor.engine.journal.Inspection;
import org.athanor.engine.journal.Journal;
import org.athanor.engine.journal.News;
import org.athanor.engine.journal.RecordedRun;
import org.athanor.engine.journal.Recorder;
import org.athanor.engine.operation.Evolution;
import org.athanor.engine.plan.Plan;
import org.athanor.engine.plan.Planner;
import org.athanor.engine.plan.Stamps;
import org.athanor.engine.plan.Transactions;
import org.athanor.engine.problem.Refusal;
import org.athanor.engine.project.Project;
import org.athanor.engine.revision.RevisionId;
import org.athanor.engine.run.RunListener;
import org.athanor.engine.run.RunOptions;
import org.athanor.engine.run.RunResult;
import org.athanor.engine.run.Runner;
import org.athanor.engine.run.Stop;
import org.athanor.engine.schema.Schema;
import org.athanor.engine.script.CallerArguments;
import org.athanor.engine.script.Occasion;

/// The front door: one project and one database. Every face of Athanor goes through here.
public final class Athanor {
    private final Project project;
    private final Database database;
    private final CallerArguments given;
    private final Optional<Journal> journal;

    private Athanor(Project project, Database database, CallerArguments given, Optional<Journal> journal) {
        this.project = project;
        this.database = database;
        this.given = given;
        this.journal = journal;
    }

    public static Athanor open(Project project, Database database) {
        return open(project, database, CallerArguments.NONE);
    }

    /// The same, with what a person gave for the revisions to look at.
    public static Athanor open(Project project, Database database, CallerArguments given) {
        return new Athanor(project, database, given, Optional.empty());
    }

    /// The same, with every run recorded; a run that can't be recorded is refused.
    public Athanor withJournal(Journal records) {
        return new Athanor(project, database, given, Optional.of(records));
    }

    public Project project() {
        return project;
    }

    public Database database() {
        return database;
    }

    /// The rows of the version table; nothing where there is no such table. Never creates anything.
    public Optional<List<RevisionId>> rows() {
        if (!database.exists()) {
            return Optional.empty();
        }
        try (var connection = database.connect()) {
            return project.config().versionTable().read(connection, database.dialect());
        } catch (SQLException e) {
            throw new Refusal(SqlFailure.explain(e, database.name()));
        }
    }

    /// Where the database stands, as far as the folder can tell.
    public Status status() {
        var rows = rows();
        var graph = project.graph();
        var current = CurrentRows.of(graph, rows.orElse(List.of()));
        var applied = graph.ancestors(current.known(), Follow.PARENTS_AND_DEPENDENCIES);
        var pending = graph.all().minus(applied);
        var oldestFirst = graph.newestFirst().reversed();
        var problems = Stream.concat(project.problems().stream(), current.problems().stream()).toList();
        return new Status(database.name(), rows, current.known(), current.unknown(),
                oldestFirst.stream().filter(applied::contains).toList(),
                oldestFirst.stream().filter(pending::contains).toList(), problems);
    }

    public Plan planUpgrade(String target) {
        return soundPlanner().upgrade(rows(), Target.parse(target)).plan();
    }

    public Plan planDowngrade(String target) {
        return soundPlanner().downgrade(rows(), Target.parse(target)).plan();
    }

    /// The way to a target, up or down, whichever it takes. It is made of the sound part of the project, to be looked at;
    /// running it asks whether all of the project is sound.
    public Plan plan(String target) {
        return planner().toward(rows(), Target.parse(target)).plan();
    }

    /// Rows of the version table moved to the targets; nothing is run.
    public Plan planStamp(List<String> targets, Stamps.Rows before) {
        return soundPlanner().stamp(rows(), targets.stream().map(Target::parse).toList(), before).plan();
    }

    /// Makes the version table where there is none; whether it had to.
    public boolean ensureVersionTable() {
        var table = project.config().versionTable();
        try (var connection = database.connect()) {
            if (table.read(connection, database.dialect()).isPresent()) {
                return false;
            }
            try (var statement = connection.createStatement()) {
                statement.execute(table.create(database.dialect()).text());
            }
            return true;
        } catch (SQLException e) {
            throw new Refusal(SqlFailure.explain(e, database.name()));
        }
    }

    /// What the database holds, read when a step asks for it.
    private Schema schema() {
        if (!database.exists()) {
            return Schema.EMPTY;
        }
        try (var connection = database.connect()) {
            return Catalog.read(connection, database.dialect());
        } catch (SQLException e) {
            throw new Refusal(SqlFailure.explain(e, database.name()));
        }
    }

    /// Moves the database up to a target, with a plan that is made for where it stands when it is this run's turn.
    public RunResult upgrade(String target, RunOptions options, RunListener listener, Stop stop) {
        return running(options, listener, stop, runner -> runner.run(() -> planUpgrade(target)));
    }

    /// Moves it down, in the same way.
    public RunResult downgrade(String target, RunOptions options, RunListener listener, Stop stop) {
        return running(options, listener, stop, runner -> runner.run(() -> planDowngrade(target)));
    }

    /// Writes into the version table that the database stands at the targets.
    public RunResult stamp(List<String> targets, Stamps.Rows before, RunOptions options, RunListener listener,
            Stop stop) {
        return running(options, listener, stop, runner -> runner.run(() -> planStamp(targets, before)));
    }

    /// Runs this very plan, which somebody has read, telling the listener about it. It is refused if the database has moved
    /// since.
    public RunResult run(Plan plan, RunOptions options, RunListener listener, Stop stop) {
        return running(options, listener, stop, runner -> runner.run(plan));
    }

    /// The same without wishes; `stopRequested` is asked between statements.
    public RunResult run(Plan plan, RunListener listener, BooleanSupplier stopRequested) {
        return run(plan, RunOptions.USUAL, listener, Stop.when(stopRequested));
    }

    /// The journal writes before the caller is told.
    private RunResult running(RunOptions options, RunListener listener, Stop stop, Function<Runner, RunResult> run) {
        project.refuseUnlessSound();
        var recorder = recorder();
        var heard = recorder.map(r -> r.before(listener)).orElse(listener);
        try {
            return run.apply(new Runner(database, project.config().versionTable(), options, heard, stop));
        } catch (RuntimeException e) {
            recorder.ifPresent(r -> r.broke(e));
            throw e;
        } finally {
            recorder.ifPresent(Recorder::close);
        }
    }

    private Optional<Recorder> recorder() {
        return journal.flatMap(records -> book().map(book -> records.recorder(book, new Recorder.About(project.name(),
                database.name(), project.config().versionTable().name(), Optional.empty(), Optional.empty()))));
    }

    /// The journal's book of this database; nothing without a journal, or if the database lives in memory only.
    public Optional<Book> book() {
        return journal.flatMap(records -> records.book(database, project.config().versionTable()));
    }

    /// What the journal has to tell before anything else is done.
    public News news(Status status) {
        return new News(interrupted(),
                inspection().map(look -> look.edited(status.applied())).orElse(List.of()));
    }

    /// Runs on this database that were cut off and not seen to since, newest first.
    public List<Aftermath> interrupted() {
        return inspection().map(Inspection::interrupted).orElse(List.of());
    }

    /// What became of the statements of a run without an end.
    public Aftermath aftermath(RecordedRun run) {
        return inspection().orElseThrow().of(run);
    }

    private Optional<Inspection> inspection() {
        return journal.flatMap(records -> book().map(
                book -> new Inspection(book, database, project.config().versionTable(), records.who())));
    }

    private Planner soundPlanner() {
        project.refuseUnlessSound();
        return planner();
    }

    private Planner planner() {
        var schema = Evolution.lookingUp(this::schema, database.dialect().grammar());
        return new Planner(project.graph(), project.scripts(given), project.config().versionTable(),
                new Occasion(database.dialect(), Occasion.Mode.ONLINE, schema), Transactions.of(
                        database.dialect().product(), project.config().transactionPerMigration()));
    }
}
