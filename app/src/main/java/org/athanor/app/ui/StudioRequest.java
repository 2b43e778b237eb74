package org.athanor.app.ui;

import java.nio.file.Path;
import java.util.Optional;

import org.athanor.app.profile.Profile;

/// What the window is asked to open. Without a theme it follows the system; `picture` is where a walk without a
/// display leaves what it saw.
public record StudioRequest(Optional<Profile> profile, boolean sample, Path samplesFolder, Optional<Path> picture,
        Optional<Theme> theme) {
    public static StudioRequest open(Profile profile) {
        return new StudioRequest(Optional.of(profile), false, Path.of("."), Optional.empty(), Optional.empty());
    }

    public static StudioRequest sample(Path samplesFolder) {
        return new StudioRequest(Optional.empty(), true, samplesFolder, Optional.empty(), Optional.empty());
    }

    public StudioRequest picture(Path file) {
        return new StudioRequest(profile, sample, samplesFolder, Optional.of(file), theme);
    }

    public StudioRequest theme(Theme wanted) {
        return new StudioRequest(profile, sample, samplesFolder, picture, Optional.of(wanted));
    }
}
