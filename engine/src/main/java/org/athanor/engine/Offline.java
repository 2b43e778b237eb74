package org.athanor.engine;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.athanor.engine.database.Dialects;
import org.athanor.engine.dialect.Dialect;
import org.athanor.engine.dialect.Product;
import org.athanor.engine.graph.Identifiers;
import org.athanor.engine.graph.Target;
import org.athanor.engine.plan.OfflineSql;
import org.athanor.engine.plan.Plan;
import org.athanor.engine.plan.Planner;
import org.athanor.engine.plan.Stamps;
import org.athanor.engine.plan.Step;
import org.athanor.engine.problem.ProblemKind;
import org.athanor.engine.problem.Refusal;
import org.athanor.engine.project.Project;
import org.athanor.engine.revision.Revision;
import org.athanor.engine.revision.RevisionId;
import org.athanor.engine.sql.Statement;

/// Plans without a database: where it would stand is said, not read.
public final class Offline {
    private final Project project;
    private final Dialect dialect;
    private final Planner planner;

    private Offline(Project project, Dialect dialect) {
        this.project = project;
        this.dialect = dialect;
        this.planner = new Planner(project.graph(), project.scripts(), project.config().versionTable(), dialect);
    }

    public static Offline open(Project project, Product product) {
        project.refuseUnlessSound();
        return new Offline(project, Dialects.of(product));
    }

    /// A start and an end, as `from:to`; without a start, base.
    public record Range(Optional<String> from, String to) {
        public static Range parse(String text) {
            int colon = text.indexOf(':');
            if (colon < 0) {
                return new Range(Optional.empty(), text);
            }
            var to = text.substring(colon + 1);
            if (colon == 0 || to.isEmpty() || to.contains(":")) {
                throw new Refusal(ProblemKind.BAD_TARGET, "'%s' is not a range".formatted(text),
                        "Write from:to, such as base:head or 1975:27c6.");
            }
            return new Range(Optional.of(text.substring(0, colon)), to);
        }
    }

    public Plan upgrade(Range range) {
        return planner.upgrade(rows(range.from()), Target.parse(range.to()));
    }

    public Plan downgrade(Range range) {
        if (range.from().isEmpty()) {
            throw new Refusal(ProblemKind.BAD_TARGET, "A downgrade without a database needs a start",
                    "Write from:to, such as head:base.");
        }
        return planner.downgrade(rows(range.from()), Target.parse(range.to()));
    }

    /// The way between the two ends, whichever direction that is.
    public Plan between(Range range) {
        return planner.toward(rows(range.from()), Target.parse(range.to()));
    }

    /// Several targets may each name a start, as long as it is the same.
    public Plan stamp(List<String> targets) {
        var ranges = targets.stream().map(Range::parse).toList();
        if (ranges.stream().map(Range::from).distinct().count() > 1) {
            throw new Refusal(ProblemKind.BAD_TARGET, "The targets start from different revisions",
                    "Name one start for all of them.");
        }
        return planner.stamp(rows(ranges.getFirst().from()), ranges.stream().map(r -> Target.parse(r.to())).toList(),
                Stamps.Rows.KEPT);
    }

    /// A plan as a script for another program; `headline` says what stands in the comment before a step.
    public String script(Plan plan, Function<Step, String> headline) {
        plan.refuseUnlessRunnable();
        return OfflineSql.of(plan, project.config().versionTable(), headline);
    }

    /// What makes the version table.
    public Statement createVersionTable() {
        return project.config().versionTable().create(dialect);
    }

    /// The rows that the version table would hold; no table at base.
    private Optional<List<RevisionId>> rows(Optional<String> from) {
        var rows = from.map(text -> switch (Target.parse(text)) {
            case Target.Named named -> new Identifiers(project.graph()).named(named);
            case Target.Relative relative -> throw new Refusal(ProblemKind.BAD_TARGET,
                    "'%s' counts from where a database stands, and none is asked".formatted(relative),
                    "Start from an id, a label, head, heads or base.");
        }).orElse(List.of());
        return rows.isEmpty() ? Optional.empty() : Optional.of(rows.stream().map(Revision::id).toList());
    }
}
