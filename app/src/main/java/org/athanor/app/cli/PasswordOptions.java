package org.athanor.app.cli;

import java.util.Optional;
import java.util.stream.Stream;

import org.athanor.app.profile.PasswordSource;
import org.athanor.engine.database.Secret;
import org.athanor.engine.problem.ProblemKind;
import org.athanor.engine.problem.Refusal;

/// Where a profile's password comes from. A password itself is never an argument: others could read it in the list of
/// processes.
final class PasswordOptions {
    private final Given<Boolean> stdin;
    private final Given<Boolean> ask;
    private final Given<Optional<String>> variable;
    private final Given<Optional<String>> command;
    private final Given<Optional<String>> shell;
    private final Given<Boolean> none;

    PasswordOptions(Arguments arguments) {
        stdin = arguments.flag("--password-stdin",
                "Read the password from standard input, and keep it in the keychain or the vault.");
        ask = arguments.flag("--password-ask", "Ask for the password each time.");
        variable = arguments.option("--password-env NAME", "Take the password from this variable each time.");
        command = arguments.option("--password-command LINE",
                "Take the first line that this program prints, each time. No shell reads the line; quotes keep words together.");
        shell = arguments.option("--password-shell LINE", "The same, with a line for the shell.");
        none = arguments.flag("--no-password", "Keep none: PGPASSWORD and .pgpass are looked at.");
    }

    /// A source, and the password that is to be kept for it.
    record Chosen(PasswordSource source, Optional<Secret> secret) {
        static Chosen of(PasswordSource source) {
            return new Chosen(source, Optional.empty());
        }

        static Chosen kept(Secret secret) {
            return new Chosen(new PasswordSource.Stored(), Optional.of(secret));
        }
    }

    /// What was said here; nothing was said where it is empty.
    Optional<Chosen> given(Output output) {
        var given = Stream.of(variable.get().map(name -> Chosen.of(new PasswordSource.Variable(name))),
                command.get().map(line -> Chosen.of(command(line))),
                shell.get().map(line -> Chosen.of(new PasswordSource.Shell(line))),
                when(ask.get(), new PasswordSource.Asked()), when(none.get(), new PasswordSource.Elsewhere()),
                when(stdin.get(), new PasswordSource.Stored())).flatMap(Optional::stream).toList();
        if (given.size() > 1) {
            throw new Refusal(ProblemKind.USAGE, "The options say more than once where the password comes from",
                    "Give one of --password-…, or --no-password.");
        }
        return stdin.get() ? Optional.of(Chosen.kept(piped(output))) : given.stream().findFirst();
    }

    /// The same; who said nothing is asked, if there is somebody.
    Chosen orAsk(Output output, String subject) {
        return given(output).orElseGet(() -> output
                .askSecret("Password for %s, to be kept (nothing: PGPASSWORD and .pgpass): ".formatted(subject))
                .filter(typed -> !typed.isEmpty()).map(Chosen::kept)
                .orElseGet(() -> Chosen.of(new PasswordSource.Elsewhere())));
    }

    private static Secret piped(Output output) {
        return output.pipedSecret().orElseThrow(() -> new Refusal(ProblemKind.USAGE, "Standard input has no password",
                "Pipe it in: … | athanor profile … --password-stdin"));
    }

    private static PasswordSource command(String line) {
        var words = Programs.words(line);
        if (words.isEmpty()) {
            throw new Refusal(ProblemKind.USAGE, "--password-command names no program", "Name one.");
        }
        return new PasswordSource.Command(words);
    }

    private static Optional<Chosen> when(boolean said, PasswordSource source) {
        return said ? Optional.of(Chosen.of(source)) : Optional.empty();
    }
}
