package org.athanor.app.files;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.athanor.engine.problem.ProblemKind;
import org.athanor.engine.problem.Refusal;

/// The folders that a system has for what a user sets up and for what a program remembers.
public record UserFolder(Map<String, String> environment, String system) {
    private static final String PROGRAM = "athanor";

    public UserFolder {
        environment = Map.copyOf(environment);
    }

    public static UserFolder of(Map<String, String> environment) {
        return new UserFolder(environment, System.getProperty("os.name", ""));
    }

    /// What the user sets up: `$XDG_CONFIG_HOME/athanor` where that is set, else the system's own place.
    public Path configuration() {
        return configurationIfAny().orElseThrow(() -> new Refusal(ProblemKind.NO_PROFILE,
                "There is no folder for profiles",
                "Set %s to a folder of yours.".formatted(isWindows() ? "APPDATA" : "XDG_CONFIG_HOME or HOME")));
    }

    public Optional<Path> configurationIfAny() {
        if (isWindows()) {
            return folder("APPDATA").map(roaming -> roaming.resolve(PROGRAM));
        }
        var below = isMac() ? Path.of("Library", "Application Support") : Path.of(".config");
        return folder("XDG_CONFIG_HOME").or(() -> home().map(home -> home.resolve(below)))
                .map(folder -> folder.resolve(PROGRAM));
    }

    /// What the program remembers by itself.
    public Optional<Path> state() {
        if (isWindows()) {
            return folder("LOCALAPPDATA").map(local -> local.resolve(PROGRAM));
        }
        var below = isMac() ? Path.of("Library", "Application Support") : Path.of(".local", "state");
        return folder("XDG_STATE_HOME").or(() -> home().map(home -> home.resolve(below)))
                .map(folder -> folder.resolve(PROGRAM));
    }

    public Optional<Path> home() {
        return folder(isWindows() ? "USERPROFILE" : "HOME");
    }

    /// A folder that a variable names. A relative path means nothing here, says the XDG specification.
    public Optional<Path> folder(String variable) {
        try {
            return Optional.ofNullable(environment.get(variable)).filter(text -> !text.isBlank()).map(Path::of)
                    .filter(Path::isAbsolute);
        } catch (InvalidPathException _) {
            return Optional.empty();
        }
    }

    public boolean isWindows() {
        return name().startsWith("windows");
    }

    private boolean isMac() {
        return name().startsWith("mac");
    }

    private String name() {
        return system.toLowerCase(Locale.ROOT);
    }
}
