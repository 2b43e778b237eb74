package org.athanor.app.connection;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.athanor.app.profile.DatabasePlace;
import org.athanor.app.profile.Limits;
import org.athanor.app.profile.SshAccess;
import org.athanor.app.profile.Tls;
import org.athanor.engine.database.ConnectionSettings;
import org.athanor.engine.database.Secret;
import org.athanor.engine.dialect.Product;

/// What the driver is told of a profile's database.
final class ServerSettings {
    private ServerSettings() {}

    static ConnectionSettings of(DatabasePlace.SqliteFile place, Limits limits) {
        var file = place.file().toAbsolutePath().normalize();
        return new ConnectionSettings(Product.SQLITE, "jdbc:sqlite:" + file, Optional.of(file), Optional.empty(),
                Optional.empty(), limits.lock().map(lock -> Map.of("busy_timeout", Long.toString(lock.toMillis())))
                        .orElse(Map.of()));
    }

    static ConnectionSettings of(DatabasePlace.Server server, Limits limits) {
        var host = server.host().contains(":") ? "[" + server.host() + "]" : server.host();
        var options = new TreeMap<>(server.options());
        server.schema().ifPresent(schema -> options.put("currentSchema", schema));
        tls(server.tls(), options);
        limits.connect().ifPresent(time -> options.put("connectTimeout", seconds(time)));
        limits.connect().ifPresent(time -> options.put("loginTimeout", seconds(time)));
        return new ConnectionSettings(Product.POSTGRESQL,
                "jdbc:postgresql://%s:%d/%s".formatted(host, server.port(), encoded(server.database())),
                Optional.empty(),
                Optional.of(server.user()), Optional.empty(), options);
    }

    /// An empty password keeps the driver from looking for one by rules of its own.
    static ConnectionSettings with(ConnectionSettings settings, Optional<Secret> password, Map<String, String> more) {
        var options = new TreeMap<>(settings.options());
        options.putAll(more);
        return new ConnectionSettings(settings.product(), settings.jdbcUrl(), settings.file(), settings.user(),
                settings.product() == Product.SQLITE
                        ? Optional.empty()
                        : password.or(() -> Optional.of(new Secret(""))),
                options);
    }

    static String display(SshAccess access) {
        return access.address();
    }

    private static void tls(Tls tls, Map<String, String> options) {
        options.put("sslmode", tls.mode().code());
        tls.rootCertificate().map(Path::toString).ifPresent(path -> options.put("sslrootcert", path));
        tls.certificate().map(Path::toString).ifPresent(path -> options.put("sslcert", path));
        tls.key().map(Path::toString).ifPresent(path -> options.put("sslkey", path));
    }

    private static String seconds(Duration time) {
        return Long.toString(time.isZero() ? 0 : Math.max(1, time.plusMillis(999).toSeconds()));
    }

    private static String encoded(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
