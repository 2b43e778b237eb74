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

import picocli.CommandLine.Option;

/// What a profile is, beyond its database. The environment, reading only and the section are options of every verb.
final class CareOptions {
    @Option(names = "--group", paramLabel = "NAME", description = "The group that the profile is listed under.")
    private Optional<String> group = Optional.empty();

    @Option(names = "--project", paramLabel = "PATH", description = "The project's folder or configuration. Without it, the nearest one upwards from here, if any.")
    private Optional<Path> project = Optional.empty();

    @Option(names = "--version-table", paramLabel = "NAME", description = "The version table, if it isn't the one that the project names.")
    private Optional<String> versionTable = Optional.empty();

    @Option(names = "--connect-timeout", paramLabel = "TIME", description = "How long to wait for a connection: 5s, 2min.")
    private Optional<String> connect = Optional.empty();

    @Option(names = "--lock-timeout", paramLabel = "TIME", description = "How long a statement waits for a lock.")
    private Optional<String> lock = Optional.empty();

    @Option(names = "--statement-timeout", paramLabel = "TIME", description = "How long a statement may take.")
    private Optional<String> statement = Optional.empty();

    Profile profile(String name, DatabasePlace place, Access access, Session session) {
        if (name.isBlank() || !name.equals(name.strip())) {
            throw new Refusal(ProblemKind.USAGE, "A profile's name has no spaces around it, and isn't empty",
                    "Choose another name.");
        }
        var reading = session.options().readOnly ? Access.READ_ONLY : access;
        var environment = session.options().environment.map(Environment::of).orElse(Environment.LOCAL);
        return new Profile(name, group, environment, reading, config(session), session.options().section, versionTable,
                place, new Limits(time(connect), time(lock), time(statement)));
    }

    private Optional<Path> config(Session session) {
        var found = project.map(session::resolve).or(session::findConfig);
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
