package org.athanor.app.cli;

import java.nio.file.Path;
import java.util.Optional;

import org.athanor.app.files.UserFolder;
import org.athanor.app.profile.Environment;
import org.athanor.app.profile.LastProfile;
import org.athanor.app.profile.Profile;
import org.athanor.app.profile.ProfileStore;
import org.athanor.app.ui.Studio;
import org.athanor.app.ui.StudioRequest;
import org.athanor.app.ui.Theme;

/// Opens the window on a profile, on the project at hand, or on where it was last.
final class StudioVerb extends Verb {
    private final Given<Optional<Path>> file = arguments.optionalParameter("FILE", Path.class,
            "The project's athanor.toml, alembic.ini or pyproject.toml, instead of -c before the verb.");

    private final Given<Boolean> sample = arguments.flag("--sample",
            "Open the sample shop with a database of its own, made in a temporary folder.");

    private final Given<Optional<Path>> picture = arguments.option("--picture FILE", Path.class,
            "Where --sample writes a picture of the window when there is no display to open it on.");

    private final Given<Optional<Theme>> theme = arguments.option("--theme light|dark", Theme.class,
            "The window's colours. Without it, the system's choice.");

    StudioVerb() {
        super("studio",
                "Open the window: on the profile that is named, else on the nearest project, else on the last profile. A first run is asked where to begin.");
    }

    @Override
    public Integer call() {
        return Studio
                .open(new StudioRequest(sample.get() ? Optional.empty() : profile(), sample.get(), session().samples(),
                        picture.get(),
                        theme.get()));
    }

    /// The profile that was named; or the project at hand; or the profile that was open last. Nothing on a first run.
    private Optional<Profile> profile() {
        if (file.get().isPresent()) {
            return file.get().map(session().folder()::resolve).map(this::profile);
        }
        var named = session().profile().map(SessionProfile::profile);
        if (named.isPresent()) {
            return named;
        }
        var project = session().findConfig().map(this::profile);
        return project.isPresent() ? project : last();
    }

    private Optional<Profile> last() {
        var environment = session().environment();
        return new LastProfile(environment).name().flatMap(name -> UserFolder.of(environment).configurationIfAny()
                .flatMap(folder -> new ProfileStore(folder.resolve(ProfileStore.FILE)).load().find(name)));
    }

    private Profile profile(Path config) {
        var policy = session().policy();
        return new Profile(name(config), Environment.of(policy.environment()), config, session().url(),
                policy.access());
    }

    private static String name(Path config) {
        var folder = config.toAbsolutePath().normalize().getParent();
        return folder == null || folder.getFileName() == null ? config.toString() : folder.getFileName().toString();
    }
}
