package org.athanor.app.secret;

import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import org.athanor.app.files.OwnFile;
import org.athanor.app.files.UserFolder;
import org.athanor.engine.database.Secret;

/// Keeps passwords in the system's keychain; where there is none, in a vault.
public final class SecretStore {
    /// `ATHANOR_KEYCHAIN=off` uses the vault on any system.
    public static final String SWITCH = "ATHANOR_KEYCHAIN";
    /// The vault's passphrase, for programs that run alone.
    public static final String PASSPHRASE = "ATHANOR_VAULT_PASSPHRASE";

    private static final String FILE = "vault";

    private final Supplier<Keychain.Search> search;
    private final Vault vault;
    private Optional<Keychain.Search> keychain = Optional.empty();

    /// Where a password was put, and why not in a better place.
    public sealed interface Kept {
        record InKeychain() implements Kept {}

        record InVault(String whyNoKeychain) implements Kept {}
    }

    SecretStore(Supplier<Keychain.Search> search, Vault vault) {
        this.search = search;
        this.vault = vault;
    }

    public static SecretStore of(Map<String, String> environment, Prompt prompt) {
        var file = UserFolder.of(environment).configuration().resolve(FILE);
        boolean off = environment.getOrDefault(SWITCH, "").equalsIgnoreCase("off");
        return new SecretStore(
                off ? () -> new Keychain.Search.Missing(SWITCH + " is off") : Keychain::search,
                new Vault(new OwnFile(file), answered(environment, prompt)));
    }

    /// The environment answers first, and once: a wrong passphrase in it stays wrong.
    private static Prompt answered(Map<String, String> environment, Prompt prompt) {
        return question -> question.again()
                ? prompt.ask(question)
                : Optional.ofNullable(environment.get(PASSPHRASE)).filter(text -> !text.isEmpty()).map(Secret::new)
                        .or(() -> prompt.ask(question));
    }

    public Optional<Secret> find(String address) {
        return keychain().flatMap(found -> found.find(address)).or(() -> vault.find(address));
    }

    public Kept keep(String address, Secret secret) {
        return switch (search()) {
            case Keychain.Search.Found(var found) -> {
                found.keep(address, secret);
                yield new Kept.InKeychain();
            }
            case Keychain.Search.Missing(var reason) -> {
                vault.keep(address, secret);
                yield new Kept.InVault(reason);
            }
        };
    }

    public void forget(String address) {
        keychain().ifPresent(found -> found.forget(address));
        vault.forget(address);
    }

    private Optional<Keychain> keychain() {
        return switch (search()) {
            case Keychain.Search.Found(var found) -> Optional.of(found);
            case Keychain.Search.Missing _ -> Optional.empty();
        };
    }

    private synchronized Keychain.Search search() {
        if (keychain.isEmpty()) {
            keychain = Optional.of(search.get());
        }
        return keychain.get();
    }
}
