package org.athanor.app.cli;

import java.nio.file.Path;
import java.util.Optional;

import org.athanor.app.profile.DatabasePlace;
import org.athanor.app.profile.ProfileImport;
import org.athanor.engine.guard.Access;
import org.athanor.engine.problem.ProblemKind;
import org.athanor.engine.problem.Refusal;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Saves a new profile.
@Command(name = "add", description = "Save a new profile. Its database is given by --url (without a password), by --host and the others, by --file, or named by the project.")
final class ProfileAddVerb extends Verb {
    @Parameters(paramLabel = "NAME", description = "What the profile is called.")
    private String name;

    @Option(names = "--file", paramLabel = "FILE", description = "The file of a SQLite database.")
    private Optional<Path> file = Optional.empty();

    @Mixin
    private ServerOptions server = new ServerOptions();

    @Mixin
    private PasswordOptions password = new PasswordOptions();

    @Mixin
    private CareOptions care = new CareOptions();

    @Override
    public Integer call() {
        var saved = new SavedProfiles(session());
        var imported = imported();
        var place = place(imported);
        var profile = care.profile(name, place, imported.map(ProfileImport::access).orElse(Access.FULL), session());
        if (saved.store().load().find(name).isEmpty() && place instanceof DatabasePlace.Server there) {
            profile = saved.with(profile, password.orAsk(output(), there.display()));
        }
        saved.store().add(profile);
        imported.ifPresent(found -> found.notes().forEach(note -> output().message("note: " + note)));
        if (isJson()) {
            output().json(ProfileForms.json(profile));
        } else {
            output().message("Saved %s. `athanor profile test %s` tries it.".formatted(name,
                    name.matches("[\\w.-]+") ? name : "'" + name + "'"));
        }
        return ExitCode.DONE;
    }

    private Optional<ProfileImport> imported() {
        var found = session().options().url
                .map(url -> ProfileImport.of(url, session().folder(), System.getProperty("user.name", "postgres")));
        if (found.flatMap(ProfileImport::password).isPresent()) {
            throw new Refusal(ProblemKind.USAGE, "The URL has a password, and others can read arguments",
                    "Leave it out: you are asked for it; or give --password-stdin. `athanor profile import` reads URLs from a file.");
        }
        return found;
    }

    private DatabasePlace place(Optional<ProfileImport> imported) {
        if (file.isPresent() && (imported.isPresent() || server.isAnyGiven())) {
            throw new Refusal(ProblemKind.USAGE, "--file doesn't go with --url or with PostgreSQL's options",
                    "A profile has one database.");
        }
        if (file.isPresent()) {
            return new DatabasePlace.SqliteFile(session().resolve(file.get()));
        }
        var given = imported.map(ProfileImport::database);
        if (given.filter(DatabasePlace.SqliteFile.class::isInstance).isPresent() && server.isAnyGiven()) {
            throw new Refusal(ProblemKind.USAGE, "PostgreSQL's options don't go with a SQLite file", "Leave them out.");
        }
        return given.map(place -> place instanceof DatabasePlace.Server there ? server.on(there, session()) : place)
                .orElseGet(() -> server.isAnyGiven() ? server.server(session()) : new DatabasePlace.OfProject());
    }
}
