package org.athanor.app.connection;

import java.util.Map;

import org.athanor.app.profile.Addresses;
import org.athanor.app.profile.DatabasePlace;
import org.athanor.app.profile.PasswordSource;
import org.athanor.app.profile.Profile;
import org.athanor.app.profile.Profiles;
import org.athanor.app.secret.Prompt;
import org.athanor.app.secret.SecretStore;

/// The passwords that are kept for saved profiles.
public record KeptPasswords(Map<String, String> environment, Prompt prompt) {
    public KeptPasswords {
        environment = Map.copyOf(environment);
    }

    /// Whether a profile takes its password from where the system keeps such things.
    public static boolean isKept(Profile profile) {
        return profile.server().map(DatabasePlace.Server::password).filter(PasswordSource.Stored.class::isInstance)
                .isPresent();
    }

    /// Forgets what was kept for a profile that is gone, unless another one goes to the same place.
    public void forget(Profile gone, Profiles left) {
        if (isKept(gone)) {
            var kept = SecretStore.of(environment, prompt);
            Addresses.of(gone).stream().filter(address -> !left.use(address)).forEach(kept::forget);
        }
    }
}
