package org.athanor.app.cli;

/// Saves a profile once more, under another name.
final class ProfileDuplicateVerb extends Verb {
    private final Given<String> name = arguments.parameter("NAME", "The profile.");

    private final Given<String> other = arguments.parameter("NEW", "The new one's name.");

    ProfileDuplicateVerb() {
        super("duplicate", "Save a profile once more, under another name.");
    }

    @Override
    public Integer call() {
        var saved = new SavedProfiles(session());
        var copy = saved.get(name.get()).named(other.get());
        saved.store().add(copy);
        if (isJson()) {
            output().json(ProfileForms.json(copy));
        }
        return ExitCode.DONE;
    }
}
