package org.athanor.app.cli;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.athanor.app.export.Json;

/// Lists the saved profiles.
final class ProfileListVerb extends Verb {
    private final Given<List<String>> words = arguments.parameters("WORD", 0,
            "Only those with these words in name, group, environment, database or project.");

    private final Given<Optional<String>> group = arguments.option("--group NAME", "Only those of this group.");

    ProfileListVerb() {
        super("list", "List the saved profiles.");
    }

    @Override
    public Integer call() {
        var all = new SavedProfiles(session()).store().load();
        var found = Stream.of(words.get().isEmpty() ? all.all() : all.search(String.join(" ", words.get())))
                .flatMap(List::stream)
                .filter(profile -> group.get().isEmpty() || group.get().equals(profile.group())).toList();
        if (isJson()) {
            output().json(Json.object().with("profiles", found.stream().map(ProfileForms::json).toList()));
        } else if (all.all().isEmpty()) {
            output().message("There are no profiles yet: `athanor profile add NAME …` makes one.");
        } else {
            output().data(ProfileForms.list(found).stream());
        }
        return ExitCode.DONE;
    }
}
