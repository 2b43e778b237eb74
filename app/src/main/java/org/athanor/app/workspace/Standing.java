package org.athanor.app.workspace;

import java.util.Optional;

import org.athanor.engine.Status;
import org.athanor.engine.problem.Problem;

/// What is known of where the database stands. Not knowing is an answer of its own, with its reason.
public sealed interface Standing {
    /// The database has been asked and has not answered yet.
    record Asking() implements Standing {}

    record Known(Status status) implements Standing {}

    record Unknown(Problem reason) implements Standing {}

    default Optional<Status> known() {
        return switch (this) {
            case Known(var status) -> Optional.of(status);
            case Asking _,Unknown _ -> Optional.empty();
        };
    }
}
