package org.athanor.app.cli;

import java.util.List;
import java.util.Optional;

import org.athanor.engine.project.NewRevision;

/// Writes the file of a revision that brings several lines together.
final class MergeVerb extends NewRevisionVerb {
    private final Given<List<String>> revisions = arguments.parameters("REV", 1,
            "The heads to merge; heads means all of them.");

    private final Given<Boolean> splice = arguments.flag("--splice", "Merge revisions that are no heads, too.");

    MergeVerb() {
        super("merge", "Write the file of a revision that merges others.");
    }

    @Override
    NewRevision wanted() {
        return new NewRevision(message.get(), revisions.get(), splice.get(), branchLabel.get(), Optional.empty(),
                id.get(), List.of(),
                Optional.empty());
    }
}
