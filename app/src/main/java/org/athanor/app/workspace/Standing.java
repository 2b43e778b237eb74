package org.athanor.app.workspace;

import java.util.List;
import java.util.Optional;

import org.athanor.engine.Status;
import org.athanor.engine.journal.News;
import org.athanor.engine.problem.Problem;

/// What is known of where the database stands. Not knowing is an answer of its own, with its reason.
public sealed interface Standing {
    /// The database has been asked and has not answered yet.
    record Asking() implements Standing {}

    /// The answer, and what the journal of runs has to tell besides.
    record Known(Status status, News news) implements Standing {}

    record Unknown(Problem reason) implements Standing {}

    /// Interrupted runs and edited files: they stop nothing.
    default List<Problem> warnings() {
        return switch (this) {
            case Known(_, var news) -> news.problems();
            case Asking _,Unknown _ -> List.of();
        };
    }

    default Optional<Status> known() {
        return switch (this) {
            case Known(var status, _) -> Optional.of(status);
            case Asking _,Unknown _ -> Optional.empty();
        };
    }
}
