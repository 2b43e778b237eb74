package org.athanor.app.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Removes a profile.
@Command(name = "remove", description = "Remove a profile, and its password from the keychain or the vault. The database stays as it is.")
final class ProfileRemoveVerb extends Verb {
    @Parameters(paramLabel = "NAME", description = "The profile.")
    private String name;

    @Option(names = "--keep-password", description = "Leave the password where it is kept.")
    private boolean keepPassword;

    @Override
    public Integer call() {
        var saved = new SavedProfiles(session());
        var gone = saved.get(name);
        saved.store().remove(name);
        if (!keepPassword) {
            saved.forget(gone);
        }
        if (isJson()) {
            output().json(Json.object().with("removed", name));
        }
        return ExitCode.DONE;
    }
}
