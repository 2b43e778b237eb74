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
    /// What keeps others from their work for as long as its transaction is open, whether or not anything stays.
    private static final Set<Kind> HOLDING = EnumSet.of(Kind.REWRITES_TABLE, Kind.LONG_LOCK, Kind.INDEX_NOT_CONCURRENT,
            Kind.VALIDATES_AT_ONCE, Kind.NOT_NULL);

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

    /// Whether nothing is made beside the database, not even for a moment: revisions that are tried in a scratch database may
    /// reach beyond it, as one that creates a role does.
    public boolean leavesServerAlone() {
        return access == Access.READ_ONLY || environment == Environment.PRODUCTION;
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
        if (isConfirmed(database)) {
            return List.of();
        }
        return hazards.stream().filter(h -> h.isDestructive() && !allowed.contains(h.kind())).toList();
    }

    /// Refuses a run that nobody has allowed.
    public void refuseUnlessConfirmed(List<Hazard> hazards, String database) {
        refuse(unconfirmed(hazards, database), "the plan destroys", "run", database);
    }

    /// Refuses a rehearsal that nobody has allowed. It destroys nothing, but what locks or rewrites a table does so in it, too,
    /// and until its end.
    public void refuseRehearsalUnlessConfirmed(List<Hazard> hazards, String database) {
        var holding = isConfirmed(database)
                ? List.<Hazard>of()
                : hazards.stream().filter(h -> HOLDING.contains(h.kind()) && !allowed.contains(h.kind())).toList();
        refuse(holding, "a rehearsal would keep others from their work", "rehearse", database);
    }

    /// Whether no word is needed any more.
    private boolean isConfirmed(String database) {
        return environment != Environment.PRODUCTION || typedName.filter(database::equals).isPresent();
    }

    private void refuse(List<Hazard> open, String what, String deed, String database) {
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
                "%sThis is production, and %s:%s%s".formatted(wrongName, what, told, more),
                "To %s it all the same, confirm with the database's name (--confirm %s), or allow the kind (%s)."
                        .formatted(deed, database, allow));
    }
}
