package org.athanor.engine.journal;

import java.util.List;
import java.util.stream.Stream;

import org.athanor.engine.problem.Problem;

/// What the journal has to tell of a database before anything else is done: runs that were cut off or left something behind
/// and were not seen to since, and revisions that were edited after they had been applied.
public record News(List<Aftermath> unsettled, List<Edited> edited) {
    public static final News NONE = new News(List.of(), List.of());

    public News {
        unsettled = List.copyOf(unsettled);
        edited = List.copyOf(edited);
    }

    /// The same as warnings.
    public List<Problem> problems() {
        return Stream.concat(unsettled.stream().map(Aftermath::problem), edited.stream().map(Edited::problem))
                .toList();
    }

    public boolean isEmpty() {
        return unsettled.isEmpty() && edited.isEmpty();
    }
}
