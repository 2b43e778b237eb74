package org.athanor.app.workspace;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.athanor.engine.plan.SchemaHistory.BothWays;
import org.athanor.engine.problem.ProblemKind;
import org.athanor.engine.revision.RevisionId;
import org.athanor.engine.script.Script;

/// What the scripts of a project say, revision by revision: read once and slowly, after the graph is on show.
public record Survey(Map<RevisionId, Finding> findings) {
    public static final Survey NONE = new Survey(Map.of());

    public Survey {
        findings = Map.copyOf(findings);
    }

    /// Whether a revision reads the database to decide, can't be read, or can't be undone; and the tables that its SQL names.
    public record Finding(boolean live, boolean unreadable, boolean irreversible, Set<String> tables) {
        public Finding {
            tables = Set.copyOf(tables);
        }

        static Finding of(BothWays scripts) {
            return new Finding(scripts.upgrade() instanceof Script.Live || scripts.downgrade() instanceof Script.Live,
                    scripts.upgrade() instanceof Script.Unreadable || isUnreadable(scripts.downgrade()),
                    isMissing(scripts.downgrade()), TableNames.in(scripts.upgrade().statements()));
        }

        private static boolean isUnreadable(Script downgrade) {
            return downgrade instanceof Script.Unreadable && !isMissing(downgrade);
        }

        private static boolean isMissing(Script downgrade) {
            return downgrade instanceof Script.Unreadable(var problem) && problem.kind() == ProblemKind.NO_DOWNGRADE;
        }
    }

    public Optional<Finding> of(RevisionId id) {
        return Optional.ofNullable(findings.get(id));
    }
}
