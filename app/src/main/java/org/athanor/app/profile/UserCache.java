package org.athanor.app.profile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.athanor.engine.cache.HeaderCache;

/// The cache of headers that the program keeps for its user, in the folder that the system has for such things.
/// `ATHANOR_CACHE=off` turns it off. A program that runs from its classes, not from its folder, keeps none.
public record UserCache(Map<String, String> environment, String system, String user) {
    private static final String SWITCH = "ATHANOR_CACHE";

    public UserCache {
        environment = Map.copyOf(environment);
    }

    /// The cache of the one who runs this program.
    public static HeaderCache of(Map<String, String> environment) {
        return new UserCache(environment, System.getProperty("os.name", ""), System.getProperty("user.name", ""))
                .headers(program());
    }

    HeaderCache headers(Optional<String> program) {
        var folder = folder();
        return program.isEmpty() || folder.isEmpty() || isOff()
                ? HeaderCache.off()
                : HeaderCache.in(folder.get(), program.get(), user, InstantSource.system());
    }

    private boolean isOff() {
        return environment.getOrDefault(SWITCH, "").equalsIgnoreCase("off");
    }

    /// `$XDG_CACHE_HOME/athanor` where that is set, else the system's own place.
    Optional<Path> folder() {
        var name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            return folder("LOCALAPPDATA").map(local -> local.resolve("athanor").resolve("cache"));
        }
        var below = name.startsWith("mac") ? Path.of("Library", "Caches") : Path.of(".cache");
        return folder("XDG_CACHE_HOME").or(() -> folder("HOME").map(home -> home.resolve(below)))
                .map(caches -> caches.resolve("athanor"));
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

    /// The version, and when the program's folder was put together: that tells two builds of one version apart.
    private static Optional<String> program() {
        return Optional.ofNullable(UserCache.class.getPackage().getImplementationVersion())
                .flatMap(version -> Optional.ofNullable(System.getProperty("athanor.home"))
                        .flatMap(home -> changed(Path.of(home))).map(time -> version + " " + time));
    }

    private static Optional<String> changed(Path home) {
        try {
            var jars = home.resolve("lib");
            return Optional.of(Files.getLastModifiedTime(Files.exists(jars) ? jars : home).toString());
        } catch (IOException _) {
            return Optional.empty();
        }
    }
}
