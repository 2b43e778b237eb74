package org.athanor.app.connection;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;

import org.athanor.app.profile.DatabasePlace;
import org.athanor.app.profile.Profile;
import org.athanor.engine.database.ConnectionSettings;
import org.athanor.engine.database.Database;
import org.athanor.engine.database.Secret;

/// The way to a profile's database. Password and tunnel are looked for when somebody first connects.
public final class ProfileConnection implements Database.Source, AutoCloseable {
    private static final String WRONG_PASSWORD = "28P01";
    private static final String NO_CONNECTION = "08";

    private final ConnectionSettings settings;
    private final Optional<DatabasePlace.Server> server;
    private final Optional<Tunnel> tunnel;
    private final Passwords passwords;
    private Optional<ConnectionSettings> ready = Optional.empty();
    private boolean wasWrong;

    private ProfileConnection(ConnectionSettings settings, Optional<DatabasePlace.Server> server,
            Optional<Tunnel> tunnel, Passwords passwords) {
        this.settings = settings;
        this.server = server;
        this.tunnel = tunnel;
        this.passwords = passwords;
    }

    /// Nothing for a profile whose database its project names, or a URL.
    public static Optional<ProfileConnection> of(Profile profile, Map<String, String> environment,
            Passwords passwords) {
        return switch (profile.database()) {
            case DatabasePlace.OfProject _ -> Optional.empty();
            case DatabasePlace.Given _ -> Optional.empty();
            case DatabasePlace.SqliteFile file -> Optional.of(new ProfileConnection(
                    ServerSettings.of(file, profile.limits()), Optional.empty(), Optional.empty(), passwords));
            case DatabasePlace.Server server -> {
                var tunnel = server.ssh().map(access -> new Tunnel(server, access, environment, passwords,
                        profile.limits().connect()));
                yield Optional.of(new ProfileConnection(ServerSettings.of(server, profile.limits()),
                        Optional.of(server), tunnel, passwords));
            }
        };
    }

    /// What is known without a password: which database it is.
    public ConnectionSettings settings() {
        return settings;
    }

    public Database database() {
        return Database.of(settings, this);
    }

    /// What the driver needs now: with the password, and with the tunnel open.
    public synchronized ConnectionSettings ready() {
        if (ready.isEmpty()) {
            var password = server.flatMap(place -> passwords.ofDatabase(place, wasWrong));
            ready = Optional.of(ServerSettings.with(settings, password, throughTunnel()));
        } else {
            tunnel.ifPresent(Tunnel::open);
        }
        return ready.get();
    }

    /// The same with a password that has just been typed.
    synchronized ConnectionSettings ready(Optional<Secret> password) {
        ready = Optional.of(ServerSettings.with(settings, password, throughTunnel()));
        return ready.get();
    }

    @Override
    public Connection connect() throws SQLException {
        var now = ready();
        try {
            return DriverManager.getConnection(now.jdbcUrl(), now.properties());
        } catch (SQLException e) {
            if (!failed(e)) {
                throw e;
            }
            var anew = ready();
            return DriverManager.getConnection(anew.jdbcUrl(), anew.properties());
        }
    }

    /// After a wrong password the next one who connects is asked again. Whether it is worth another try at once: a tunnel
    /// may have broken without a word, and is opened anew.
    public synchronized boolean failed(SQLException e) {
        var state = Optional.ofNullable(e.getSQLState()).orElse("");
        if (WRONG_PASSWORD.equals(state)) {
            ready = Optional.empty();
            wasWrong = true;
        }
        var broken = tunnel.filter(_ -> state.startsWith(NO_CONNECTION)).filter(Tunnel::isReused);
        broken.ifPresent(Tunnel::close);
        return broken.isPresent();
    }

    private Map<String, String> throughTunnel() {
        return tunnel.<Map<String, String>>map(way -> Map.of("socketFactory", TunnelSockets.class.getName(),
                "socketFactoryArg", Integer.toString(way.open()))).orElse(Map.of());
    }

    @Override
    public synchronized void close() {
        tunnel.ifPresent(Tunnel::close);
        ready = Optional.empty();
    }
}
