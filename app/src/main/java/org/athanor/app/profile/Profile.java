package org.athanor.app.profile;

import java.nio.file.Path;
import java.util.Optional;

/// A project and the database it is worked on with. Without a URL, the project's configuration names the database.
public record Profile(String name, Environment environment, Path config, Optional<String> url) {
    public Profile {
        if (name.isBlank()) {
            throw new IllegalArgumentException("A profile has a name");
        }
    }
}
