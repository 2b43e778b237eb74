package org.athanor.app.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

import org.athanor.app.profile.DatabasePlace;
import org.athanor.app.profile.PasswordSource;
import org.athanor.app.profile.Profile;
import org.athanor.app.profile.ProfileText;
import org.athanor.app.profile.SshAccess;
import org.athanor.engine.guard.Access;

/// Profiles in JSON and in words.
final class ProfileForms {
    private static final String GAP = "  ";

    private ProfileForms() {}

    static Json json(Profile profile) {
        return Json.object().with("name", profile.name()).with("group", profile.group())
                .with("environment", profile.environment().styleClass())
                .with("read_only", profile.access() == Access.READ_ONLY)
                .with("project", profile.project().map(Path::toString)).with("section", profile.section())
                .with("version_table", profile.versionTable()).with("database", database(profile.database()))
                .with("connect_timeout_ms", profile.limits().connect().map(Duration::toMillis))
                .with("lock_timeout_ms", profile.limits().lock().map(Duration::toMillis))
                .with("statement_timeout_ms", profile.limits().statement().map(Duration::toMillis));
    }

    private static Optional<Json> database(DatabasePlace place) {
        return switch (place) {
            case DatabasePlace.OfProject _ -> Optional.empty();
            case DatabasePlace.Given _ -> Optional.empty();
            case DatabasePlace.SqliteFile(var file) ->
                Optional.of(Json.object().with("product", "sqlite").with("file", file.toString()));
            case DatabasePlace.Server server -> Optional.of(Json.object().with("product", "postgresql")
                    .with("host", server.host()).with("port", server.port()).with("database", server.database())
                    .with("user", server.user()).with("schema", server.schema()).with("tls", server.tls().mode().code())
                    .with("ssh", server.ssh().map(SshAccess::address)).with("password", source(server.password())));
        };
    }

    private static String source(PasswordSource source) {
        return source.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    /// The lines of a list, in columns.
    static List<String> list(List<Profile> profiles) {
        int names = profiles.stream().mapToInt(profile -> profile.name().length()).max().orElse(0);
        int groups = profiles.stream().mapToInt(profile -> profile.group().orElse("").length()).max().orElse(0);
        return profiles.stream().map(profile -> line(profile, names, groups)).toList();
    }

    private static String line(Profile profile, int names, int groups) {
        var care = profile.environment().styleClass() + (profile.access() == Access.READ_ONLY ? ", read only" : "");
        return (padded(profile.name(), names) + GAP
                + (groups > 0 ? padded(profile.group().orElse(""), groups) + GAP : "")
                + padded(care, "production, read only".length()) + GAP + place(profile)).stripTrailing();
    }

    private static String place(Profile profile) {
        var database = profile.database().display();
        return database.isEmpty() ? "the project's own database" : database;
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }

    /// One profile as its file has it.
    static String text(Profile profile) {
        return ProfileText.of(List.of(profile)).lines().filter(line -> !line.startsWith("#") && !line.isBlank())
                .collect(Collectors.joining(System.lineSeparator()));
    }
}
