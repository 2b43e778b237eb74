package org.athanor.app.secret;

import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

import org.athanor.engine.database.Secret;
import org.athanor.engine.problem.ProblemKind;
import org.athanor.engine.problem.Refusal;

import com.github.javakeyring.BackendNotSupportedException;
import com.github.javakeyring.Keyring;
import com.github.javakeyring.PasswordAccessException;

/// The system's own keychain: macOS' Keychain, Windows' Credential Manager, GNOME's or KDE's wallet.
public final class Keychain implements SecretBox {
    private static final String SERVICE = "athanor";
    /// The libraries beneath tell a missing keychain at length. Held here, because the logging system forgets what nobody
    /// holds.
    private static final List<Logger> CHATTER = List.of(Logger.getLogger("org.freedesktop"),
            Logger.getLogger("com.github.javakeyring"));

    private final Keyring keyring;

    /// A keychain, or why there is none.
    public sealed interface Search {
        record Found(Keychain keychain) implements Search {}

        record Missing(String reason) implements Search {}
    }

    private Keychain(Keyring keyring) {
        this.keyring = keyring;
    }

    /// A Linux without a desktop has none.
    public static Search search() {
        CHATTER.forEach(logger -> logger.setLevel(Level.OFF));
        try {
            return new Search.Found(new Keychain(Keyring.create()));
        } catch (BackendNotSupportedException | RuntimeException | LinkageError _) {
            return new Search.Missing("this system has no keychain that answers");
        }
    }

    /// The system tells a missing password as it tells any other failure: both mean that there is none to be had.
    @Override
    public Optional<Secret> find(String address) {
        try {
            return Optional.ofNullable(keyring.getPassword(SERVICE, address)).map(Secret::new);
        } catch (PasswordAccessException | RuntimeException _) {
            return Optional.empty();
        }
    }

    @Override
    public void keep(String address, Secret secret) {
        try {
            keyring.setPassword(SERVICE, address, new String(secret.characters()));
        } catch (PasswordAccessException | RuntimeException _) {
            throw new Refusal(ProblemKind.NO_PASSWORD, "The system's keychain didn't take the password",
                    "Is it locked? Unlock it, or set %s=off to use the vault.".formatted(SecretStore.SWITCH));
        }
    }

    @Override
    public void forget(String address) {
        try {
            keyring.deletePassword(SERVICE, address);
        } catch (PasswordAccessException | RuntimeException _) {
            // It wasn't there.
        }
    }
}
