package org.athanor.app.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

import org.athanor.app.profile.DatabasePlace;
import org.athanor.app.profile.Environment;
import org.athanor.app.profile.Limits;
import org.athanor.app.profile.Profile;
import org.athanor.engine.guard.Access;
import org.athanor.engine.problem.ProblemKind;
import org.athanor.engine.problem.Refusal;
import org.athanor.engine.script.TimeLimits;

/// What a profile is, beyond its database. The environment, reading only and the section are options of every verb.
final class CareOptions {
    private final Given<Optional<String>> group;
    private final Given<Optional<Path>> project;
    private final Given<Optional<String>> versionTable;
    private final Given<Optional<String>> connect;
    private final Given<Optional<String>> lock;
    private final Given<Optional<String>> statement;

    CareOptions(Arguments arguments) {
        group = arguments.option("--group NAME", "The group that the profile is listed under.");
        project = arguments.option("--project PATH", Path.class,
                "The project's folder or configuration. Without it, the nearest one upwards from here, if any.");
        versionTable = arguments.option("--version-table NAME",
                "The version table, if it isn't the one that the project names.");
        connect = arguments.option("--connect-timeout TIME", "How long to wait for a connection: 5s, 2min.");
        lock = arguments.option("--lock-timeout TIME", "How long a statement waits for a lock.");
        statement = arguments.option("--statement-timeout TIME", "How long a statement may take.");
    }

    /// A new profile of the project that the options name, else of the one that is found.
    Profile profile(String name, DatabasePlace place, Access access, Optional<Path> found, Session session) {
        if (name.isBlank() || !name.equals(name.strip())) {
            throw new Refusal(ProblemKind.USAGE, "A profile's name has no spaces around it, and isn't empty",
                    "Choose another name.");
        }
        var reading = session.options().readOnly.get() ? Access.READ_ONLY : access;
        var environment = session.options().environment.get().map(Environment::of).orElse(Environment.LOCAL);
        return new Profile(name, group.get(), environment, reading, config(found, session),
                session.options().section.get(),
                versionTable.get(),
                place, new Limits(time(connect.get()), time(lock.get()), time(statement.get())));
    }

    private Optional<Path> config(Optional<Path> nearby, Session session) {
        var found = project.get().map(session::resolve).or(() -> nearby).or(session::findConfig);
        found.filter(path -> !path.toFile().exists()).ifPresent(path -> {
            throw new Refusal(ProblemKind.NO_PROJECT, "There is no %s".formatted(path),
                    "Name the project's folder, or its configuration.");
        });
        return found;
    }

    private static Optional<Duration> time(Optional<String> text) {
        return text.map(written -> TimeLimits.duration(written).orElseThrow(() -> new Refusal(ProblemKind.USAGE,
                "'%s' is not a time".formatted(written), "Write it as 500ms, 5s, 2min, 1h, or 0 for no limit.")));
    }
}
