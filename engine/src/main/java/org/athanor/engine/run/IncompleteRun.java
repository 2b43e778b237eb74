package org.athanor.engine.run;

import java.util.stream.Collectors;

import org.athanor.engine.graph.Target;
import org.athanor.engine.revision.RevisionId;

/// A run that didn't come to its end, for callers who can't go on without: what was applied, and where the database stands.
public final class IncompleteRun extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient RunResult.Failed result;

    public IncompleteRun(RunResult.Failed result) {
        super("%s%nThe database stands at %s.".formatted(result.problem().text(), heads(result)));
        this.result = result;
    }

    public RunResult.Failed result() {
        return result;
    }

    private static String heads(RunResult result) {
        return result.heads().isEmpty()
                ? Target.BASE
                : result.heads().stream().map(RevisionId::value).collect(Collectors.joining(", "));
    }
}
