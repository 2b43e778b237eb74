package org.athanor.app.cli;

import org.athanor.engine.problem.ProblemKind;
import org.athanor.engine.problem.Refusal;

/// Gives a profile another password, or another place to take it from.
final class ProfilePasswordVerb extends Verb {
    private final Given<String> name = arguments.parameter("NAME", "The profile.");

    private final PasswordOptions password = new PasswordOptions(arguments);

    ProfilePasswordVerb() {
        super("password", "Keep another password for a profile, or say where it comes from.");
    }

    @Override
    public Integer call() {
        var saved = new SavedProfiles(session());
        var profile = saved.get(name.get());
        var server = profile.server().orElseThrow(() -> new Refusal(ProblemKind.USAGE,
                "%s has no PostgreSQL database of its own, so it needs no password".formatted(name.get()),
                "See `athanor profile show %s`.".formatted(name.get())));
        saved.store().replace(name.get(), saved.with(profile, password.orAsk(output(), server.display())));
        return ExitCode.DONE;
    }
}
