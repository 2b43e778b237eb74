package org.athanor.app.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.athanor.app.profile.DatabasePlace;
import org.athanor.app.profile.Profile;
import org.athanor.app.profile.ProfileImport;
import org.athanor.app.profile.ProfileStore;
import org.athanor.engine.database.Secret;
import org.athanor.engine.problem.Problem;
import org.athanor.engine.problem.ProblemKind;
import org.athanor.engine.problem.Refusal;
import org.athanor.engine.project.ConfigFinder;
import org.athanor.engine.project.Project;

/// Makes profiles of what is written elsewhere.
final class ProfileImportVerb extends Verb {
    private final Given<Optional<Path>> source = arguments.optionalParameter("FILE", Path.class,
            "alembic.ini, pyproject.toml, athanor.toml, a project's folder, or an exported file.");

    private final Given<Optional<String>> name = arguments.option("--as NAME",
            "What the profile is called; without it, as the project's folder.");

    private final Given<Boolean> urlFromInput = arguments.flag("--url-stdin", "Read the URL from standard input.");

    private final PasswordOptions password = new PasswordOptions(arguments);

    private final CareOptions care = new CareOptions(arguments);

    ProfileImportVerb() {
        super("import",
                "Make a profile of a project's configuration or of a URL on standard input; or take over the profiles of an exported file.",
                "", "A password in the URL goes into the keychain or the vault, not into the profile.");
    }

    @Override
    public Integer call() {
        var saved = new SavedProfiles(session());
        if (urlFromInput.get()) {
            return one(saved, Optional.empty(), url(),
                    name.get().orElseThrow(() -> usage("--url-stdin needs --as NAME")));
        }
        var file = session().resolve(source.get().orElseThrow(() -> usage("There is nothing to import")));
        if (!Files.exists(file)) {
            throw new Refusal(Problem.at(file, 0, ProblemKind.NO_PROJECT, "There is no such file", "Check the name."));
        }
        return isExport(file) ? all(saved, file) : project(saved, file);
    }

    private int project(SavedProfiles saved, Path file) {
        var config = Files.isDirectory(file) ? ConfigFinder.nearest(file) : file;
        var project = Project.open(config, session().options().section.get(), session().environment(),
                org.athanor.engine.cache.HeaderCache.off());
        var found = project.config().url().map(url -> ProfileImport.of(url,
                project.config().urlFolder().orElse(session().folder()), System.getProperty("user.name", "postgres")));
        return one(saved, Optional.of(config), found.orElseThrow(() -> new Refusal(ProblemKind.NO_DATABASE,
                "%s names no database".formatted(config),
                "Write %s there, or use `athanor profile add`.".formatted(project.config().urlSetting()))),
                name.get().orElse(project.name()));
    }

    private int one(SavedProfiles saved, Optional<Path> config, ProfileImport found, String called) {
        var profile = care.profile(called, found.database(), found.access(), config, session());
        if (saved.store().load().find(called).isPresent()) {
            throw new Refusal(ProblemKind.BAD_PROFILE, "There is a profile '%s' already".formatted(called),
                    "Choose another name: --as NAME.");
        }
        if (found.database() instanceof DatabasePlace.Server) {
            profile = saved.with(profile, password.given(output())
                    .or(() -> found.password().map(PasswordOptions.Chosen::kept)).orElseGet(
                            () -> PasswordOptions.Chosen.of(new org.athanor.app.profile.PasswordSource.Elsewhere())));
        }
        saved.store().add(profile);
        found.notes().forEach(note -> output().message("note: " + note));
        tell(profile);
        return ExitCode.DONE;
    }

    /// All or none of them.
    private int all(SavedProfiles saved, Path file) {
        var found = new ProfileStore(file).load().all();
        var there = saved.store().load();
        found.stream().map(Profile::name).filter(known -> there.find(known).isPresent()).findFirst()
                .ifPresent(known -> {
                    throw new Refusal(ProblemKind.BAD_PROFILE, "There is a profile '%s' already".formatted(known),
                            "Rename one of the two. Nothing was imported.");
                });
        found.forEach(profile -> {
            saved.store().add(profile);
            tell(profile);
        });
        return ExitCode.DONE;
    }

    private void tell(Profile profile) {
        if (isJson()) {
            output().json(ProfileForms.json(profile));
        } else {
            confirm("Saved %s.".formatted(profile.name()));
        }
    }

    private ProfileImport url() {
        var text = output().pipedSecret().map(Secret::characters).map(String::new)
                .orElseThrow(() -> usage("Standard input has no URL"));
        return ProfileImport.of(text, session().folder(), System.getProperty("user.name", "postgres"));
    }

    private static boolean isExport(Path file) {
        try {
            return file.toString().endsWith(".toml") && Files.readString(file).lines()
                    .anyMatch(line -> line.startsWith("[profile."));
        } catch (java.io.IOException _) {
            return false;
        }
    }

    private static Refusal usage(String message) {
        return new Refusal(ProblemKind.USAGE, message,
                "Name alembic.ini, pyproject.toml or athanor.toml, or give --url-stdin.");
    }
}
