package org.athanor.app.cli;

import java.nio.file.Path;
import java.util.Optional;

import org.athanor.app.profile.DatabasePlace;
import org.athanor.app.profile.ProfileImport;
import org.athanor.engine.guard.Access;
import org.athanor.engine.problem.ProblemKind;
import org.athanor.engine.problem.Refusal;

/// Saves a new profile.
final class ProfileAddVerb extends Verb {
    private final Given<String> name = arguments.parameter("NAME", "What the profile is called.");

    private final Given<Optional<Path>> file = arguments.option("--file FILE", Path.class,
            "The file of a SQLite database.");

    private final ServerOptions server = new ServerOptions(arguments);

    private final PasswordOptions password = new PasswordOptions(arguments);

    private final CareOptions care = new CareOptions(arguments);

    ProfileAddVerb() {
        super("add",
                "Save a new profile. Its database is given by --url (without a password), by --host and the others, by --file, or named by the project.");
    }

    @Override
    public Integer call() {
        var saved = new SavedProfiles(session());
        var imported = imported();
        var place = place(imported);
        var profile = care.profile(name.get(), place, imported.map(ProfileImport::access).orElse(Access.FULL),
                Optional.empty(),
                session());
        if (saved.store().load().find(name.get()).isEmpty() && place instanceof DatabasePlace.Server there) {
            profile = saved.with(profile, password.orAsk(output(), there.display()));
        }
        saved.store().add(profile);
        imported.ifPresent(found -> found.notes().forEach(note -> output().message("note: " + note)));
        if (isJson()) {
            output().json(ProfileForms.json(profile));
        } else {
            confirm("Saved %s. `athanor profile test %s` tries it.".formatted(name.get(),
                    name.get().matches("[\\w.-]+") ? name.get() : "'" + name.get() + "'"));
        }
        return ExitCode.DONE;
    }

    private Optional<ProfileImport> imported() {
        var found = session().options().url.get()
                .map(url -> ProfileImport.of(url, session().folder(), System.getProperty("user.name", "postgres")));
        if (found.flatMap(ProfileImport::password).isPresent()) {
            throw new Refusal(ProblemKind.USAGE, "The URL has a password, and others can read arguments",
                    "Leave it out: you are asked for it; or give --password-stdin. `athanor profile import` reads URLs from a file.");
        }
        return found;
    }

    private DatabasePlace place(Optional<ProfileImport> imported) {
        if (file.get().isPresent() && (imported.isPresent() || server.isAnyGiven())) {
            throw new Refusal(ProblemKind.USAGE, "--file doesn't go with --url or with PostgreSQL's options",
                    "A profile has one database.");
        }
        if (file.get().isPresent()) {
            return new DatabasePlace.SqliteFile(session().resolve(file.get().orElseThrow()));
        }
        var given = imported.map(ProfileImport::database);
        if (given.filter(DatabasePlace.SqliteFile.class::isInstance).isPresent() && server.isAnyGiven()) {
            throw new Refusal(ProblemKind.USAGE, "PostgreSQL's options don't go with a SQLite file", "Leave them out.");
        }
        return given.map(place -> place instanceof DatabasePlace.Server there ? server.on(there, session()) : place)
                .orElseGet(() -> server.isAnyGiven() ? server.server(session()) : new DatabasePlace.OfProject());
    }
}
