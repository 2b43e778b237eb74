package org.athanor.app.cli;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Lists the saved profiles.
@Command(name = "list", description = "List the saved profiles.")
final class ProfileListVerb extends Verb {
    @Parameters(paramLabel = "WORD", arity = "0..*", description = "Only those with these words in name, group, environment, database or project.")
    private List<String> words = List.of();

    @Option(names = "--group", paramLabel = "NAME", description = "Only those of this group.")
    private Optional<String> group = Optional.empty();

    @Override
    public Integer call() {
        var all = new SavedProfiles(session()).store().load();
        var found = Stream.of(words.isEmpty() ? all.all() : all.search(String.join(" ", words))).flatMap(List::stream)
                .filter(profile -> group.isEmpty() || group.equals(profile.group())).toList();
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
