package org.athanor.engine;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.sql.DataSource;

import org.athanor.engine.compare.Comparison;
import org.athanor.engine.database.Catalog;
import org.athanor.engine.database.CatalogFacts;
import org.athanor.engine.database.Database;
import org.athanor.engine.database.SqlFailure;
import org.athanor.engine.graph.CurrentRows;
import org.athanor.engine.graph.Follow;
import org.athanor.engine.graph.Target;
import org.athanor.engine.guard.Policy;
import org.athanor.engine.journal.Aftermath;
import org.athanor.engine.journal.Book;
import org.athanor.engine.journal.Inspection;
import org.athanor.engine.journal.Journal;
import org.athanor.engine.journal.News;
import org.athanor.engine.journal.RecordedRun;
import org.athanor.engine.journal.Recorder;
import org.athanor.engine.locate.LocateListener;
import org.athanor.engine.locate.Location;
import org.athanor.engine.locate.Locator;
import org.athanor.engine.locate.RoundTrip;
import org.athanor.engine.locate.StampExamination;
import org.athanor.engine.locate.StampVerdict;
import org.athanor.engine.locate.TripStep;
import org.athanor.engine.operation.Evolution;
import org.athanor.engine.plan.Course;
import org.athanor.engine.plan.Move;
import org.athanor.engine.plan.Plan;
import org.athanor.engine.plan.Planner;
import org.athanor.engine.plan.Stamps;
import org.athanor.engine.plan.Transactions;
import org.athanor.engine.problem.Problem;
import org.athanor.engine.problem.ProblemKind;
import org.athanor.engine.problem.Refusal;
import org.athanor.engine.project.Project;
import org.athanor.engine.revision.RevisionId;
import org.athanor.engine.run.IncompleteRun;
import org.athanor.engine.run.Rehearsal;
import org.athanor.engine.run.RehearsalResult;
import org.athanor.engine.run.RunEvent;
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
    private final Policy policy;
    private final Optional<Journal> journal;

    private Athanor(Project project, Database database, CallerArguments given, Policy policy,
            Optional<Journal> journal) {
        this.project = project;
        this.database = policy.leavesServerAlone() ? database.alone() : database;
        this.given = given;
        this.policy = policy;
        this.journal = journal;
    }

    public static Athanor open(Project project, Database database) {
        return open(project, database, CallerArguments.NONE);
    }

    /// For an application, with the connections that it has anyway.
    public static Athanor open(Project project, DataSource dataSource) {
        return open(project, Database.of(dataSource));
    }

    /// The same, with what a person gave for the revisions to look at.
    public static Athanor open(Project project, Database database, CallerArguments given) {
        return new Athanor(project, database, given, Policy.USUAL, Optional.empty());
    }

    /// The same project and database; whatever is run passes this policy first, and that of the run itself.
    public Athanor under(Policy other) {
        return new Athanor(project, database, given, other, journal);
    }

    /// The same, with every run recorded; a run that can't be recorded is refused.
    public Athanor withJournal(Journal records) {
        return new Athanor(project, database, given, policy, Optional.of(records));
    }

    public Project project() {
        return project;
    }

    public Database database() {
        return database;
    }

    /// The rows of the version table; nothing where there is no such table. Never creates anything.
    public Optional<List<RevisionId>> rows() {
        return project.config().versionTable().read(database);
    }

    /// What leads from one schema to another one: what is there, and what is wanted.
    public Comparison compare(SchemaSource from, SchemaSource to) {
        return compare(from, to, RunListener.SILENT, new Stop());
    }

    /// The same; the listener hears of revisions that are carried out in a scratch database, and `stop` ends it early.
    public Comparison compare(SchemaSource from, SchemaSource to, RunListener listener, Stop stop) {
        var reader = new SchemaReader(project, database, given, listener, stop);
        return compared(reader.read(from, to, this));
    }

    /// What a revision would do to make the database like a target. The database must be at head, and stay as it is meanwhile.
    public Autogeneration autogenerate(SchemaSource target, RenameAnswers answers) {
        return propose(target, new Stop()).answered(answers);
    }

    /// The same before the questions are answered; `stop` gives it up, which is a refusal.
    public Proposal propose(SchemaSource target, Stop stop) {
        project.refuseUnlessSound();
        var status = status();
        if (!status.isAtHead()) {
            throw new Refusal(ProblemKind.NOT_AT_HEAD, "Target database is not up to date.",
                    "What the pending revisions do would be written once more. Run `athanor upgrade head` first.");
        }
        var reader = new SchemaReader(project, database, given, RunListener.SILENT, stop);
        var comparison = compared(reader.read(new SchemaSource.Actual(), target, this));
        var proposal = new Proposal(comparison, target, status.rows());
        refuseIfMoved(proposal);
        return proposal;
    }

    /// Refuses what was proposed for a database that isn't any more as it was.
    public void refuseIfMoved(Proposal proposal) {
        var actual = new SchemaReader(project, database, given).read(new SchemaSource.Actual(), this);
        if (!rows().equals(proposal.rows()) || !actual.equals(proposal.comparison().original())) {
            throw new Refusal(ProblemKind.SCHEMA_MOVED,
                    "%s changed while it was compared".formatted(database.name()),
                    "Nothing was written. Is somebody migrating it? Try again when that is over.");
        }
    }

    private Comparison compared(SchemaReader.Pair schemas) {
        var settings = project.config().target();
        var dialect = database.dialect();
        return Comparison.between(schemas.actual(),
                settings.detection().applied(schemas.actual(), schemas.wanted(), dialect.grammar()), dialect,
                settings.detection().rules(settings.ignore(), schemas.actual(), schemas.wanted()));
    }

    /// What the project says that its database should be like.
    public Optional<SchemaSource> target() {
        return SchemaReader.target(project);
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
        project.refuseUnlessSound();
        return judged(planner -> planner.upgrade(rows(), Target.parse(target)));
    }

    public Plan planDowngrade(String target) {
        project.refuseUnlessSound();
        return judged(planner -> planner.downgrade(rows(), Target.parse(target)));
    }

    /// The way to a target, up or down, whichever it takes. It is made of the sound part of the project, to be looked at;
    /// running it asks whether all of the project is sound.
    public Plan plan(String target) {
        return project.tellingFaultsFirst(() -> judged(planner -> planner.toward(rows(), Target.parse(target))));
    }

    /// A plan whose steps say what they may do to this very database.
    private Plan judged(Function<Planner, Course> planning) {
        try (var facts = CatalogFacts.of(database)) {
            return planning.apply(planner().judging(facts)).plan();
        }
    }

    /// Rows of the version table moved to the targets; nothing is run.
    public Plan planStamp(List<String> targets, Stamps.Rows before) {
        project.refuseUnlessSound();
        return planner().stamp(rows(), targets.stream().map(Target::parse).toList(), before).plan();
    }

    /// Makes the version table where there is none; whether it had to.
    public boolean ensureVersionTable() {
        policy.refuseIfReadOnly(database.name());
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

    /// How many tables the database has, whoever made them; the version table is none of them.
    public int countTables() {
        return schema().tables().size();
    }

    /// What the database holds, read when a step asks for it.
    private Schema schema() {
        return Catalog.read(database);
    }

    /// Brings an application's database up to a target before the application starts, or throws: it either stands there or
    /// it is told why not. Instances that start at the same moment wait for the one that works.
    public RunResult.Completed upgrade(String target) {
        return upgrade(target, RunListener.SILENT);
    }

    /// The same, telling the listener about it.
    public RunResult.Completed upgrade(String target, RunListener listener) {
        return switch (upgrade(target, RunOptions.AT_START, listener, new Stop())) {
            case RunResult.Completed completed -> completed;
            case RunResult.Failed failed -> throw new IncompleteRun(failed);
            case RunResult.Stopped _ -> throw new IllegalStateException("Nobody could ask to stop");
        };
    }

    /// Moves the database up to a target, with a plan that is made for where it stands when it is this run's turn.
    public RunResult upgrade(String target, RunOptions options, RunListener listener, Stop stop) {
        return running(options, listener, stop,
                runner -> runner.run(() -> permitted(planUpgrade(target), options, listener)));
    }

    /// Moves it down, in the same way.
    public RunResult downgrade(String target, RunOptions options, RunListener listener, Stop stop) {
        return running(options, listener, stop,
                runner -> runner.run(() -> permitted(planDowngrade(target), options, listener)));
    }

    /// Writes into the version table that the database stands at the targets.
    public RunResult stamp(List<String> targets, Stamps.Rows before, RunOptions options, RunListener listener,
            Stop stop) {
        return running(options, listener, stop,
                runner -> runner.run(() -> permitted(planStamp(targets, before), options, listener)));
    }

    /// Runs this very plan, which somebody has read, telling the listener about it. It is refused if the database has moved
    /// since.
    public RunResult run(Plan plan, RunOptions options, RunListener listener, Stop stop) {
        return running(options, listener, stop, runner -> runner.run(permitted(plan, options, listener)));
    }

    /// The same without wishes; `stopRequested` is asked between statements.
    public RunResult run(Plan plan, RunListener listener, BooleanSupplier stopRequested) {
        return run(plan, RunOptions.USUAL, listener, Stop.when(stopRequested));
    }

    /// Rehearses the way to a target, up or down: all of it is sent in one transaction that is rolled back. The journal
    /// holds runs only.
    public RehearsalResult rehearse(String target, RunOptions options, RunListener listener, Stop stop) {
        return rehearse(() -> plan(target), options, listener, stop);
    }

    /// Rehearses this very plan; it is refused if the database has moved since it was made.
    public RehearsalResult rehearse(Plan plan, RunOptions options, RunListener listener, Stop stop) {
        return rehearse(() -> plan, options, listener, stop);
    }

    private RehearsalResult rehearse(Supplier<Plan> planning, RunOptions options, RunListener listener, Stop stop) {
        project.refuseUnlessSound();
        var both = policy.and(options.policy());
        both.refuseIfReadOnly(database.name());
        return new Rehearsal(database, project.config().versionTable(), options.with(both), listener, stop).of(() -> {
            var plan = planning.get();
            both.refuseRehearsalUnlessConfirmed(plan.hazards(), database.shortName());
            return plan;
        });
    }

    /// The journal writes before the caller is told.
    private RunResult running(RunOptions options, RunListener listener, Stop stop, Function<Runner, RunResult> run) {
        project.refuseUnlessSound();
        var recorder = recorder(options);
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

    private Optional<Recorder> recorder(RunOptions options) {
        return journal.flatMap(records -> book().map(book -> records.recorder(book, new Recorder.About(project.name(),
                database.name(), project.config().versionTable().name(), options.reason(),
                Optional.of(policy.and(options.policy()).text())), database)));
    }

    /// The journal's book of this database; nothing without a journal, or if the database lives in memory only.
    public Optional<Book> book() {
        return journal.flatMap(records -> records.book(database, project.config().versionTable()));
    }

    /// What the journal has to tell before anything else is done.
    public News news(Status status) {
        return new News(unsettled(),
                inspection().map(look -> look.edited(status.applied())).orElse(List.of()));
    }

    /// Runs on this database that were cut off or left something behind, and not seen to since, newest first.
    public List<Aftermath> unsettled() {
        return inspection().map(Inspection::unsettled).orElse(List.of());
    }

    /// What became of the statements of a run that was cut off or left something behind.
    public Aftermath aftermath(RecordedRun run) {
        return inspection().orElseThrow().of(run);
    }

    private Optional<Inspection> inspection() {
        return journal.flatMap(records -> book().map(
                book -> new Inspection(book, database, project.config().versionTable(), records.who())));
    }

    /// A plan that may be run here. Every run of every face passes through.
    private Plan permitted(Plan plan, RunOptions options, RunListener listener) {
        var both = policy.and(options.policy());
        both.refuseIfReadOnly(database.name());
        both.refuseUnlessConfirmed(plan.hazards(), database.shortName());
        if (plan.move() == Move.STAMP && !plan.isEmpty() && options.reason().isEmpty()) {
            var verdict = examine(plan);
            verdict.objection().ifPresent(problem -> {
                throw new Refusal(problem);
            });
            listener.on(new RunEvent.Examined(verdict.notes()));
        }
        return plan;
    }

    /// Why a stamp is refused unless a reason is given; nothing if the database is as the revisions make it there.
    public Optional<Problem> objection(Plan stamp) {
        return examine(stamp).objection();
    }

    /// Compares the database with what the revisions make where a stamp would put it.
    public StampVerdict examine(Plan stamp) {
        var revisions = stamp.to().stream().flatMap(id -> project.graph().find(id).stream()).toList();
        return new StampExamination(project, database, given).at(revisions, names(stamp.to()));
    }

    /// At which revision the database is by its schema, whatever its version table says.
    public Location locate(LocateListener listener) {
        return locate(listener, new Stop());
    }

    /// The same; `stop` gives the search up, which is a refusal.
    public Location locate(LocateListener listener, Stop stop) {
        return Locator.locate(project, database, given, rows(), listener, stop);
    }

    /// Applies every revision, takes it back and applies it again in a scratch database like this one.
    public TripStep.Trip roundTrip(LocateListener listener) {
        return RoundTrip.through(project, database, given, listener);
    }

    private static String names(List<RevisionId> rows) {
        return rows.isEmpty() ? Target.BASE : rows.stream().map(RevisionId::value).collect(Collectors.joining(", "));
    }

    private Planner planner() {
        var schema = Evolution.lookingUp(this::schema, database.dialect().grammar());
        return new Planner(project.graph(), project.scripts(given), project.config().versionTable(),
                new Occasion(database.dialect(), Occasion.Mode.ONLINE, schema), Transactions.of(
                        database.dialect().product(), project.config().transactionPerMigration()));
    }
}
