package org.athanor.app.cli;

import org.athanor.app.export.Json;

/// Removes a profile.
final class ProfileRemoveVerb extends Verb {
    private final Given<String> name = arguments.parameter("NAME", "The profile.");

    private final Given<Boolean> keepPassword = arguments.flag("--keep-password",
            "Leave the password where it is kept.");

    ProfileRemoveVerb() {
        super("remove",
                "Remove a profile, and its password from the keychain or the vault. The database stays as it is.");
    }

    @Override
    public Integer call() {
        var saved = new SavedProfiles(session());
        var gone = saved.get(name.get());
        saved.store().remove(name.get());
        if (!keepPassword.get()) {
            saved.forget(gone);
        }
        if (isJson()) {
            output().json(Json.object().with("removed", name.get()));
        }
        return ExitCode.DONE;
    }
}
