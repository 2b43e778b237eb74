package org.athanor.app.workspace;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.athanor.app.profile.DatabasePlace;
import org.athanor.app.profile.Environment;
import org.athanor.app.profile.Profile;
import org.athanor.engine.database.ConnectionSettings;
import org.athanor.engine.guard.Access;
import org.athanor.engine.problem.Refusal;
import org.athanor.engine.project.Project;

/// The line of the command line that does the same as the window. A password is never in it.
public record CommandText(Profile profile) {
    private static final String HARMLESS = "[A-Za-z0-9_@%+=:,./-]+";

    /// The line for a verb and its arguments.
    public String of(List<String> words) {
        var all = new ArrayList<>(List.of("athanor"));
        switch (profile.database()) {
            case DatabasePlace.Server _,DatabasePlace.SqliteFile _ -> all.addAll(List.of("--profile", profile.name()));
            case DatabasePlace.OfProject _ -> all.addAll(ofProject());
            case DatabasePlace.Given(var url) -> {
                all.addAll(ofProject());
                all.addAll(List.of("--url", withoutPassword(url)));
            }
        }
        all.addAll(words);
        return all.stream().map(CommandText::quoted).collect(Collectors.joining(" "));
    }

    /// The line for a saved profile.
    public static String of(String profile, List<String> words) {
        return Stream.concat(Stream.of("athanor", "--profile", profile), words.stream()).map(CommandText::quoted)
                .collect(Collectors.joining(" "));
    }

    /// The project and how careful one is, without a profile that has them.
    private List<String> ofProject() {
        var words = new ArrayList<>(List.of("-c", profile.config().toString()));
        if (!profile.section().equals(Project.DEFAULT_SECTION)) {
            words.addAll(List.of("-n", profile.section()));
        }
        if (profile.environment() != Environment.LOCAL) {
            words.addAll(List.of("--environment", profile.environment().guard().code()));
        }
        if (profile.access() == Access.READ_ONLY) {
            words.add("--read-only");
        }
        return words;
    }

    private static String withoutPassword(String url) {
        try {
            var settings = ConnectionSettings.parse(url, Path.of("").toAbsolutePath());
            var user = settings.user().map(name -> name + "@").orElse("");
            return settings.jdbcUrl().replaceFirst("^jdbc:postgresql://",
                    "postgresql://" + Matcher.quoteReplacement(user));
        } catch (Refusal _) {
            return "…";
        }
    }

    /// As a shell reads it as one word.
    static String quoted(String word) {
        return word.matches(HARMLESS) ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
