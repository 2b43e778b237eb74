package org.athanor.app.cli;

import java.util.Map;

import org.athanor.app.connection.KeptPasswords;
import org.athanor.app.profile.Profile;
import org.athanor.app.profile.ProfileStore;
import org.athanor.app.secret.SecretStore;
import org.athanor.engine.database.Secret;

/// What the verbs of `profile` share: the file, and where passwords are kept.
final class SavedProfiles {
    private final Map<String, String> environment;
    private final Output output;
    private final ProfileStore store;

    SavedProfiles(Session session) {
        this.environment = session.environment();
        this.output = session.output();
        this.store = ProfileStore.of(environment);
    }

    ProfileStore store() {
        return store;
    }

    Profile get(String name) {
        return store.load().get(name);
    }

    /// Keeps a password where the system keeps such things, and says where.
    void keep(String address, Secret secret) {
        switch (secrets().keep(address, secret)) {
            case SecretStore.Kept.InKeychain _ -> output.message("The password is in the system's keychain.");
            case SecretStore.Kept.InVault(var reason) ->
                output.message("The password is in the encrypted vault (%s).".formatted(reason));
        }
    }

    /// Forgets what was kept for a profile that is gone, unless another one goes to the same place.
    void forget(Profile gone) {
        new KeptPasswords(environment, new TerminalPrompt(output)).forget(gone, store.load());
    }

    /// A profile with this source, and its password kept if it is to be.
    Profile with(Profile profile, PasswordOptions.Chosen chosen) {
        return profile.server().map(server -> {
            chosen.secret().ifPresent(secret -> keep(server.address(), secret));
            return profile.with(server.with(chosen.source()));
        }).orElse(profile);
    }

    private SecretStore secrets() {
        return SecretStore.of(environment, new TerminalPrompt(output));
    }
}
