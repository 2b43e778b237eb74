package org.athanor.app.profile;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

import org.athanor.engine.guard.Access;
import org.athanor.engine.guard.Policy;
import org.athanor.engine.problem.ProblemKind;
import org.athanor.engine.problem.Refusal;
import org.athanor.engine.project.Project;

/// A project, the database it is worked on with, and how careful one has to be.
public record Profile(String name, Optional<String> group, Environment environment, Access access,
        Optional<Path> project, String section, Optional<String> versionTable, DatabasePlace database, Limits limits) {
    public Profile {
        if (name.isBlank() || !name.equals(name.strip()) || name.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("A profile has a name");
        }
    }

    /// One for this time only; without a URL the project's configuration names the database.
    public Profile(String name, Environment environment, Path config, Optional<String> url, Access access) {
        this(name, Optional.empty(), environment, access, Optional.of(config), Project.DEFAULT_SECTION,
                Optional.empty(),
                url.<DatabasePlace>map(DatabasePlace.Given::new).orElseGet(DatabasePlace.OfProject::new), Limits.USUAL);
    }

    /// One whose database may be changed.
    public Profile(String name, Environment environment, Path config, Optional<String> url) {
        this(name, environment, config, url, Access.FULL);
    }

    /// The project's configuration, or the folder that it is in.
    public Path config() {
        return project.orElseThrow(() -> new Refusal(ProblemKind.NO_PROJECT,
                "The profile %s names no project".formatted(name), "Edit the profile, and name the project's folder."));
    }

    /// The project as this profile sees it.
    public Project on(Project project) {
        return versionTable.map(project::withVersionTable).orElse(project);
    }

    /// The URL that was given for this time only.
    public Optional<String> url() {
        return database instanceof DatabasePlace.Given(var url) ? Optional.of(url) : Optional.empty();
    }

    public Optional<DatabasePlace.Server> server() {
        return database instanceof DatabasePlace.Server server ? Optional.of(server) : Optional.empty();
    }

    /// What may be done to the database.
    public Policy policy() {
        return new Policy(environment.guard(), access, Set.of(), Optional.empty());
    }

    public Profile named(String other) {
        return new Profile(other, group, environment, access, project, section, versionTable, database, limits);
    }

    public Profile with(DatabasePlace other) {
        return new Profile(name, group, environment, access, project, section, versionTable, other, limits);
    }

    public boolean isKept() {
        return !(database instanceof DatabasePlace.Given);
    }
}
