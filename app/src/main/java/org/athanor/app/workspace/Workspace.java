package org.athanor.app.workspace;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

import org.athanor.app.connection.Passwords;
import org.athanor.app.connection.ProfileConnection;
import org.athanor.app.profile.DatabaseAddress;
import org.athanor.app.profile.Environment;
import org.athanor.app.profile.Profile;
import org.athanor.app.profile.UserCache;
import org.athanor.app.profile.UserJournal;
import org.athanor.app.secret.Prompt;
import org.athanor.engine.Athanor;
import org.athanor.engine.Proposal;
import org.athanor.engine.database.ConnectionSettings;
import org.athanor.engine.database.Database;
import org.athanor.engine.database.Dialects;
import org.athanor.engine.dialect.Dialect;
import org.athanor.engine.graph.Lanes;
import org.athanor.engine.guard.Policy;
import org.athanor.engine.locate.StampVerdict;
import org.athanor.engine.plan.Move;
import org.athanor.engine.plan.Plan;
import org.athanor.engine.plan.SchemaHistory;
import org.athanor.engine.plan.Stamps;
import org.athanor.engine.problem.Problem;
import org.athanor.engine.problem.ProblemKind;
import org.athanor.engine.problem.Refusal;
import org.athanor.engine.project.Contents;
import org.athanor.engine.project.Draft;
import org.athanor.engine.project.NewRevision;
import org.athanor.engine.project.Project;
import org.athanor.engine.revision.Revision;
import org.athanor.engine.revision.RevisionId;
import org.athanor.engine.run.Patience;
import org.athanor.engine.run.RehearsalResult;
import org.athanor.engine.run.RunListener;
import org.athanor.engine.run.RunOptions;
import org.athanor.engine.run.RunResult;
import org.athanor.engine.run.Stop;
import org.athanor.engine.script.Direction;
import org.athanor.engine.script.Script;

/// An open profile: its project and its database. Plain blocking code; whoever holds it calls it from one worker.
public final class Workspace implements AutoCloseable {
    private final Profile profile;
    private final Map<String, String> environment;
    private final DatabaseAddress address;
    private final Passwords passwords;
    private final Optional<ProfileConnection> connection;
    private Optional<ConnectionPool> pool = Optional.empty();

    public Workspace(Profile profile, Map<String, String> environment) {
        this(profile, environment, Passwords.of(environment, Prompt.NOBODY));
    }

    /// The same; passwords come from where these find them.
    public Workspace(Profile profile, Map<String, String> environment, Passwords passwords) {
        this.profile = profile;
        this.environment = Map.copyOf(environment);
        this.passwords = passwords;
        this.address = new DatabaseAddress(Path.of("").toAbsolutePath(), environment);
        this.connection = ProfileConnection.of(profile, environment, passwords);
    }

    public Profile profile() {
        return profile;
    }

    /// Reads the folder. The database is not asked yet.
    public WorkspaceState read() {
        try {
            var project = profile.on(Project.open(profile.config(), profile.section(), environment,
                    UserCache.of(environment)));
            return new WorkspaceState.Ready(project, Lanes.of(project.graph()), dialect(project),
                    new Standing.Asking());
        } catch (Refusal refusal) {
            return new WorkspaceState.Broken(refusal.problems());
        }
    }

    /// Asks the database where it stands.
    public Standing ask(Project project) {
        try {
            var athanor = athanor(project);
            var status = athanor.status();
            return new Standing.Known(status, athanor.news(status));
        } catch (Refusal refusal) {
            return new Standing.Unknown(refusal.problem());
        }
    }

    public Plan plan(Project project, Wish wish) {
        var athanor = athanor(project);
        return switch (wish) {
            case Wish.Upgrade(var target) -> athanor.planUpgrade(target);
            case Wish.Downgrade(var target) -> athanor.planDowngrade(target);
            case Wish.GoTo(var target) -> athanor.plan(target);
            case Wish.Stamp(var targets, var purge) -> athanor.planStamp(targets,
                    purge ? Stamps.Rows.PURGED : Stamps.Rows.KEPT);
        };
    }

    /// What the database shows of a stamp, for and against it; nothing for other plans.
    public Optional<StampVerdict> verdict(Project project, Plan plan) {
        return plan.move() == Move.STAMP ? Optional.of(athanor(project).examine(plan)) : Optional.empty();
    }

    /// Why nothing may be changed there, if that is so.
    public Optional<Problem> forbidden(Project project) {
        try {
            profile.policy().refuseIfReadOnly(athanor(project).database().shortName());
            return Optional.empty();
        } catch (Refusal refusal) {
            return Optional.of(refusal.problem());
        }
    }

