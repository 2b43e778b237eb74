package org.athanor.app.profile;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

import org.athanor.engine.database.ConnectionSettings;
import org.athanor.engine.database.Secret;
import org.athanor.engine.dialect.Product;
import org.athanor.engine.guard.Access;
import org.athanor.engine.problem.ProblemKind;
import org.athanor.engine.problem.Refusal;

/// What a URL says of a database, apart from the password in it. `notes` tell what a profile can't keep.
public record ProfileImport(DatabasePlace database, Access access, Optional<Secret> password, List<String> notes) {
    private static final Pattern ADDRESS = Pattern
            .compile("jdbc:postgresql://(\\[[^]]+]|[^:,/\\[]*)(?::(\\d+))?/(.*)", Pattern.DOTALL);

    public ProfileImport {
        notes = List.copyOf(notes);
    }

    /// Reads a URL in SQLAlchemy's or JDBC's form; `user` is who is meant where it names nobody.
    public static ProfileImport of(String url, Path folder, String user) {
        var settings = ConnectionSettings.parse(url, folder);
        return settings.product() == Product.SQLITE ? sqlite(settings) : server(settings, user);
    }

    private static ProfileImport sqlite(ConnectionSettings settings) {
        var file = settings.file().orElseThrow(() -> new Refusal(ProblemKind.BAD_URL,
                "A database in memory is gone with the program: it needs no profile", "Name a file."));
        var options = new TreeMap<>(settings.options());
        boolean reading = "1".equals(options.remove("open_mode"));
        return new ProfileImport(new DatabasePlace.SqliteFile(file), reading ? Access.READ_ONLY : Access.FULL,
                Optional.empty(), options.keySet().stream().map(ProfileImport::notKept).toList());
    }

    private static ProfileImport server(ConnectionSettings settings, String user) {
        var address = ADDRESS.matcher(settings.jdbcUrl());
        if (!address.matches()) {
            throw new Refusal(ProblemKind.BAD_URL, "The URL names several hosts, and a profile has one",
                    "Make a profile for each.");
        }
        var notes = new ArrayList<String>();
        var options = new TreeMap<>(settings.options());
        var tls = tls(options, notes);
        var schema = Optional.ofNullable(options.remove("currentSchema"));
        options.keySet().removeIf(option -> {
            boolean refused = DriverOptions.isSecret(option) || DriverOptions.isRefused(option)
                    || DriverOptions.isOfProfile(option);
            if (refused) {
                notes.add(notKept(option));
            }
            return refused;
        });
        var port = Optional.ofNullable(address.group(2)).map(Integer::parseInt);
        return new ProfileImport(new DatabasePlace.Server(host(address.group(1)),
                port.orElse(DatabasePlace.Server.USUAL_PORT), decoded(address.group(3)), settings.user().orElse(user),
                schema, tls, Optional.empty(), new PasswordSource.Elsewhere(), options), Access.FULL,
                settings.password(),
                notes);
    }

    private static String host(String written) {
        var plain = written.startsWith("[") ? written.substring(1, written.length() - 1) : written;
        return plain.isEmpty() ? "localhost" : plain;
    }

    private static Tls tls(Map<String, String> options, List<String> notes) {
        var mode = Optional.ofNullable(options.remove("sslmode"));
        if (mode.isPresent() && mode.flatMap(Tls.Mode::named).isEmpty()) {
            notes.add("sslmode is none of %s, so prefer is used.".formatted(Tls.Mode.all()));
        }
        return new Tls(mode.flatMap(Tls.Mode::named).orElse(Tls.Mode.PREFER), path(options.remove("sslrootcert")),
                path(options.remove("sslcert")), path(options.remove("sslkey")));
    }

    private static Optional<Path> path(@org.jspecify.annotations.Nullable String text) {
        return Optional.ofNullable(text).filter(t -> !t.isBlank()).map(t -> Path.of(t).toAbsolutePath().normalize());
    }

    private static String decoded(String name) {
        return URLDecoder.decode(name.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static String notKept(String option) {
        return "The option %s isn't kept in the profile.".formatted(option);
    }
}
