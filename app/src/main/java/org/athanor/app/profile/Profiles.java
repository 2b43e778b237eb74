package org.athanor.app.profile;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.athanor.engine.problem.ProblemKind;
import org.athanor.engine.problem.Refusal;

/// All saved profiles, in the order of their file.
public record Profiles(List<Profile> all) {
    public Profiles {
        all = List.copyOf(all);
    }

    public Optional<Profile> find(String name) {
        return all.stream().filter(profile -> profile.name().equals(name)).findFirst();
    }

    public Profile get(String name) {
        return find(name).orElseThrow(() -> new Refusal(ProblemKind.NO_PROFILE,
                "There is no profile '%s'".formatted(name), all.isEmpty()
                        ? "There is none at all yet: `athanor profile add NAME …` makes one."
                        : "There are: %s.".formatted(
                                all.stream().map(Profile::name).collect(Collectors.joining(", ")))));
    }

    Profiles with(Profile added) {
        return new Profiles(Stream.concat(all.stream(), Stream.of(added)).toList());
    }

    Profiles with(String name, Profile other) {
        return new Profiles(all.stream().map(profile -> profile.name().equals(name) ? other : profile).toList());
    }

    Profiles without(String name) {
        return new Profiles(all.stream().filter(profile -> !profile.name().equals(name)).toList());
    }

    /// Those that have all of these words in their name, group, environment, database or project.
    public List<Profile> search(String words) {
        var wanted = words.toLowerCase(Locale.ROOT).strip().split("\\s+", -1);
        return all.stream().filter(profile -> {
            var text = text(profile);
            return java.util.Arrays.stream(wanted).allMatch(text::contains);
        }).toList();
    }

    /// Whether another profile's password is the one kept under this address.
    public boolean use(String address) {
        return all.stream().anyMatch(profile -> Addresses.of(profile).contains(address));
    }

    private static String text(Profile profile) {
        return String.join(" ", profile.name(), profile.group().orElse(""), profile.environment().styleClass(),
                profile.database().display(), profile.project().map(Object::toString).orElse(""))
                .toLowerCase(Locale.ROOT);
    }
}
