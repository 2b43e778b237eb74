package org.athanor.app.profile;

import java.nio.file.Path;
import java.util.Optional;

/// The machine through which a database is reached, and how one gets in there: by a key, by the agent's keys, else by a
/// password. Its host key must stand in `known_hosts`.
public record SshAccess(String host, int port, String user, Optional<Path> key, boolean agent,
        Optional<Path> knownHosts, PasswordSource password) {
    public static final int USUAL_PORT = 22;

    public SshAccess {
        if (host.isBlank() || user.isBlank()) {
            throw new IllegalArgumentException("A tunnel has a host and a user");
        }
    }

    /// Where it goes to, as a person would write it.
    public String address() {
        return user + "@" + host + (port == USUAL_PORT ? "" : ":" + port);
    }
}
