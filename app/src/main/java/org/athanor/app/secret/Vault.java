package org.athanor.app.secret;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.athanor.app.files.OwnFile;
import org.athanor.engine.database.Secret;
import org.athanor.engine.problem.ProblemKind;
import org.athanor.engine.problem.Refusal;

/// A file of passwords, encrypted with one passphrase. Opened when first needed; the passphrase is asked for once.
public final class Vault implements SecretBox {
    private static final int TRIES = 3;

    private final OwnFile file;
    private final Prompt prompt;
    private Optional<VaultKey> key = Optional.empty();

    public Vault(OwnFile file, Prompt prompt) {
        this.file = file;
        this.prompt = prompt;
    }

    public boolean exists() {
        return file.read().isPresent();
    }

    @Override
    public Optional<Secret> find(String address) {
        return exists() ? Optional.ofNullable(open().get(address)) : Optional.empty();
    }

    @Override
    public void keep(String address, Secret secret) {
        change(entries -> entries.put(address, secret));
    }

    @Override
    public void forget(String address) {
        if (exists()) {
            change(entries -> entries.remove(address));
        }
    }

    /// Takes its content as it is now: another window may have written meanwhile.
    private void change(java.util.function.Consumer<Map<String, Secret>> deed) {
        file.alone(() -> {
            var entries = exists() ? open() : make();
            deed.accept(entries);
            file.write(VaultText.encrypt(entries, key.orElseThrow()));
            return entries;
        });
    }

    private Map<String, Secret> make() {
        var passphrase = prompt.ask(Prompt.Question.of(Prompt.Kind.NEW_VAULT, file.path().toString()))
                .filter(typed -> !typed.isEmpty()).orElseThrow(this::nobodyToAsk);
        key = Optional.of(VaultKey.fresh(passphrase));
        return new TreeMap<>();
    }

    private Map<String, Secret> open() {
        var text = VaultText.parse(file.path(), file.read().orElseThrow());
        if (key.filter(text::isFor).isEmpty()) {
            key = Optional.of(unlock(text));
        }
        return text.decrypt(key.orElseThrow());
    }

    private VaultKey unlock(VaultText text) {
        var question = Prompt.Question.of(Prompt.Kind.VAULT, file.path().toString());
        for (int tried = 0; tried < TRIES; tried++) {
            var passphrase = prompt.ask(question);
            if (passphrase.isEmpty()) {
                throw tried == 0 ? nobodyToAsk() : wrong();
            }
            var made = text.key(passphrase.get());
            if (text.isFor(made)) {
                return made;
            }
            question = question.onceMore();
        }
        throw wrong();
    }

    private Refusal wrong() {
        return new Refusal(ProblemKind.NO_PASSWORD, "That is not the passphrase of the vault %s".formatted(file.path()),
                "Try again. Nobody can open the vault without it; if it is lost, remove the file and give the passwords anew.");
    }

    private Refusal nobodyToAsk() {
        return new Refusal(ProblemKind.NO_PASSWORD,
                "The vault %s needs its passphrase, and nobody gave one".formatted(file.path()),
                "Call from a terminal, or set %s.".formatted(SecretStore.PASSPHRASE));
    }
}
