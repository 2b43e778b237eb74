package org.athanor.engine.journal;

import java.util.List;
import java.util.stream.Stream;

import org.athanor.engine.problem.Problem;

/// What the journal has to tell of a database before anything else is done: runs that were interrupted and not seen to
/// since, and revisions that were edited after they had been applied.
public record News(List<Aftermath> interrupted, List<Edited> edited) {
    public static final News NONE = new News(List.of(), List.of());

    public News {
        interrupted = List.copyOf(interrupted);
        edited = List.copyOf(edited);
    }

    /// The same as warnings.
    public List<Problem> problems() {
        return Stream.concat(interrupted.stream().map(Aftermath::problem), edited.stream().map(Edited::problem))
                .toList();
    }

    public boolean isEmpty() {
        return interrupted.isEmpty() && edited.isEmpty();
    }
}
