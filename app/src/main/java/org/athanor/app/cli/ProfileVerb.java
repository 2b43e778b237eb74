package org.athanor.app.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// The saved profiles; what is done with them are verbs of their own.
@Command(name = "profile", description = "Keep profiles: a project, its database, and how careful to be. `--profile NAME` uses one with any verb.", subcommands = {
        ProfileAddVerb.class, ProfileListVerb.class, ProfileShowVerb.class, ProfileTestVerb.class,
        ProfilePasswordVerb.class, ProfileDuplicateVerb.class, ProfileRemoveVerb.class, ProfileImportVerb.class,
        ProfileExportVerb.class}, footer = {"",
                "Profiles are in profiles.toml in ~/.config/athanor (or below XDG_CONFIG_HOME), without passwords.",
                "A password is kept in the system's keychain, else in an encrypted vault, or comes from elsewhere;",
                "it is never an argument."})
final class ProfileVerb extends Verb {
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "Which verb of profile?");
    }
}
