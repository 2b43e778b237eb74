package org.athanor.app.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// Saves a profile once more, under another name.
@Command(name = "duplicate", description = "Save a profile once more, under another name.")
final class ProfileDuplicateVerb extends Verb {
    @Parameters(index = "0", paramLabel = "NAME", description = "The profile.")
    private String name;

    @Parameters(index = "1", paramLabel = "NEW", description = "The new one's name.")
    private String other;

    @Override
    public Integer call() {
        var saved = new SavedProfiles(session());
        var copy = saved.get(name).named(other);
        saved.store().add(copy);
        if (isJson()) {
            output().json(ProfileForms.json(copy));
        }
        return ExitCode.DONE;
    }
}
