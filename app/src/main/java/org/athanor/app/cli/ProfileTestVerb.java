package org.athanor.app.cli;

import java.util.Optional;

import org.athanor.app.connection.ConnectionTest;
import org.athanor.app.connection.Diagnosis;
import org.athanor.app.connection.Passwords;
import org.athanor.app.export.Json;
import org.athanor.engine.database.Secret;

/// Tries a profile's connection.
final class ProfileTestVerb extends Verb {
    private final Given<String> name = arguments.parameter("NAME", "The profile.");

    private final Given<Boolean> stdin = arguments.flag("--password-stdin",
            "Try it with the password on standard input, and keep that nowhere.");

    ProfileTestVerb() {
        super("test",
                "Try whether a profile leads to its database, and say what is wrong if not. Nothing is changed there.");
    }

    @Override
    public Integer call() {
        var profile = new SavedProfiles(session()).get(name.get());
        var passwords = Passwords.of(session().environment(), new TerminalPrompt(output()));
        var typed = stdin.get() ? output().pipedSecret() : Optional.<Secret>empty();
        return switch (new ConnectionTest(profile, session().environment(), passwords).run(typed)) {
            case Diagnosis.Fine fine -> fine(fine);
            case Diagnosis.Failed failed -> failed(failed);
        };
    }

    private int fine(Diagnosis.Fine fine) {
        if (isJson()) {
            output().json(Json.object().with("profile", name.get()).with("ok", true).with("server", fine.server())
                    .with("encryption", fine.encryption()).with("milliseconds", fine.took().toMillis()));
        } else {
            output().data("%s works: %s%s, in %d ms.".formatted(name.get(), fine.server(),
                    fine.encryption().map(version -> ", encrypted by " + version).orElse(""), fine.took().toMillis()));
        }
        return ExitCode.DONE;
    }

    private int failed(Diagnosis.Failed failed) {
        var problem = failed.problem();
        if (isJson()) {
            output().json(
                    Json.object().with("profile", name.get()).with("ok", false).with("cause", failed.cause().code())
                            .with("message", problem.message()).with("hint", problem.hint()));
        }
        output().problem(problem);
        return ExitCode.REFUSED;
    }
}
