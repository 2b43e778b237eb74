package org.athanor.app.profile;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The database of a profile.
public sealed interface DatabasePlace {
    /// The one that the project's configuration names.
    record OfProject() implements DatabasePlace {}

    /// One that was named by a URL for this time only; such a profile isn't kept.
    record Given(String url) implements DatabasePlace {}

    record SqliteFile(Path file) implements DatabasePlace {}

    /// A PostgreSQL database. `options` are further ones of the driver's.
    record Server(String host, int port, String database, String user, Optional<String> schema, Tls tls,
            Optional<SshAccess> ssh, PasswordSource password, Map<String, String> options) implements DatabasePlace {
        public static final int USUAL_PORT = 5432;

        public Server {
            options = Map.copyOf(options);
        }

        /// What a password is kept under: it is never sent to another place than the one it was given for.
        public String address() {
            return "postgresql://%s@%s:%d/%s".formatted(user, host, port, database)
                    + ssh.map(access -> " by " + access.address()).orElse("");
        }

        /// The driver's options in an order that stays.
        public Map<String, String> sortedOptions() {
            return new TreeMap<>(options);
        }

        public Server with(PasswordSource other) {
            return new Server(host, port, database, user, schema, tls, ssh, other, options);
        }

        public Server with(Tls other) {
            return new Server(host, port, database, user, schema, other, ssh, password, options);
        }

        public Server through(Optional<SshAccess> other) {
            return new Server(host, port, database, user, schema, tls, other, password, options);
        }
    }

    /// The database in a few words.
    default String display() {
        return switch (this) {
            case OfProject _ -> "";
            case Given _ -> "";
            case SqliteFile(var file) -> file.toString();
            case Server server -> "%s@%s%s/%s".formatted(server.user(), server.host(),
                    server.port() == Server.USUAL_PORT ? "" : ":" + server.port(), server.database());
        };
    }
}
