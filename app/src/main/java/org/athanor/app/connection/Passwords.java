package org.athanor.app.connection;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import org.athanor.app.profile.DatabasePlace;
import org.athanor.app.profile.PasswordSource;
import org.athanor.app.secret.PasswordCommand;
import org.athanor.app.secret.PgPass;
import org.athanor.app.secret.Prompt;
import org.athanor.app.secret.SecretStore;
import org.athanor.engine.database.Secret;
import org.athanor.engine.problem.ProblemKind;
import org.athanor.engine.problem.Refusal;

/// Finds a profile's passwords where the profile says they are.
public final class Passwords {
    private final Map<String, String> environment;
    private final Supplier<SecretStore> store;
    private final Prompt prompt;

    public Passwords(Map<String, String> environment, Supplier<SecretStore> store, Prompt prompt) {
        this.environment = Map.copyOf(environment);
        this.store = store;
        this.prompt = prompt;
    }

    public static Passwords of(Map<String, String> environment, Prompt prompt) {
        return new Passwords(environment, () -> SecretStore.of(environment, prompt), prompt);
    }

    /// The password for the database; nothing where the server may want none. `again` is after a wrong one.
    Optional<Secret> ofDatabase(DatabasePlace.Server server, boolean again) {
        if (server.password() instanceof PasswordSource.Elsewhere) {
            return Optional.ofNullable(environment.get("PGPASSWORD")).filter(text -> !text.isEmpty()).map(Secret::new)
                    .or(() -> new PgPass(environment).find(server.host(), server.port(), server.database(),
                            server.user()));
        }
        return Optional.of(find(server.password(), server.address(),
                new Prompt.Question(Prompt.Kind.DATABASE, server.address(), again)));
    }

    /// The password that is kept under an address, or that the person at hand knows.
    Secret find(PasswordSource source, String address, Prompt.Question question) {
        return switch (source) {
            case PasswordSource.Stored _ when question.again() -> ask(question);
            case PasswordSource.Stored _ -> store.get().find(address).orElseGet(() -> ask(question));
            case PasswordSource.Asked _,PasswordSource.Elsewhere _ -> ask(question);
            case PasswordSource.Variable(var name) -> Optional.ofNullable(environment.get(name))
                    .filter(text -> !text.isEmpty()).map(Secret::new)
                    .orElseThrow(() -> new Refusal(ProblemKind.NO_PASSWORD,
                            "The environment has no variable %s".formatted(name),
                            "The profile takes its password from there: set it."));
            case PasswordSource.Command(var words) -> PasswordCommand.of(words).run();
            case PasswordSource.Shell(var line) -> PasswordCommand.of(shell(line)).run();
        };
    }

    private Secret ask(Prompt.Question question) {
        return prompt.ask(question).orElseThrow(() -> new Refusal(ProblemKind.NO_PASSWORD,
                "Nobody gave the password for %s".formatted(question.subject()),
                "Call from a terminal, or let the profile take it from a variable, a command or the vault."));
    }

    private static List<String> shell(String line) {
        return System.getProperty("os.name", "").startsWith("Windows")
                ? List.of("cmd.exe", "/c", line)
                : List.of("/bin/sh", "-c", line);
    }
}
