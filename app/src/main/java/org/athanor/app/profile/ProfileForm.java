package org.athanor.app.profile;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.athanor.engine.guard.Access;
import org.athanor.engine.project.Project;

/// Makes a profile of its settings.
final class ProfileForm {
    private static final Set<String> ALWAYS = Set.of("group", "environment", "read_only", "project", "section",
            "version_table", "connect_timeout", "lock_timeout", "statement_timeout");
    private static final Set<String> SERVER = Set.of("host", "port", "database", "user", "schema", "password",
            "password_variable", "password_command", "password_shell", "tls", "tls_root_certificate", "tls_certificate",
            "tls_key", "options");
    private static final Set<String> SSH = Set.of("ssh_host", "ssh_port", "ssh_user", "ssh_key", "ssh_agent",
            "ssh_known_hosts", "ssh_password", "ssh_password_variable", "ssh_password_command", "ssh_password_shell");
    private static final String FILE = "file";

    private final ProfileSettings settings;

    ProfileForm(ProfileSettings settings) {
        this.settings = settings;
    }

    /// Nothing where something is wrong with the file.
    Optional<Profile> profile() {
        refuseUnknown();
        if (settings.name().isBlank() || !settings.name().equals(settings.name().strip())
                || settings.name().chars().anyMatch(Character::isISOControl)) {
            settings.fault("", "this is no name", "A name has no spaces around it.");
            return Optional.empty();
        }
        var environment = settings.choice("environment", Environment::named, Environment.all())
                .orElse(Environment.LOCAL);
        var database = database();
        var limits = new Limits(settings.time("connect_timeout"), settings.time("lock_timeout"),
                settings.time("statement_timeout"));
        var access = settings.flag("read_only") ? Access.READ_ONLY : Access.FULL;
        return database.filter(_ -> settings.isSound()).map(place -> new Profile(settings.name(),
                settings.string("group"), environment, access, settings.path("project"),
                settings.string("section").orElse(Project.DEFAULT_SECTION), settings.string("version_table"), place,
                limits));
    }

    private void refuseUnknown() {
        var known = new TreeSet<String>();
        Stream.of(ALWAYS, SERVER, SSH).forEach(known::addAll);
        known.add(FILE);
        for (var key : settings.keys()) {
            if (!known.contains(key)) {
                settings.fault(key, "'%s' is not a setting".formatted(key),
                        "The settings are " + String.join(", ", known) + ".");
            }
        }
    }

    private Optional<DatabasePlace> database() {
        var ofServer = Stream.concat(SERVER.stream(), SSH.stream()).sorted().filter(settings::has).toList();
        if (settings.has(FILE)) {
            ofServer.forEach(key -> settings.fault(key, "'%s' doesn't go with 'file'".formatted(key),
                    "A profile has a SQLite file or a PostgreSQL database."));
            return settings.path(FILE).map(DatabasePlace.SqliteFile::new);
        }
        return ofServer.isEmpty() ? Optional.of(new DatabasePlace.OfProject()) : server();
    }

    private Optional<DatabasePlace> server() {
        require("database", "user");
        var tls = new Tls(settings.choice("tls", Tls.Mode::named, Tls.Mode.all()).orElse(Tls.Mode.PREFER),
                settings.path("tls_root_certificate"), settings.path("tls_certificate"), settings.path("tls_key"));
        var options = options();
        var ssh = ssh();
        var password = password("password");
        int port = settings.port("port", DatabasePlace.Server.USUAL_PORT);
        return settings.string("database").flatMap(database -> settings.string("user")
                .map(user -> new DatabasePlace.Server(settings.string("host").orElse("localhost"),
                        port, database, user, settings.string("schema"),
                        tls,
                        ssh, password, options)));
    }

    private Map<String, String> options() {
        var options = settings.texts("options");
        options.keySet().stream().filter(DriverOptions::isSecret).forEach(key -> settings.fault("options",
                "the option '%s' holds a secret".formatted(key), "No secret stands in this file: remove it."));
        options.keySet().stream().filter(DriverOptions::isOfProfile).forEach(key -> settings.fault("options",
                "the option '%s' has a setting of its own".formatted(key), "See the guide for its name."));
        options.keySet().stream().filter(DriverOptions::isRefused).forEach(key -> settings.fault("options",
                "the option '%s' names code to load".formatted(key), "Profiles don't do that: remove it."));
        return options;
    }

    private Optional<SshAccess> ssh() {
        if (SSH.stream().noneMatch(settings::has)) {
            return Optional.empty();
        }
        require("ssh_host", "ssh_user");
        var password = password("ssh_password");
        int port = settings.port("ssh_port", SshAccess.USUAL_PORT);
        if (settings.has("ssh_key") && settings.flag("ssh_agent")) {
            settings.fault("ssh_agent", "'ssh_agent' doesn't go with 'ssh_key'", "Keep one of them.");
        }
        return settings.string("ssh_host").flatMap(host -> settings.string("ssh_user")
                .map(user -> new SshAccess(host, port, user,
                        settings.path("ssh_key"), settings.flag("ssh_agent"), settings.path("ssh_known_hosts"),
                        password)));
    }

    private void require(String... keys) {
        Arrays.stream(keys).filter(key -> !settings.has(key)).forEach(
                key -> settings.fault(key, "'%s' is missing".formatted(key), "Add a line %s = \"…\".".formatted(key)));
    }

    private PasswordSource password(String key) {
        var given = Stream.of(key, key + "_variable", key + "_command", key + "_shell").filter(settings::has).toList();
        if (given.size() > 1) {
            settings.fault(given.getLast(), "%s say twice where the password comes from".formatted(
                    String.join(" and ", given)), "Keep one of them.");
        }
        return given.isEmpty() ? new PasswordSource.Elsewhere() : source(key, given);
    }

    private PasswordSource source(String key, List<String> given) {
        var variable = settings.string(key + "_variable").<PasswordSource>map(PasswordSource.Variable::new);
        var command = settings.words(key + "_command").<PasswordSource>map(PasswordSource.Command::new);
        var shell = settings.string(key + "_shell").<PasswordSource>map(PasswordSource.Shell::new);
        var word = given.contains(key)
                ? settings.choice(key, ProfileForm::word,
                        "stored, ask, pgpass. A password doesn't stand in this file")
                : Optional.<PasswordSource>empty();
        return variable.or(() -> command).or(() -> shell).or(() -> word).orElseGet(PasswordSource.Asked::new);
    }

    private static Optional<PasswordSource> word(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "stored" -> Optional.of(new PasswordSource.Stored());
            case "ask" -> Optional.of(new PasswordSource.Asked());
            case "pgpass" -> Optional.of(new PasswordSource.Elsewhere());
            default -> Optional.empty();
        };
    }
}
