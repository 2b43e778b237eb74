package org.athanor.app.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

import org.athanor.app.connection.Passwords;
import org.athanor.app.connection.ProfileConnection;
import org.athanor.app.profile.Profile;
import org.athanor.app.profile.ProfileStore;
import org.athanor.engine.database.ConnectionSettings;
import org.athanor.engine.database.Database;
import org.athanor.engine.guard.Policy;
import org.athanor.engine.project.Project;
import org.athanor.engine.run.Patience;

/// The profile of one call, and the way to its database.
final class SessionProfile implements AutoCloseable {
    private final Profile profile;
    private final Optional<ProfileConnection> connection;

    private SessionProfile(Profile profile, Optional<ProfileConnection> connection) {
        this.profile = profile;
        this.connection = connection;
    }

    static SessionProfile of(String name, Map<String, String> environment, Output output) {
        var profile = ProfileStore.of(environment).load().get(name);
        var passwords = Passwords.of(environment, new TerminalPrompt(output));
        return new SessionProfile(profile, ProfileConnection.of(profile, environment, passwords));
    }

    Profile profile() {
        return profile;
    }

    Optional<Path> config() {
        return profile.project();
    }

    String section() {
        return profile.section();
    }

    Project on(Project project) {
        return profile.on(project);
    }

    Policy policy() {
        return profile.policy();
    }

    Patience patience(Patience said) {
        return profile.limits().on(said);
    }

    boolean hasDatabase() {
        return connection.isPresent();
    }

    ConnectionSettings settings() {
        return connection.orElseThrow().settings();
    }

    Database database() {
        return connection.orElseThrow().database();
    }

    @Override
    public void close() {
        connection.ifPresent(ProfileConnection::close);
    }
}
