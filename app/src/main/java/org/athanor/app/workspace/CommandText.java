package org.athanor.app.workspace;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.stream.Collectors;

import org.athanor.app.profile.Profile;
import org.athanor.engine.database.ConnectionSettings;
import org.athanor.engine.problem.Refusal;

/// The line of the command line that does the same as the window. A password is never in it.
public record CommandText(Profile profile) {
    private static final String HARMLESS = "[A-Za-z0-9_@%+=:,./-]+";

    /// The line for a verb and its arguments.
    public String of(List<String> words) {
        var all = new ArrayList<>(List.of("athanor"));
        if (profile.isKept()) {
            all.addAll(List.of("--profile", profile.name()));
        } else {
            all.addAll(List.of("-c", profile.config().toString()));
            profile.url().ifPresent(url -> all.addAll(List.of("--url", withoutPassword(url))));
        }
        all.addAll(words);
        return all.stream().map(CommandText::quoted).collect(Collectors.joining(" "));
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
