package org.athanor.app.profile;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.athanor.engine.guard.Access;
import org.athanor.engine.project.Project;
import org.tomlj.Toml;

/// Profiles as TOML, and a text of many with one of them changed.
public final class ProfileText {
    static final String HEAD = """
            # Athanor's profiles. No password stands here: `password` says where it comes from.
            # Comments between profiles stay; those within a profile go when that one is changed by the program.
            """;

    private final StringBuilder text = new StringBuilder();

    private ProfileText() {}

    /// Profiles to give to somebody else.
    public static String of(List<Profile> profiles) {
        return HEAD + profiles.stream().map(profile -> "\n" + table(profile)).collect(Collectors.joining());
    }

    static String append(String text, Profile profile) {
        var before = text.isBlank() ? HEAD : text.endsWith("\n") ? text : text + "\n";
        return before + "\n" + table(profile);
    }

    /// Exchanges one profile's lines, from its header to its last setting.
    static String replace(String text, String name, Optional<Profile> other) {
        var lines = new ArrayList<>(text.lines().toList());
        var headers = Toml.parse(text);
        var header = headers.inputPositionOf(List.of("profile", name));
        int from = header == null ? lines.size() : header.line() - 1;
        int next = headers.getTableOrEmpty("profile").keySet().stream()
                .map(key -> headers.inputPositionOf(List.of("profile", key)))
                .mapToInt(position -> position == null ? lines.size() : position.line() - 1).filter(line -> line > from)
                .min().orElse(lines.size());
        int to = next;
        while (to > from + 1 && isBetween(lines.get(to - 1))) {
            to--;
        }
        var kept = new ArrayList<>(lines.subList(0, from));
        other.ifPresent(profile -> kept.addAll(table(profile).lines().toList()));
        var rest = lines.subList(Math.min(to, lines.size()), lines.size());
        kept.addAll(
                other.isEmpty() && !rest.isEmpty() && rest.getFirst().isBlank() ? rest.subList(1, rest.size()) : rest);
        return String.join("\n", kept) + "\n";
    }

    private static boolean isBetween(String line) {
        return line.isBlank() || line.stripLeading().startsWith("#");
    }

    private static String table(Profile profile) {
        var table = new ProfileText();
        table.text.append("[").append(Toml.joinKeyPath(List.of("profile", profile.name()))).append("]\n");
        table.string("group", profile.group());
        table.string("environment", Optional.of(profile.environment().name().toLowerCase(Locale.ROOT)));
        if (profile.access() == Access.READ_ONLY) {
            table.raw("read_only", "true");
        }
        table.file("project", profile.project());
        table.string("section", Optional.of(profile.section()).filter(s -> !s.equals(Project.DEFAULT_SECTION)));
        table.string("version_table", profile.versionTable());
        switch (profile.database()) {
            case DatabasePlace.OfProject _ -> {
                // The project names it.
            }
            case DatabasePlace.Given _ -> throw new IllegalArgumentException("A URL isn't kept");
            case DatabasePlace.SqliteFile(var path) -> table.file("file", Optional.of(path));
            case DatabasePlace.Server server -> table.server(server);
        }
        table.time("connect_timeout", profile.limits().connect());
        table.time("lock_timeout", profile.limits().lock());
        table.time("statement_timeout", profile.limits().statement());
        return table.text.toString();
    }

    private void server(DatabasePlace.Server server) {
        string("host", Optional.of(server.host()));
        raw("port", Integer.toString(server.port()));
        string("database", Optional.of(server.database()));
        string("user", Optional.of(server.user()));
        string("schema", server.schema());
        password("password", server.password());
        string("tls", Optional.of(server.tls().mode().code()));
        file("tls_root_certificate", server.tls().rootCertificate());
        file("tls_certificate", server.tls().certificate());
        file("tls_key", server.tls().key());
        if (!server.options().isEmpty()) {
            raw("options", server.sortedOptions().entrySet().stream().map(ProfileText::pair)
                    .collect(Collectors.joining(", ", "{ ", " }")));
        }
        server.ssh().ifPresent(this::ssh);
    }

    private void ssh(SshAccess access) {
        string("ssh_host", Optional.of(access.host()));
        raw("ssh_port", Integer.toString(access.port()));
        string("ssh_user", Optional.of(access.user()));
        file("ssh_key", access.key());
        if (access.agent()) {
            raw("ssh_agent", "true");
        }
        file("ssh_known_hosts", access.knownHosts());
        password("ssh_password", access.password());
    }

    private void password(String key, PasswordSource source) {
        switch (source) {
            case PasswordSource.Stored _ -> string(key, Optional.of("stored"));
            case PasswordSource.Asked _ -> string(key, Optional.of("ask"));
            case PasswordSource.Elsewhere _ -> string(key, Optional.of("pgpass"));
            case PasswordSource.Variable(var name) -> string(key + "_variable", Optional.of(name));
            case PasswordSource.Command(var words) -> raw(key + "_command",
                    words.stream().map(ProfileText::quoted).collect(Collectors.joining(", ", "[", "]")));
            case PasswordSource.Shell(var line) -> string(key + "_shell", Optional.of(line));
        }
    }

    private void time(String key, Optional<Duration> time) {
        string(key, time.map(Limits::text));
    }

    private void file(String key, Optional<Path> file) {
        string(key, file.map(Path::toString));
    }

    private void string(String key, Optional<String> value) {
        value.map((Function<String, String>) ProfileText::quoted).ifPresent(quoted -> raw(key, quoted));
    }

    private void raw(String key, String value) {
        text.append(key).append(" = ").append(value).append('\n');
    }

    private static String pair(Map.Entry<String, String> option) {
        return Toml.joinKeyPath(List.of(option.getKey())) + " = " + quoted(option.getValue());
    }

    private static String quoted(String value) {
        return "\"" + Toml.tomlEscape(value) + "\"";
    }
}
