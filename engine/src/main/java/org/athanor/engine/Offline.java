package org.athanor.engine;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

import org.athanor.engine.database.Dialects;
import org.athanor.engine.dialect.Dialect;
import org.athanor.engine.dialect.Product;
import org.athanor.engine.graph.Identifiers;
import org.athanor.engine.graph.Target;
import org.athanor.engine.hazard.Facts;
import org.athanor.engine.plan.Course;
import org.athanor.engine.plan.OfflineSql;
import org.athanor.engine.plan.Plan;
import org.athanor.engine.plan.Planner;
import org.athanor.engine.plan.SchemaHistory;
import org.athanor.engine.plan.Stamps;
import org.athanor.engine.plan.Step;
import org.athanor.engine.plan.Transactions;
import org.athanor.engine.problem.Problem;
import org.athanor.engine.problem.ProblemKind;
import org.athanor.engine.problem.Refusal;
import org.athanor.engine.project.Project;
import org.athanor.engine.revision.Revision;
import org.athanor.engine.revision.RevisionId;
import org.athanor.engine.script.CallerArguments;
import org.athanor.engine.script.Occasion;
import org.athanor.engine.script.ScriptReader;
import org.athanor.engine.sql.Statement;

/// Plans without a database: where it would stand is said, not read.
public final class Offline {
    private final Project project;
    private final Dialect dialect;
    private final ScriptReader scripts;
    private final boolean judging;

    private Offline(Project project, Dialect dialect, ScriptReader scripts, boolean judging) {
        this.project = project;
        this.dialect = dialect;
        this.scripts = scripts;
        this.judging = judging;
    }

    /// Plans of the sound part of the project: whoever prints a script to be run asks first whether all of it is sound.
    public static Offline open(Project project, Product product) {
        return open(project, product, CallerArguments.NONE);
    }

    /// The same, with what a person gave for the revisions to look at.
    public static Offline open(Project project, Product product, CallerArguments given) {
        return new Offline(project, Dialects.of(product), project.scripts(given), false);
    }

    /// The same; each step says what it may do to a database, as far as that can be told without one.
    public Offline judged() {
        return new Offline(project, dialect, scripts, true);
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

    public Course upgrade(Range range) {
        project.refuseUnlessSound();
        var from = revisions(range.from());
        return planner(from).upgrade(rows(from), Target.parse(range.to()));
    }

    public Course downgrade(Range range) {
        if (range.from().isEmpty()) {
            throw new Refusal(ProblemKind.BAD_TARGET, "A downgrade without a database needs a start",
                    "Write from:to, such as head:base.");
        }
        project.refuseUnlessSound();
        var from = revisions(range.from());
        return planner(from).downgrade(rows(from), Target.parse(range.to()));
    }

    /// The way between the two ends, whichever direction that is.
    public Course between(Range range) {
        return project.tellingFaultsFirst(() -> {
            var from = revisions(range.from());
            return planner(from).toward(rows(from), Target.parse(range.to()));
        });
    }

    /// One start holds for all targets, and several of them may name it.
    public Course stamp(List<String> targets) {
        project.refuseUnlessSound();
        var ranges = targets.stream().map(Range::parse).toList();
        var starts = ranges.stream().flatMap(range -> range.from().stream()).distinct().toList();
        if (starts.size() > 1) {
            throw new Refusal(ProblemKind.BAD_TARGET,
                    "The targets start from different revisions: " + String.join(", ", starts),
                    "Name one start for all of them.");
        }
        var from = revisions(starts.stream().findFirst());
        return planner(from).stamp(rows(from), ranges.stream().map(r -> Target.parse(r.to())).toList(),
                Stamps.Rows.KEPT);
    }

    /// All of a course, if it can be run.
    public Plan runnable(Course course) {
        var plan = course.plan();
        plan.refuseUnlessRunnable();
        scripts.keep();
        return plan;
    }

    /// What is wrong with the project.
    public List<Problem> problems() {
        return project.problems();
    }

    /// Gives a course as a script for another program, block by block as the steps are made; `headline` says what stands in
    /// the comment before a step.
    public void write(Course course, Function<Step, String> headline, Consumer<String> blocks) {
        OfflineSql.write(course, project.config().versionTable(), headline, blocks);
        scripts.keep();
    }

    /// What makes the version table.
    public Statement createVersionTable() {
        return project.config().versionTable().create(dialect);
    }

    /// Gives the same as a script for another program, block by block.
    public void writeVersionTable(Consumer<String> blocks) {
        OfflineSql.write(createVersionTable(), dialect.product(), transactions(), blocks);
    }

    /// The schema at the start is the one that the revisions make by then.
    private Planner planner(List<Revision> from) {
        var schema = new SchemaHistory(project.graph(), scripts, dialect).with(from);
        var planner = new Planner(project.graph(), scripts, project.config().versionTable(),
                new Occasion(dialect, Occasion.Mode.OFFLINE, schema), transactions());
        return judging ? planner.judging(Facts.NONE) : planner;
    }

    private Transactions transactions() {
        return Transactions.of(dialect.product(), project.config().transactionPerMigration());
    }

    /// Where the database is said to stand.
    private List<Revision> revisions(Optional<String> from) {
        return from.map(text -> switch (Target.parse(text)) {
            case Target.Named named -> new Identifiers(project.graph()).named(named);
            case Target.Relative relative -> throw new Refusal(ProblemKind.BAD_TARGET,
                    "'%s' counts from where a database stands, and none is asked".formatted(relative),
                    "Start from an id, a label, head, heads or base.");
        }).orElse(List.of());
    }

    /// The rows that the version table would hold; no table at base.
    private static Optional<List<RevisionId>> rows(List<Revision> from) {
        return from.isEmpty() ? Optional.empty() : Optional.of(from.stream().map(Revision::id).toList());
    }
}
