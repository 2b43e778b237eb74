package org.athanor.engine.hazard;

import java.util.Optional;

import org.athanor.engine.dialect.Dialect;
import org.athanor.engine.hazard.Hazard.Kind;
import org.athanor.engine.hazard.Hazard.Severity;
import org.athanor.engine.problem.ProblemKind;
import org.athanor.engine.script.Script;

/// Judges whether a step up can be taken back: by its downgrade, without a database.
public final class WayBack {
    private WayBack() {}

    public static Optional<Hazard> hazard(Script upgrade, Script downgrade, Dialect dialect) {
        return switch (downgrade) {
            case Script.Unreadable(var problem) when problem.kind() == ProblemKind.NO_DOWNGRADE ->
                Optional.of(irreversible(Severity.WARNING, "This step can't be taken back: it has no downgrade.",
                        "Write the downgrade now, or have a backup at hand."));
            case Script.Unreadable(var problem) -> Optional.of(irreversible(Severity.WARNING,
                    "This step can't be taken back: %s.".formatted(problem.message().replaceAll("\\.$", "")),
                    "Look at the downgrade before you need it, or have a backup at hand."));
            case Script.Live _ -> Optional.empty();
            case Script.Static _ -> downgrade.statements().isEmpty() && !upgrade.statements().isEmpty()
                    ? Optional.of(empty(upgrade, dialect))
                    : Optional.empty();
        };
    }

    /// Rows that were filled in may well stay; tables and columns that stay are in the way of the next upgrade.
    private static Hazard empty(Script upgrade, Dialect dialect) {
        boolean changesTheSchema = upgrade.statements().stream()
                .anyMatch(s -> !dialect.grammar().effects(s.text()).isEmpty());
        return irreversible(changesTheSchema ? Severity.WARNING : Severity.NOTE,
                "The downgrade of this step does nothing: what it does now stays.",
                "Write the downgrade now, or have a backup at hand.");
    }

    private static Hazard irreversible(Severity severity, String message, String saferWay) {
        return new Hazard(Kind.IRREVERSIBLE, severity, Optional.empty(), Optional.empty(), Optional.empty(),
                Extent.UNKNOWN, Optional.empty(), message, saferWay);
    }
}
