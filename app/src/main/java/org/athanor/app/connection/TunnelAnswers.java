package org.athanor.app.connection;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

import org.athanor.app.profile.Addresses;
import org.athanor.app.profile.PasswordSource;
import org.athanor.app.profile.SshAccess;
import org.athanor.app.secret.Prompt;
import org.athanor.engine.database.Secret;
import org.athanor.engine.problem.Refusal;
import org.jspecify.annotations.Nullable;

import com.jcraft.jsch.UIKeyboardInteractive;
import com.jcraft.jsch.UserInfo;

/// Answers what SSH asks for on the way in: a password once, a key's passphrase once. It never says yes to a host key.
final class TunnelAnswers implements UserInfo, UIKeyboardInteractive {
    private final SshAccess access;
    private final Passwords passwords;
    private Optional<Secret> password = Optional.empty();
    private Optional<Secret> passphrase = Optional.empty();
    private boolean answered;
    private Optional<Refusal> refusal = Optional.empty();

    TunnelAnswers(SshAccess access, Passwords passwords) {
        this.access = access;
        this.passwords = passwords;
    }

    /// SSH takes any failure to answer for a wish to stop.
    void rethrow() {
        refusal.ifPresent(reason -> {
            throw reason;
        });
    }

    @Override
    public boolean promptPassword(String message) {
        if (answered) {
            return false;
        }
        answered = true;
        password = attempt(() -> passwords.find(access.password(), Addresses.of(access),
                Prompt.Question.of(Prompt.Kind.SSH, access.address())));
        return password.isPresent();
    }

    @Override
    public boolean promptPassphrase(String message) {
        if (passphrase.isPresent()) {
            return false;
        }
        var key = access.key().map(Path::toString).orElse(access.address());
        passphrase = attempt(() -> passwords.find(new PasswordSource.Stored(),
                access.key().map(Addresses::ofKey).orElse(key), Prompt.Question.of(Prompt.Kind.SSH_KEY, key)));
        return passphrase.isPresent();
    }

    private Optional<Secret> attempt(Supplier<Secret> find) {
        try {
            return Optional.of(find.get());
        } catch (Refusal reason) {
            refusal = Optional.of(reason);
            return Optional.empty();
        }
    }

    @Override
    public String @Nullable [] promptKeyboardInteractive(String destination, String name, String instruction,
            String[] prompt, boolean[] echo) {
        if (prompt.length == 0) {
            return new String[0];
        }
        return prompt.length == 1 && promptPassword(prompt[0]) ? new String[]{getPassword()} : null;
    }

    @Override
    public @Nullable String getPassword() {
        return password.map(secret -> new String(secret.characters())).orElse(null);
    }

    @Override
    public @Nullable String getPassphrase() {
        return passphrase.map(secret -> new String(secret.characters())).orElse(null);
    }

    @Override
    public boolean promptYesNo(String message) {
        return false;
    }

    @Override
    public void showMessage(String message) {
        // Greetings are for people at a terminal.
    }
}
