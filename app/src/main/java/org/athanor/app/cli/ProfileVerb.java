package org.athanor.app.cli;

import java.util.stream.Stream;

import picocli.CommandLine.ParameterException;

/// The saved profiles; what is done with them are verbs of their own.
final class ProfileVerb extends Verb {
    ProfileVerb() {
        super("profile",
                "Keep profiles: a project, its database, and how careful to be. `--profile NAME` uses one with any verb.",
                "", "Profiles are in profiles.toml in ~/.config/athanor (or below XDG_CONFIG_HOME), without passwords.",
                "A password is kept in the system's keychain, else in an encrypted vault, or comes from elsewhere;",
                "it is never an argument.");
        Stream.of(new ProfileAddVerb(), new ProfileListVerb(), new ProfileShowVerb(), new ProfileTestVerb(),
                new ProfilePasswordVerb(), new ProfileDuplicateVerb(), new ProfileRemoveVerb(), new ProfileImportVerb(),
                new ProfileExportVerb()).forEach(verb -> commandLine().addSubcommand(verb.commandLine()));
    }

    @Override
    public Integer call() {
        throw new ParameterException(commandLine(), "Which verb of profile?");
    }
}
