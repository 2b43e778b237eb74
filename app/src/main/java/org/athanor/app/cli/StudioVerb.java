package org.athanor.app.cli;

import java.nio.file.Path;
import java.util.Optional;

import org.athanor.app.profile.Environment;
import org.athanor.app.profile.Profile;
import org.athanor.app.ui.Studio;
import org.athanor.app.ui.StudioRequest;
import org.athanor.app.ui.Theme;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Opens the window on the project at hand, or on the sample where there is none.
@Command(name = "studio", description = "Open the window: on the nearest project, or on the sample where there is none.")
final class StudioVerb extends Verb {
    @Parameters(arity = "0..1", paramLabel = "FILE", description = "The project's athanor.toml, alembic.ini or pyproject.toml, as -c names it before the verb.")
    private Optional<Path> file = Optional.empty();

    @Option(names = "--sample", description = "Open the sample shop with a database of its own, made in a temporary folder.")
    private boolean sample;

    @Option(names = "--picture", paramLabel = "FILE", description = "Where --sample writes a picture of the window when there is no display to open it on.")
    private Optional<Path> picture = Optional.empty();

    @Option(names = "--theme", paramLabel = "light|dark", description = "The window's colours. Without it, the system's choice.")
    private Optional<Theme> theme = Optional.empty();

    @Override
    public Integer call() {
        var project = sample ? Optional.<Path>empty() : session().findConfig(file.or(() -> session().options().config));
        var profile = project.map(this::profile);
        return Studio.open(new StudioRequest(profile, profile.isEmpty(), session().samples(), picture, theme));
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
