package org.athanor.engine.differential.operations;

import org.athanor.engine.differential.operations.RevisionCase.Side;

/// A case that the two tools read differently.
record Deviation(RevisionCase revision, Side side, Printed alembic, Printed ours) {
    boolean onlyWeRefuse() {
        return ours instanceof Printed.Refused && alembic instanceof Printed.Statements;
    }

    boolean onlyAlembicRefuses() {
        return alembic instanceof Printed.Refused && ours instanceof Printed.Statements;
    }

    boolean alembicSays(String words) {
        return alembic instanceof Printed.Refused(var reason) && reason.contains(words);
    }

    /// Whether they agree but for what stands outside of the transaction.
    boolean sameButForOutside() {
        return alembic.toString().equals(ours.toString().replace(Folding.OUTSIDE, ""));
    }

    boolean weSay(String words) {
        return ours instanceof Printed.Refused(var reason) && reason.contains(words);
    }

    @Override
    public String toString() {
        return "%s | %s%n  alembic: %s%n  ours:    %s".formatted(revision, side, indented(alembic), indented(ours));
    }

    private static String indented(Printed printed) {
        return printed.toString().replace("\n", "\n           ");
    }
}
