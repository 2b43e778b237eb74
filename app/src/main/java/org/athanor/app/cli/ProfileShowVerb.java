package org.athanor.app.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// Shows one profile.
@Command(name = "show", description = "Show a profile as its file has it: without its password.")
final class ProfileShowVerb extends Verb {
    @Parameters(paramLabel = "NAME", description = "The profile.")
    private String name;

    @Override
    public Integer call() {
        var profile = new SavedProfiles(session()).get(name);
        if (isJson()) {
            output().json(ProfileForms.json(profile));
        } else {
            output().data(ProfileForms.text(profile));
        }
        return ExitCode.DONE;
    }
}
