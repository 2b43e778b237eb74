package org.athanor.engine.database;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import org.athanor.engine.dialect.Product;
import org.athanor.engine.problem.ProblemKind;
import org.athanor.engine.problem.Refusal;

/// Reads `postgresql+psycopg2://user:password@host:5432/name`, `sqlite:///file.db`, and JDBC's forms of the same.
final class UrlParser {
    private static final Pattern SCHEME = Pattern.compile("(jdbc:)?(postgresql|postgres|sqlite)(?:\\+\\w+)?:(.*)",
            Pattern.DOTALL);
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(\\w+)}");
    private static final Pattern SERVER = Pattern
            .compile("//(?:([^:@/?]*)(?::([^?]*))?@)?([^@/?]*)(?:/([^?]*))?(?:\\?(.*))?");
    private static final Pattern HOSTS = Pattern.compile("(?:(?:\\[[^]]*]|[^:,]*)(?::\\d+)?(?:,|$))*");
    /// What follows the colon behind a host, whose address may have colons of its own between brackets.
    private static final Pattern PORT = Pattern.compile("(?:^|,)(?:\\[[^]]*]|[^:,\\[]*):(\\d+)(?=,|$)");
    private static final int HIGHEST_PORT = 65_535;
    /// Options of the driver that could take away what keeps a session from writing, or a failed step from being left
    /// half done; and the values that don't.
    private static final Map<String, Set<String>> HARMLESS_VALUES = Map.of("readOnlyMode",
            Set.of("transaction", "always"), "autosave", Set.of("never"), "replication", Set.of("false"));
    /// The server's settings on which the guards stand.
    private static final Pattern GUARDS_OWN = Pattern.compile(
            "transaction_read_only|standard_conforming_strings|session_replication_role", Pattern.CASE_INSENSITIVE);
    /// What psycopg calls an option, and what the JDBC driver calls it. Names that are equal stand in neither.
    private static final Map<String, String> OPTION_NAMES = Map.of("application_name", "ApplicationName",
            "connect_timeout", "connectTimeout");

    private final String url;
    private final Path folder;

    UrlParser(String url, Path folder) {
        this.url = url.strip();
        this.folder = folder;
    }

    ConnectionSettings parse() {
        var variable = VARIABLE.matcher(url);
        if (variable.find()) {
            throw new Refusal(ProblemKind.BAD_URL, "The environment has no variable " + variable.group(1),
                    "The project's database URL asks for it: set it, or give --url.");
        }
        var scheme = SCHEME.matcher(url);
        if (!scheme.matches()) {
            throw bad("The database URL does not start with postgresql:// or sqlite:///");
        }
        boolean jdbc = scheme.group(1) != null;
        return scheme.group(2).equals("sqlite") ? sqlite(scheme.group(3), jdbc) : postgresql(scheme.group(3));
    }

    private ConnectionSettings sqlite(String rest, boolean jdbc) {
        int question = rest.indexOf('?');
        var name = question < 0 ? rest : rest.substring(0, question);
        var options = sqliteOptions(options(question < 0 ? "" : rest.substring(question + 1)));
        if (name.startsWith("file:")) {
            throw bad("A SQLite file is named without file:");
        }
        if (!jdbc) {
            if (!name.startsWith("//") || name.length() > 2 && name.charAt(2) != '/') {
                throw bad("A SQLite URL has three slashes before a relative file and four before an absolute one");
            }
            name = name.substring(Math.min(3, name.length()));
        }
        if (name.isEmpty() || name.equals(":memory:")) {
            return new ConnectionSettings(Product.SQLITE, "jdbc:sqlite::memory:", Optional.empty(), Optional.empty(),
                    Optional.empty(), options);
        }
        try {
            var file = folder.resolve(Path.of(name)).toAbsolutePath().normalize();
            return new ConnectionSettings(Product.SQLITE, "jdbc:sqlite:" + file, Optional.of(file), Optional.empty(),
                    Optional.empty(), options);
        } catch (InvalidPathException e) {
            throw bad("The file name in the database URL is not one: " + e.getReason());
        }
    }

    /// An option that isn't understood is refused: it may have been meant to keep the file from being written.
    private Map<String, String> sqliteOptions(Map<String, String> written) {
        var options = new LinkedHashMap<String, String>();
        written.forEach((name, value) -> {
            switch (name) {
                case "mode" -> {
                    if (!value.equals("ro")) {
                        throw bad("Of SQLite's modes only mode=ro is understood");
                    }
                    options.put("open_mode", "1");
                }
                case "open_mode" -> {
                    if (!Set.of("1", "2", "6").contains(value)) {
                        throw bad("Of SQLite's open modes only 1, 2 and 6 are understood");
                    }
                    options.merge(name, value, (one, other) -> one.equals("1") ? one : other);
                }
                case "busy_timeout", "foreign_keys", "journal_mode" -> options.put(name, value);
                case "uri", "check_same_thread" -> {
                    // Python's own affairs.
                }
                default -> throw bad("The SQLite option '%s' is not understood".formatted(name));
            }
        });
        return options;
    }

    private ConnectionSettings postgresql(String rest) {
        var server = SERVER.matcher(rest.startsWith("//") ? rest : "///" + rest);
        if (!server.matches()) {
            throw bad("The database URL can't be understood");
        }
        refuseBadPorts(server.group(3));
        if (!HOSTS.matcher(server.group(3)).matches()) {
            throw bad("The database URL can't be understood");
        }
        var options = options(server.group(5));
        refuseWeakening(options);
        var user = part(server.group(1)).or(() -> Optional.ofNullable(options.remove("user")));
        var password = part(server.group(2)).or(() -> Optional.ofNullable(options.remove("password")));
        options.remove("user");
        options.remove("password");
        var host = part(server.group(3)).or(() -> Optional.ofNullable(options.remove("host"))).orElse("localhost");
        refuseSocket(host);
        var name = part(server.group(4)).or(() -> user).orElse("postgres");
        return new ConnectionSettings(Product.POSTGRESQL, "jdbc:postgresql://" + host + "/" + encode(name),
                Optional.empty(), user, password.map(Secret::new), options);
    }

    private static void refuseWeakening(Map<String, String> options) {
        HARMLESS_VALUES.forEach((name, harmless) -> {
            var value = options.get(name);
            if (value != null && !harmless.contains(value.toLowerCase(Locale.ROOT))) {
                throw bad("The option %s=%s would weaken what guards the database".formatted(name, value));
            }
        });
        if (GUARDS_OWN.matcher(options.getOrDefault("options", "").replace("-", "_")).find()) {
            throw bad("The options in the database URL set what guards the database");
        }
    }

    private static void refuseSocket(String host) {
        if (host.startsWith("/")) {
            throw new Refusal(ProblemKind.BAD_URL,
                    "The database URL names the folder of a socket, and a server is only reached by its host and port",
                    "Write postgresql://user@localhost:5432/database.");
        }
    }

    /// Only numbers are named: what stands in the place of a port may be a password.
    private static void refuseBadPorts(String hosts) {
        var port = PORT.matcher(hosts);
        while (port.find()) {
            var number = port.group(1);
            if (number.length() > 9 || Integer.parseInt(number) < 1 || Integer.parseInt(number) > HIGHEST_PORT) {
                throw bad("%s in the database URL is not a port, which is a number from 1 to %d".formatted(number,
                        HIGHEST_PORT));
            }
        }
    }

    private Map<String, String> options(String query) {
        var options = new LinkedHashMap<String, String>();
        for (var pair : query == null ? new String[0] : query.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                var name = pair.substring(0, equals);
                options.put(OPTION_NAMES.getOrDefault(name, name), decode(pair.substring(equals + 1)));
            }
        }
        return options;
    }

    private Optional<String> part(String text) {
        return text == null || text.isEmpty() ? Optional.empty() : Optional.of(decode(text));
    }

    private String decode(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw bad("The database URL has a % that is not followed by two hexadecimal digits");
        }
    }

    private static String encode(String name) {
        return name.replace("%", "%25").replace("/", "%2F").replace("?", "%3F").replace(" ", "%20");
    }

    /// The URL itself stays out of the message: it may hold a password.
    private static Refusal bad(String message) {
        return new Refusal(ProblemKind.BAD_URL, message,
                "Write postgresql://user@host:5432/database, sqlite:///file.db, or the JDBC form of the same.");
    }
}
