package org.athanor.engine;

import java.util.List;
import java.util.Optional;

import org.athanor.engine.compare.Comparison;
import org.athanor.engine.compare.RenameCandidate;
import org.athanor.engine.revision.RevisionId;

/// What leads from a database at head to its target, before anybody has said which of it are renames. `rows` is where the
/// database stood.
public record Proposal(Comparison comparison, SchemaSource target, Optional<List<RevisionId>> rows) {
    /// What only a person can tell.
    public List<RenameCandidate> questions() {
        return comparison.renameCandidates();
    }

    /// What a revision would do; refused as long as a question is open, and where all tables would go.
    public Autogeneration answered(RenameAnswers answers) {
        return Autogeneration.of(answers.applied(comparison), target);
    }
}
