package org.athanor.app.workspace;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

import org.athanor.app.connection.Passwords;
import org.athanor.app.connection.ProfileConnection;
import org.athanor.app.profile.DatabaseAddress;
import org.athanor.app.profile.Profile;
import org.athanor.app.profile.UserCache;
import org.athanor.app.profile.UserJournal;
import org.athanor.app.secret.Prompt;
import org.athanor.engine.Athanor;
import org.athanor.engine.database.ConnectionSettings;
import org.athanor.engine.database.Database;
import org.athanor.engine.database.Dialects;
import org.athanor.engine.dialect.Dialect;
import org.athanor.engine.graph.Lanes;
import org.athanor.engine.plan.Plan;
import org.athanor.engine.plan.SchemaHistory;
import org.athanor.engine.problem.Refusal;
import org.athanor.engine.project.Project;
import org.athanor.engine.revision.Revision;
import org.athanor.engine.run.Patience;
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
    private final Optional<ProfileConnection> connection;
    private Optional<ConnectionPool> pool = Optional.empty();

    public Workspace(Profile profile, Map<String, String> environment) {
        this(profile, environment, Passwords.of(environment, Prompt.NOBODY));
    }

    /// The same; passwords come from where these find them.
    public Workspace(Profile profile, Map<String, String> environment, Passwords passwords) {
        this.profile = profile;
        this.environment = Map.copyOf(environment);
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

    public Plan plan(Project project, Direction direction, String target) {
        return switch (direction) {
            case UPGRADE -> athanor(project).planUpgrade(target);
            case DOWNGRADE -> athanor(project).planDowngrade(target);
        };
    }

    /// The database's name, if somebody has to type it before this plan may run.
    public Optional<String> nameToType(Project project, Plan plan) {
        var name = athanor(project).database().shortName();
        return profile.policy().unconfirmed(plan.hazards(), name).isEmpty() ? Optional.empty() : Optional.of(name);
    }

    /// Runs a plan; `typedName` is what somebody has typed as the database's name.
    public RunResult run(Project project, Plan plan, Optional<String> typedName, RunListener listener, Stop stop) {
        UserJournal.of(environment).refuseWithoutPlace();
        var policy = typedName.map(profile.policy()::confirmedBy).orElse(profile.policy());
        return athanor(project).run(plan, new RunOptions(profile.limits().on(Patience.USUAL)).with(policy), listener, stop);
    }

    public Script script(Project project, Revision revision, Direction direction, Dialect dialect) {
        return new SchemaHistory(project.graph(), project.scripts(), dialect).script(revision, direction);
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
