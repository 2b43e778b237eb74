package org.athanor.app.cli;

import org.athanor.engine.problem.ProblemKind;
import org.athanor.engine.problem.Refusal;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// Gives a profile another password, or another place to take it from.
@Command(name = "password", description = "Keep another password for a profile, or say where it comes from.")
final class ProfilePasswordVerb extends Verb {
    @Parameters(paramLabel = "NAME", description = "The profile.")
    private String name;

    @Mixin
    private PasswordOptions password = new PasswordOptions();

    @Override
    public Integer call() {
        var saved = new SavedProfiles(session());
        var profile = saved.get(name);
        var server = profile.server().orElseThrow(() -> new Refusal(ProblemKind.USAGE,
                "%s has no PostgreSQL database of its own, so it needs no password".formatted(name),
                "See `athanor profile show %s`.".formatted(name)));
        saved.store().replace(name, saved.with(profile, password.orAsk(output(), server.display())));
        return ExitCode.DONE;
    }
}