    /// The database's name, if somebody has to type it before this plan may run: before any plan in production, since the
    /// wrong window is as easily clicked as the right one.
    public Optional<String> nameToType(Project project, Plan plan) {
        return profile.environment() == Environment.PRODUCTION && !plan.isEmpty()
                ? Optional.of(athanor(project).database().shortName())
                : Optional.empty();
    }

    /// Runs a plan; the consent is what somebody has typed.
    public RunResult run(Project project, Plan plan, Consent consent, RunListener listener, Stop stop) {
        UserJournal.of(environment).refuseWithoutPlace();
        var options = options().with(policy(consent));
        return athanor(project).run(plan, consent.reason().map(options::because).orElse(options), listener, stop);
    }

    /// Sends a plan for real, in a transaction that is rolled back.
    public RehearsalResult rehearse(Project project, Plan plan, Consent consent, RunListener listener, Stop stop) {
        return athanor(project).rehearse(plan, options().with(policy(consent)), listener, stop);
    }

    private Policy policy(Consent consent) {
        return consent.databaseName().map(profile.policy()::confirmedBy).orElse(profile.policy());
    }

    private RunOptions options() {
        return new RunOptions(profile.limits().on(Patience.USUAL));
    }

    public Script script(Project project, Revision revision, Direction direction, Dialect dialect) {
        return new SchemaHistory(project.graph(), project.scripts(), dialect).script(revision, direction);
    }

    /// What is to be read of a revision that somebody looks at.
    public Closeup closeup(Project project, Revision revision, Optional<Dialect> dialect) {
        return Closeup.of(project, revision, dialect, dialect.flatMap(_ -> athanor(project).book()));
    }

    /// The file of a new revision, not written yet, with the time of this machine.
    public Draft draft(Project project, NewRevision wanted) {
        return project.draft(wanted, Clock.system(ZoneId.systemDefault()), new SecureRandom());
    }

    /// The same, with contents that are known.
    public Draft draft(Project project, NewRevision wanted, Contents contents) {
        return project.draft(wanted, contents, Clock.system(ZoneId.systemDefault()), new SecureRandom());
    }

    /// Refuses what was proposed for a database that isn't any more as it was.
    public void refuseIfMoved(Project project, Proposal proposal) {
        athanor(project).refuseIfMoved(proposal);
    }

    /// Takes a file back, unless the database says that it was applied.
    public void undo(Project.Written written) {
        var project = written.project();
        var id = written.revision().id();
        if (ask(project).known().filter(status -> status.applied().stream().anyMatch(r -> r.id().equals(id)))
                .isPresent()) {
            throw new Refusal(ProblemKind.FILE_EXISTS,
                    "Revision %s was applied to %s, so its file stays".formatted(id, profile.name()),
                    "Downgrade first.");
        }
        project.undo(written);
    }

    /// Reads every script of the project, for as long as `wanted` says so. Needs no connection, and may run beside all
    /// else.
    public static Survey survey(Project project, Dialect dialect, BooleanSupplier wanted) {
        var findings = new HashMap<RevisionId, Survey.Finding>();
        new SchemaHistory(project.graph(), project.scripts(), dialect).tell(scripts -> {
            findings.put(scripts.revision().id(), Survey.Finding.of(scripts));
            return wanted.getAsBoolean();
        });
        return new Survey(findings);
    }

    /// Compares schemas, beside all else that is done here.
    public Comparing comparing(Project project) {
        return new Comparing(athanor(project), environment, passwords);
    }

    /// What was run, as the journal has it.
    public RunRecords records(Project project) {
        return new RunRecords(UserJournal.of(environment).journal(Optional.of(profile.name())),
                () -> athanor(project));
    }

    @Override
    public void close() {
        closePool();
        connection.ifPresent(ProfileConnection::close);
    }

    private void closePool() {
        pool.ifPresent(ConnectionPool::close);
        pool = Optional.empty();
    }

    private Athanor athanor(Project project) {
        var settings = settings(project);
        var athanor = Athanor.open(project, Database.of(settings, pool(settings))).under(profile.policy());
        return UserJournal.of(environment).journal(Optional.of(profile.name())).map(athanor::withJournal)
                .orElse(athanor);
    }

    private ConnectionPool pool(ConnectionSettings settings) {
        if (pool.filter(open -> open.settings().equals(settings)).isEmpty()) {
            closePool();
            pool = Optional.of(connection.map(ConnectionPool::of).orElseGet(() -> new ConnectionPool(settings)));
        }
        return pool.orElseThrow();
    }

    private Optional<Dialect> dialect(Project project) {
        try {
            return Optional.of(Dialects.of(settings(project).product()));
        } catch (Refusal _) {
            return Optional.empty();
        }
    }

    private ConnectionSettings settings(Project project) {
        return connection.map(ProfileConnection::settings).orElseGet(() -> address.of(project, profile.url()));
    }
}
