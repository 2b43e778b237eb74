package org.athanor.app.cli;

import java.util.List;
import java.util.Optional;

import org.athanor.engine.project.NewRevision;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Writes the file of a revision that brings several lines together.
@Command(name = "merge", description = "Write the file of a revision that merges others.")
final class MergeVerb extends NewRevisionVerb {
    @Parameters(arity = "1..*", paramLabel = "REV", description = "The heads to merge; heads means all of them.")
    private List<String> revisions;

    @Option(names = "--splice", description = "Merge revisions that are no heads, too.")
    private boolean splice;

    @Override
    NewRevision wanted() {
        return new NewRevision(message, revisions, splice, branchLabel, Optional.empty(), id, List.of(),
                Optional.empty());
    }
}
