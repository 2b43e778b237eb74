package org.athanor.app.profile;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

import org.athanor.engine.guard.Access;
import org.athanor.engine.guard.Policy;

/// A project and the database it is worked on with. Without a URL, the project's configuration names the database.
public record Profile(String name, Environment environment, Path config, Optional<String> url, Access access) {
    public Profile {
        if (name.isBlank()) {
            throw new IllegalArgumentException("A profile has a name");
        }
    }

    /// One whose database may be changed.
    public Profile(String name, Environment environment, Path config, Optional<String> url) {
        this(name, environment, config, url, Access.FULL);
    }

    /// What may be done to the database.
    public Policy policy() {
        return new Policy(environment.guard(), access, Set.of(), Optional.empty());
    }
}
