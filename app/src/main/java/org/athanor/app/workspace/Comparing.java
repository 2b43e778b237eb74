package org.athanor.app.workspace;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

import org.athanor.app.connection.Passwords;
import org.athanor.app.connection.ProfileConnection;
import org.athanor.app.profile.DatabaseAddress;
import org.athanor.app.profile.Profile;
import org.athanor.app.profile.UserCache;
import org.athanor.engine.Athanor;
import org.athanor.engine.Proposal;
import org.athanor.engine.SchemaSource;
import org.athanor.engine.database.Database;
import org.athanor.engine.locate.Location;
import org.athanor.engine.problem.ProblemKind;
import org.athanor.engine.problem.Refusal;
import org.athanor.engine.project.Project;
import org.athanor.engine.run.RunEvent;
import org.athanor.engine.run.Stop;

/// Compares schemas of an open profile. It changes no database but scratch ones, so it may go on beside all else.
public final class Comparing {
    private final Athanor athanor;
    private final Map<String, String> environment;
    private final Passwords passwords;

    Comparing(Athanor athanor, Map<String, String> environment, Passwords passwords) {
        this.athanor = athanor;
        this.environment = Map.copyOf(environment);
        this.passwords = passwords;
    }

    /// A source, and the connection that goes with it.
    private record Opened(SchemaSource source, Optional<ProfileConnection> connection) implements AutoCloseable {
        static Opened plain(SchemaSource source) {
            return new Opened(source, Optional.empty());
        }

        @Override
        public void close() {
            connection.ifPresent(ProfileConnection::close);
        }
    }

    /// Blocks until it is done, refused, or stopped. `progress` hears the number of the revision that is carried out in a scratch
    /// database, and of how many.
    public Compared compare(SchemaChoice from, SchemaChoice to, BiConsumer<Integer, Integer> progress, Stop stop) {
        try (var left = open(from); var right = open(to)) {
            var comparison = athanor.compare(left.source(), right.source(), event -> {
                if (event instanceof RunEvent.StepStarted(var number, var of, _)) {
                    progress.accept(number, of);
                }
            }, stop);
            return new Compared(comparison, left.source().title(), right.source().title());
        }
    }

    /// What somebody changed behind the revisions' back.
    public Compared drift(Stop stop) {
        return compare(new SchemaChoice.ThisDatabase(), new SchemaChoice.OwnRevision(), (_, _) -> {}, stop);
    }

    /// What leads from the database to the project's target; blocks in the same way.
    public Proposal propose(Stop stop) {
        return athanor.propose(target(), stop);
    }

    /// At which revision the database is by its schema; blocks in the same way.
    public Location locate(BiConsumer<Integer, Integer> progress, Stop stop) {
        return athanor.locate(progress::accept, stop);
    }

    private Opened open(SchemaChoice choice) {
        return switch (choice) {
            case SchemaChoice.ThisDatabase _ -> Opened.plain(new SchemaSource.Actual());
            case SchemaChoice.OwnRevision _ -> Opened.plain(new SchemaSource.AtRevision(SchemaSource.CURRENT));
            case SchemaChoice.ProjectTarget _ -> Opened.plain(target());
            case SchemaChoice.AtRevision(var name) -> Opened.plain(new SchemaSource.AtRevision(name.strip()));
            case SchemaChoice.OfFile(var path) -> Opened.plain(
                    new SchemaSource.File(athanor.project().config().folder().resolve(path.strip())));
            case SchemaChoice.OfProfile(var profile) -> open(profile);
        };
    }

    private SchemaSource target() {
        return athanor.target().orElseThrow(() -> new Refusal(ProblemKind.NO_TARGET,
                "%s doesn't say what the database should be like".formatted(athanor.project().config().file()),
                "Name a file of CREATE statements under [athanor.target]: schema = \"schema.sql\"."));
    }

    private Opened open(Profile profile) {
        var connection = ProfileConnection.of(profile, environment, passwords);
        var database = connection.map(ProfileConnection::database).orElseGet(() -> Database.of(
                new DatabaseAddress(Path.of("").toAbsolutePath(), environment).of(project(profile), profile.url())));
        return new Opened(new SchemaSource.Other(database), connection);
    }

    private Project project(Profile profile) {
        return Project.open(profile.config(), profile.section(), environment, UserCache.of(environment));
    }
}
