package org.athanor.app.ui;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

import org.athanor.app.profile.Environment;
import org.athanor.app.profile.Profile;
import org.athanor.app.profile.UserJournal;

/// The sample projects, each with a database in a folder of the test's own.
public final class Samples {
    /// An environment in which nothing is recorded.
    public static final Map<String, String> NO_JOURNAL = Map.of(UserJournal.SWITCH, UserJournal.OFF);

    private Samples() {}

    public static Path folder() {
        return Path.of(Optional.ofNullable(System.getProperty("athanor.samples")).orElse("../migrations-sample"));
    }

    public static Profile shop(Path databases) {
        return profile("shop", Optional.of("jdbc:sqlite:" + databases.resolve("shop.db")));
    }

    public static Profile broken(String name, Path databases) {
        return profile("broken/" + name, Optional.of("jdbc:sqlite:" + databases.resolve("broken.db")));
    }

    public static Profile shopAt(String url) {
        return profile("shop", Optional.of(url));
    }

    private static Profile profile(String project, Optional<String> url) {
        return new Profile("test", Environment.LOCAL, folder().resolve(project).resolve("athanor.toml"), url);
    }
}
