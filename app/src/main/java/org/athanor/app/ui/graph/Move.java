package org.athanor.app.ui.graph;

import java.util.Optional;

import org.athanor.engine.revision.Revision;
import org.athanor.engine.script.Direction;

/// The wish to bring the database to a revision.
public record Move(Direction direction, Revision revision) {
    /// The way to a row: up to a pending one, down to an applied one, and none where the database stands already.
    public static Optional<Move> to(GraphRow row) {
        return switch (row.applied()) {
            case PENDING -> Optional.of(new Move(Direction.UPGRADE, row.revision()));
            case APPLIED -> row.pin().isPresent()
                    ? Optional.empty()
                    : Optional.of(new Move(Direction.DOWNGRADE, row.revision()));
            case UNKNOWN -> Optional.empty();
        };
    }

    public String messageKey() {
        return switch (direction) {
            case UPGRADE -> "move.up";
            case DOWNGRADE -> "move.down";
        };
    }
}
