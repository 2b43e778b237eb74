package org.athanor.app.cli;

/// Shows one profile.
final class ProfileShowVerb extends Verb {
    private final Given<String> name = arguments.parameter("NAME", "The profile.");

    ProfileShowVerb() {
        super("show", "Show a profile as its file has it: without its password.");
    }

    @Override
    public Integer call() {
        var profile = new SavedProfiles(session()).get(name.get());
        if (isJson()) {
            output().json(ProfileForms.json(profile));
        } else {
            output().data(ProfileForms.text(profile));
        }
        return ExitCode.DONE;
    }
}
