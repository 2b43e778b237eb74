package org.athanor.app.cli;

import java.util.Optional;

import org.athanor.app.connection.ConnectionTest;
import org.athanor.app.connection.Diagnosis;
import org.athanor.app.connection.Passwords;
import org.athanor.engine.database.Secret;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Tries a profile's connection.
@Command(name = "test", description = "Try whether a profile leads to its database, and say what is wrong if not. Nothing is changed there.")
final class ProfileTestVerb extends Verb {
    @Parameters(paramLabel = "NAME", description = "The profile.")
    private String name;

    @Option(names = "--password-stdin", description = "Try it with the password on standard input, and keep that nowhere.")
    private boolean stdin;

    @Override
    public Integer call() {
        var profile = new SavedProfiles(session()).get(name);
        var passwords = Passwords.of(session().environment(), new TerminalPrompt(output()));
        var typed = stdin ? output().pipedSecret() : Optional.<Secret>empty();
        return switch (new ConnectionTest(profile, session().environment(), passwords).run(typed)) {
            case Diagnosis.Fine fine -> fine(fine);
            case Diagnosis.Failed failed -> failed(failed);
        };
    }

    private int fine(Diagnosis.Fine fine) {
        if (isJson()) {
            output().json(Json.object().with("profile", name).with("ok", true).with("server", fine.server())
                    .with("encryption", fine.encryption()).with("milliseconds", fine.took().toMillis()));
        } else {
            output().data("%s works: %s%s, in %d ms.".formatted(name, fine.server(),
                    fine.encryption().map(version -> ", encrypted by " + version).orElse(""), fine.took().toMillis()));
        }
        return ExitCode.DONE;
    }

    private int failed(Diagnosis.Failed failed) {
        var problem = failed.problem();
        if (isJson()) {
            output().json(Json.object().with("profile", name).with("ok", false).with("cause", failed.cause().code())
                    .with("message", problem.message()).with("hint", problem.hint()));
        }
        output().message(problem.text());
        return ExitCode.REFUSED;
    }
}
