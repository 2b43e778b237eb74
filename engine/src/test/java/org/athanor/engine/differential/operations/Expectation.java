package org.athanor.engine.differential.operations;

import java.util.List;
import java.util.Optional;

import org.athanor.engine.differential.operations.RevisionCase.Side;

/// What a case says that the newest Alembic prints, where older ones print something else.
record Expectation(RevisionCase revision, Side side) {
    private static final String REFUSED = "refused";
    private static final String NOTHING = "nothing";

    Optional<Printed> printed() {
        return Optional.ofNullable(revision.newest().get(side)).map(Expectation::printed);
    }

    private static Printed printed(List<String> lines) {
        return switch (lines.getFirst()) {
            case REFUSED -> new Printed.Refused("as the case says");
            case NOTHING -> new Printed.Statements(List.of());
            default -> new Printed.Statements(Folding.sorted(lines.stream().map(Folding::fold).toList()));
        };
    }
}
