package org.athanor.engine.plan;

import java.util.List;
import java.util.Optional;

import org.athanor.engine.dialect.Dialect;
import org.athanor.engine.graph.Target;
import org.athanor.engine.hazard.Hazard;
import org.athanor.engine.problem.Problem;
import org.athanor.engine.revision.Revision;
import org.athanor.engine.revision.RevisionId;
import org.athanor.engine.script.Script;
import org.athanor.engine.sql.Statement;

/// One step of a plan: a revision's script, the change of the version table that belongs to it, and where the
/// database stands afterwards. `hazards` is what the step may do to the database, as far as somebody had it judged. Only a
/// stamp to base has no revision.
public record Step(Move move, Optional<Revision> revision, Script script, List<VersionChange> versionChanges,
        List<Statement> versionStatements, List<RevisionId> headsAfter, Dialect dialect, List<Hazard> hazards) {
    public Step {
        versionChanges = List.copyOf(versionChanges);
        versionStatements = List.copyOf(versionStatements);
        headsAfter = List.copyOf(headsAfter);
        hazards = List.copyOf(hazards);
    }

    /// The revision's id, or `base`.
    public String name() {
        return revision.map(Revision::toString).orElse(Target.BASE);
    }

    /// The first line of the revision's message.
    public String title() {
        return revision.map(Revision::title).orElse("");
    }

    public Script.Kind kind() {
        return script.kind();
    }

    /// The script's statements, as far as they are known; the version table's own are apart.
    public List<Statement> statements() {
        return script.statements();
    }

    /// The same step, judged.
    Step with(List<Hazard> judged) {
        return new Step(move, revision, script, versionChanges, versionStatements, headsAfter, dialect, judged);
    }

    /// The same step with another script.
    Step with(Script other) {
        return new Step(move, revision, other, versionChanges, versionStatements, headsAfter, dialect, hazards);
    }

    /// Why not every one of its statements is known.
    public Optional<Problem> doubt() {
        return script.doubt();
    }

    /// Why this step can't be run.
    public Optional<Problem> obstacle() {
        return script.obstacle();
    }
}
