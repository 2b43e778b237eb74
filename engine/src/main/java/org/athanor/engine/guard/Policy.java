package org.athanor.engine.guard;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.athanor.engine.hazard.Hazard;
import org.athanor.engine.hazard.Hazard.Kind;
import org.athanor.engine.problem.ProblemKind;
import org.athanor.engine.problem.Refusal;

/// What may be done to a database. In production whatever destroys needs a word first: its kind is `allowed`, or somebody has
/// typed the database's name.
public record Policy(Environment environment, Access access, Set<Kind> allowed, Optional<String> typedName) {
    public static final Policy USUAL = of(Environment.LOCAL);

    private static final int SHOWN = 10;

    public Policy {
        allowed = Set.copyOf(allowed);
    }

    /// Everything may be done, with the care that the environment asks for.
    public static Policy of(Environment environment) {
        return new Policy(environment, Access.FULL, Set.of(), Optional.empty());
    }

    public Policy readOnly() {
        return new Policy(environment, Access.READ_ONLY, allowed, typedName);
    }

    public Policy allowing(Collection<Kind> kinds) {
        var all = EnumSet.noneOf(Kind.class);
        all.addAll(allowed);
        all.addAll(kinds);
        return new Policy(environment, access, all, typedName);
    }

    /// Somebody has typed this as the database's name.
    public Policy confirmedBy(String name) {
        return new Policy(environment, access, allowed, Optional.of(name));
    }

    /// Both policies at once: the more careful environment, and reading only if one says so; what either allows is allowed.
    public Policy and(Policy other) {
        return new Policy(environment.compareTo(other.environment) < 0 ? other.environment : environment,
                access == Access.READ_ONLY ? access : other.access, allowing(other.allowed).allowed,
                other.typedName.or(() -> typedName));
    }

    /// The policy in a few words, as records keep it.
    public String text() {
        var kinds = allowed.stream().map(Kind::code).sorted().collect(Collectors.joining(", "));
        return environment.code() + (access == Access.READ_ONLY ? ", read only" : "")
                + (kinds.isEmpty() ? "" : ", allowing " + kinds) + (typedName.isPresent() ? ", confirmed by name" : "");
    }

    /// Refuses whatever changes the database, if it may only be read.
    public void refuseIfReadOnly(String database) {
        if (access == Access.READ_ONLY) {
            throw new Refusal(ProblemKind.READ_ONLY, "%s is opened for reading only".formatted(database),
                    "Nothing is changed here. Open it without read-only if that is what you want.");
        }
    }

    /// The hazards that nobody has allowed or confirmed; none outside of production. `database` is the name to type.
    public List<Hazard> unconfirmed(List<Hazard> hazards, String database) {
        if (environment != Environment.PRODUCTION || typedName.filter(database::equals).isPresent()) {
            return List.of();
        }
        return hazards.stream().filter(h -> h.isDestructive() && !allowed.contains(h.kind())).toList();
    }

    /// Refuses a run that nobody has allowed.
    public void refuseUnlessConfirmed(List<Hazard> hazards, String database) {
        var open = unconfirmed(hazards, database);
        if (open.isEmpty()) {
            return;
        }
        var wrongName = typedName
                .map(name -> "'%s' is not the name of this database, which is %s. ".formatted(name, database))
                .orElse("");
        var told = open.stream().limit(SHOWN).map(h -> "\n  - " + h.message()).collect(Collectors.joining());
        var more = open.size() > SHOWN ? "\n  - and %d more".formatted(open.size() - SHOWN) : "";
        var allow = open.stream().map(h -> "--allow " + h.kind().code()).distinct().sorted()
                .collect(Collectors.joining(" "));
        throw new Refusal(ProblemKind.NOT_CONFIRMED,
                "%sThis is production, and the plan destroys:%s%s".formatted(wrongName, told, more),
                "To run it all the same, confirm with the database's name (--confirm %s), or allow the kind (%s)."
                        .formatted(database, allow));
    }
}
