package org.athanor.app.cli;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.athanor.engine.guard.Policy;
import org.athanor.engine.hazard.Hazard.Kind;
import org.athanor.engine.problem.ProblemKind;
import org.athanor.engine.problem.Refusal;

/// How somebody says that a run in production may destroy what it destroys.
final class GuardOptions {
    private static final String ALL = "all";

    private final Given<List<String>> allowed;
    private final Given<Optional<String>> confirmed;

    GuardOptions(Arguments arguments) {
        allowed = arguments.lists("--allow HAZARD",
                "In production: run although the plan has hazards of this kind, such as loses-data; or all. May be given several times.");
        confirmed = arguments.option("--confirm NAME",
                "In production: the name of the database, to confirm that the plan may destroy what it destroys.");
    }

    Policy on(Policy policy) {
        var allowing = policy.allowing(kinds());
        return confirmed.get().map(allowing::confirmedBy).orElse(allowing);
    }

    private Set<Kind> kinds() {
        var kinds = EnumSet.noneOf(Kind.class);
        for (var code : allowed.get()) {
            if (code.equalsIgnoreCase(ALL)) {
                return EnumSet.allOf(Kind.class);
            }
            kinds.add(Kind.named(code).orElseThrow(() -> new Refusal(ProblemKind.USAGE,
                    "There is no hazard '%s'".formatted(code),
                    "There are: %s; or all.".formatted(
                            Arrays.stream(Kind.values()).map(Kind::code).collect(Collectors.joining(", "))))));
        }
        return kinds;
    }

    void refuseIfGiven() {
        if (!allowed.get().isEmpty() || confirmed.get().isPresent()) {
            throw new Refusal(ProblemKind.USAGE, "--allow and --confirm don't go with --sql",
                    "Nothing is run, so nothing needs to be confirmed.");
        }
    }
}
