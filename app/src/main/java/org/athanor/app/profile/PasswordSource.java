package org.athanor.app.profile;

import java.util.List;

/// Where a profile's password comes from. The password itself is in no profile.
public sealed interface PasswordSource {
    /// From the system's keychain or the vault; asked for where neither has it.
    record Stored() implements PasswordSource {}

    /// Asked for each time.
    record Asked() implements PasswordSource {}

    /// From `PGPASSWORD` or `.pgpass`; or the server wants none.
    record Elsewhere() implements PasswordSource {}

    /// From a variable of the environment.
    record Variable(String name) implements PasswordSource {}

    /// The first line that a program prints, which is started without a shell.
    record Command(List<String> words) implements PasswordSource {
        public Command {
            words = List.copyOf(words);
            if (words.isEmpty()) {
                throw new IllegalArgumentException("A command has a name");
            }
        }
    }

    /// The same, with a line that the shell reads.
    record Shell(String line) implements PasswordSource {}
}
