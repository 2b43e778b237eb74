package org.athanor.app.workspace;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.athanor.app.connection.Passwords;
import org.athanor.app.connection.ProfileConnection;
import org.athanor.app.profile.DatabaseAddress;
import org.athanor.app.profile.DatabasePlace;
import org.athanor.app.profile.Limits;
import org.athanor.app.profile.PasswordSource;
import org.athanor.app.profile.Profile;
import org.athanor.app.profile.UserCache;
import org.athanor.app.secret.Prompt;
import org.athanor.engine.Athanor;
import org.athanor.engine.database.Database;
import org.athanor.engine.journal.News;
import org.athanor.engine.problem.Problem;
import org.athanor.engine.problem.ProblemKind;
import org.athanor.engine.problem.Refusal;
import org.athanor.engine.project.Project;

/// Asks saved databases of the project at hand where they stand, each with a connection of its own that is closed at once.
/// Nobody is asked for a password for that, and no program that might ask is started.
public final class Neighbours {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofSeconds(15);

    private final Profile open;
    private final Map<String, String> environment;

    public Neighbours(Profile open, Map<String, String> environment) {
        this.open = open;
        this.environment = Map.copyOf(environment);
    }

    /// Nothing for a profile of another project. Blocks until the database has answered or its time is over.
    public Optional<Standing> ask(Profile profile, Project project) {
        return isOf(profile, project) ? Optional.of(inTime(profile, project)) : Optional.empty();
    }

    private Standing inTime(Profile profile, Project project) {
        var answer = new CompletableFuture<Standing>();
        Thread.ofVirtual().name("neighbour").start(() -> {
            try {
                answer.complete(standing(profile, project));
            } catch (Refusal refusal) {
                answer.complete(new Standing.Unknown(refusal.problem()));
            } catch (RuntimeException | Error e) {
                answer.completeExceptionally(e);
            }
        });
        try {
            return answer.get(LONGEST.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException _) {
            return unknown("%s did not answer in time".formatted(profile.name()));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return unknown("Asking was given up");
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private static Standing unknown(String reason) {
        return new Standing.Unknown(
                Problem.of(ProblemKind.CANNOT_CONNECT, reason, "Open the profile to see what is wrong."));
    }

    private Standing standing(Profile profile, Project project) {
        refuseToAsk(profile);
        var seen = sameTable(profile) ? project : profile.on(project(profile));
        try (var connection = ProfileConnection.of(hurried(profile), environment,
                Passwords.of(environment, Prompt.NOBODY)).orElse(null)) {
            var database = connection == null
                    ? Database.of(new DatabaseAddress(Path.of("").toAbsolutePath(), environment).of(seen,
                            profile.url()))
                    : connection.database();
            return new Standing.Known(Athanor.open(seen, database).status(), News.NONE);
        }
    }

    private Project project(Profile profile) {
        return Project.open(profile.config(), profile.section(), environment, UserCache.of(environment));
    }

    private boolean sameTable(Profile profile) {
        return profile.versionTable().equals(open.versionTable());
    }

    /// A program that tells a password may ask the person for another one first.
    private static void refuseToAsk(Profile profile) {
        profile.server().map(DatabasePlace.Server::password).ifPresent(source -> {
            switch (source) {
                case PasswordSource.Command _,PasswordSource.Shell _,PasswordSource.Asked _ -> throw new Refusal(
                        ProblemKind.NO_PASSWORD, "The password of %s isn't at hand".formatted(profile.name()),
                        "Open the profile to give it.");
                case PasswordSource.Stored _,PasswordSource.Elsewhere _,PasswordSource.Variable _ -> {
                }
            }
        });
    }

    /// The same, with little patience where the profile says nothing of its own.
    private static Profile hurried(Profile profile) {
        var own = profile.limits();
        var limits = new Limits(
                own.connect().filter(time -> time.compareTo(PATIENCE) < 0).or(() -> Optional.of(PATIENCE)),
                own.lock().filter(time -> time.compareTo(PATIENCE) < 0).or(() -> Optional.of(PATIENCE)),
                own.statement());
        return new Profile(profile.name(), profile.group(), profile.environment(), profile.access(),
                profile.project(), profile.section(), profile.versionTable(), profile.database(), limits);
    }

    private boolean isOf(Profile profile, Project project) {
        var file = real(project.config().file());
        return profile.section().equals(open.section()) && profile.project().map(Neighbours::real)
                .filter(place -> place.equals(file) || place.equals(file.getParent())).isPresent();
    }

    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException _) {
            return path.toAbsolutePath().normalize();
        }
    }
}
