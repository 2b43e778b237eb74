package org.athanor.app.cli;

import java.util.Optional;

import org.athanor.app.secret.Prompt;
import org.athanor.engine.database.Secret;

/// Asks at the terminal, without echo.
final class TerminalPrompt implements Prompt {
    private final Output output;

    TerminalPrompt(Output output) {
        this.output = output;
    }

    @Override
    public Optional<Secret> ask(Question question) {
        var again = question.again() ? "That was not right. " : "";
        return switch (question.kind()) {
            case DATABASE, SSH -> output.askSecret(again + "Password for %s: ".formatted(question.subject()));
            case SSH_KEY -> output.askSecret(again + "Passphrase of the key %s: ".formatted(question.subject()));
            case VAULT -> output.askSecret(again + "Passphrase of the vault %s: ".formatted(question.subject()));
            case NEW_VAULT -> askTwice(question.subject());
        };
    }

    /// Nobody can open a vault whose passphrase was mistyped when it was made.
    private Optional<Secret> askTwice(String vault) {
        var first = output.askSecret(
                "This system has no keychain, so passwords go into an encrypted vault, %s.\nNew passphrase of the vault: "
                        .formatted(vault));
        return first
                .filter(typed -> output.askSecret("The same passphrase again: ").filter(typed::isSameAs).isPresent());
    }
}
