package org.athanor.app.profile;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.athanor.engine.journal.Journal;
import org.athanor.engine.journal.Who;
import org.athanor.engine.problem.ProblemKind;
import org.athanor.engine.problem.Refusal;

/// The journal of runs that the program keeps for its user, in the folder that the system has for what programs remember.
/// `ATHANOR_JOURNAL=off` goes without.
public record UserJournal(Map<String, String> environment, String system) {
    public static final String SWITCH = "ATHANOR_JOURNAL";
    public static final String OFF = "off";

    public UserJournal {
        environment = Map.copyOf(environment);
    }

    public static UserJournal of(Map<String, String> environment) {
        return new UserJournal(environment, System.getProperty("os.name", ""));
    }

    public boolean isOff() {
        return environment.getOrDefault(SWITCH, "").equalsIgnoreCase(OFF);
    }

    /// The journal to look into; nothing where it is off or has no place.
    public Optional<Journal> journal(Optional<String> profile) {
        return isOff()
                ? Optional.empty()
                : folder().map(place -> Journal.in(place, Who.here("athanor", version(), profile),
                        InstantSource.system()));
    }

    /// Whoever is about to change a database first asks for a place to write that down.
    public void refuseWithoutPlace() {
        if (!isOff() && folder().isEmpty()) {
            throw new Refusal(ProblemKind.CANNOT_WRITE, "There is no place for the journal of runs",
                    "Set XDG_STATE_HOME or HOME to a folder of yours; %s=%s runs without a journal.".formatted(SWITCH,
                            OFF));
        }
    }

    /// `$XDG_STATE_HOME/athanor/journal` where that is set, else the system's own place.
    Optional<Path> folder() {
        var name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            return folder("LOCALAPPDATA").map(local -> local.resolve("athanor").resolve("journal"));
        }
        var below = name.startsWith("mac") ? Path.of("Library", "Application Support") : Path.of(".local", "state");
        return folder("XDG_STATE_HOME").or(() -> folder("HOME").map(home -> home.resolve(below)))
                .map(states -> states.resolve("athanor").resolve("journal"));
    }

    /// A relative path means nothing here, says the XDG specification.
    private Optional<Path> folder(String variable) {
        try {
            return Optional.ofNullable(environment.get(variable)).filter(text -> !text.isBlank()).map(Path::of)
                    .filter(Path::isAbsolute);
        } catch (InvalidPathException _) {
            return Optional.empty();
        }
    }

    private static String version() {
        return Optional.ofNullable(UserJournal.class.getPackage().getImplementationVersion()).orElse("unpackaged");
    }
}
