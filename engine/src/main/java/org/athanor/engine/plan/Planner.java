package org.athanor.engine.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.athanor.engine.database.VersionTable;
import org.athanor.engine.dialect.Dialect;
import org.athanor.engine.graph.CurrentRows;
import org.athanor.engine.graph.Follow;
import org.athanor.engine.graph.Identifiers;
import org.athanor.engine.graph.RevisionGraph;
import org.athanor.engine.graph.Routes;
import org.athanor.engine.graph.Target;
import org.athanor.engine.hazard.Facts;
import org.athanor.engine.hazard.Hazard;
import org.athanor.engine.hazard.Judge;
import org.athanor.engine.hazard.WayBack;
import org.athanor.engine.operation.Evolution;
import org.athanor.engine.problem.Refusal;
import org.athanor.engine.revision.Revision;
import org.athanor.engine.revision.RevisionId;
import org.athanor.engine.script.Direction;
import org.athanor.engine.script.Occasion;
import org.athanor.engine.script.Script;
import org.athanor.engine.script.ScriptReader;
import org.athanor.engine.sql.Statement;

/// Turns graph, current rows and target into a plan. Asks no database and changes nothing.
public final class Planner {
    private final RevisionGraph graph;
    private final ScriptReader scripts;
    private final VersionTable versionTable;
    private final Dialect dialect;
    private final Occasion start;
    private final Transactions transactions;
    private final Optional<Facts> facts;

    /// A planner of runs that start with this occasion: the product, and the schema as it stands.
    public Planner(RevisionGraph graph, ScriptReader scripts, VersionTable versionTable, Occasion start) {
        this(graph, scripts, versionTable, start, Transactions.of(start.dialect().product(), false));
    }

    /// The same, cut into transactions as the project wants it.
    public Planner(RevisionGraph graph, ScriptReader scripts, VersionTable versionTable, Occasion start,
            Transactions transactions) {
        this(graph, scripts, versionTable, start, transactions, Optional.empty());
    }

    private Planner(RevisionGraph graph, ScriptReader scripts, VersionTable versionTable, Occasion start,
            Transactions transactions, Optional<Facts> facts) {
        this.graph = graph;
        this.scripts = scripts;
        this.versionTable = versionTable;
        this.dialect = start.dialect();
        this.start = start;
        this.transactions = transactions;
        this.facts = facts;
    }

    /// The same planner, which also judges what each step may do, by these facts about the database.
    public Planner judging(Facts known) {
        return new Planner(graph, scripts, versionTable, start, transactions, Optional.of(known));
    }

    /// The way up. `rows` is what the version table holds, or nothing where there is no such table.
    public Course upgrade(Optional<List<RevisionId>> rows, Target target) {
        return along(rows, new Routes(graph).upgrade(known(rows.orElse(List.of())), target));
    }

    /// The way down.
    public Course downgrade(Optional<List<RevisionId>> rows, Target target) {
        var current = known(rows.orElse(List.of()));
        var versionRows = new VersionRows(graph, current);
        var route = new Routes(graph).downgrade(current, target);
        scripts.expect(route, Direction.DOWNGRADE, start);
        var walk = new Steps(Direction.DOWNGRADE, start.before());
        return course(Move.DOWNGRADE, rows, versionRows.ids(),
                route.stream().map(r -> walk.step(r, versionRows.revert(r), versionRows.ids())));
    }

    /// The way up through these revisions, in this order: each follows on what is there by then.
    public Course along(Optional<List<RevisionId>> rows, List<Revision> route) {
        var versionRows = new VersionRows(graph, known(rows.orElse(List.of())));
        scripts.expect(route, Direction.UPGRADE, start);
        var walk = new Steps(Direction.UPGRADE, start.before());
        return course(Move.UPGRADE, rows, versionRows.ids(),
                route.stream().map(r -> walk.step(r, versionRows.apply(r), versionRows.ids())));
    }

    /// The way down from one revision alone, on which nothing stands.
    public Course back(Optional<List<RevisionId>> rows, Revision revision) {
        var versionRows = new VersionRows(graph, known(rows.orElse(List.of())));
        var walk = new Steps(Direction.DOWNGRADE, start.before());
        return course(Move.DOWNGRADE, rows, versionRows.ids(),
                Stream.of(revision).map(r -> walk.step(r, versionRows.revert(r), versionRows.ids())));
    }

    /// The way to a target, whichever way that leads: down if what it names is applied and something stands on it.
    public Course toward(Optional<List<RevisionId>> rows, Target target) {
        return leadsDown(known(rows.orElse(List.of())), target) ? downgrade(rows, target) : upgrade(rows, target);
    }

    private boolean leadsDown(List<Revision> current, Target target) {
        return switch (target) {
            case Target.Relative(_, var from, var steps) when from.isEmpty() -> steps < 0;
            case Target.Relative _ -> false;
            case Target.Named(_, var name) when name.equals(Target.BASE) -> true;
            case Target.Named named -> {
                var applied = graph.ancestors(current, Follow.PARENTS_AND_DEPENDENCIES);
                var goals = new Identifiers(graph).named(named);
                yield !goals.isEmpty() && goals.stream().allMatch(g -> applied.contains(g) && !current.contains(g));
            }
        };
    }

    /// What the version table shall say, whatever the database holds: rows on the targets' lines give way to the
    /// targets, other rows stay. With `Rows.PURGED` all rows go first, known or not.
    public Course stamp(Optional<List<RevisionId>> rows, List<Target> targets, Stamps.Rows before) {
        var existing = rows.orElse(List.of());
        var stamps = new Stamps(graph, before == Stamps.Rows.PURGED ? List.of() : known(existing));
        var steps = new ArrayList<Step>();
        if (before == Stamps.Rows.PURGED && !existing.isEmpty()) {
            var purge = existing.stream().<VersionChange>map(VersionChange.Delete::new).toList();
            steps.add(stampStep(new Stamps.Leg(Optional.empty(), purge, List.of())));
        }
        stamps.to(targets).forEach(leg -> steps.add(stampStep(leg)));
        return course(Move.STAMP, rows, existing, steps.stream());
    }

    private Course course(Move move, Optional<List<RevisionId>> table, List<RevisionId> from, Stream<Step> steps) {
        var setup = table.isEmpty() ? List.of(versionTable.create(dialect)) : List.<Statement>of();
        return new Course(move, dialect, from, setup, steps, transactions);
    }

    /// Steps one after the other, and the schema on its way through them.
    private final class Steps {
        private final Direction direction;
        private final Optional<Judge> judge = facts.map(known -> new Judge(dialect, known));
        private Evolution schema;

        Steps(Direction direction, Evolution schema) {
            this.direction = direction;
            this.schema = schema;
        }

        Step step(Revision revision, List<VersionChange> changes, List<RevisionId> heads) {
            var reading = scripts.read(revision, direction, new Occasion(dialect, start.mode(), schema));
            var before = schema;
            schema = reading.after();
            var move = direction == Direction.UPGRADE ? Move.UPGRADE : Move.DOWNGRADE;
            var step = new Step(move, Optional.of(revision), reading.script(), changes, statements(changes), heads,
                    dialect, List.of());
            return judge.map(j -> step.with(hazards(j, revision, reading.script(), before)).with(
                    cleared(reading.script()))).orElse(step);
        }

        /// An index that was left half built goes before it is built anew. A step that asks the database is known too late for
        /// that.
        private Script cleared(Script script) {
            return script instanceof Script.Static(var statements, var limits)
                    ? new Script.Static(statements.stream().flatMap(s -> Stream.concat(
                            facts.flatMap(known -> known.clearance(s)).stream(), Stream.of(s))).toList(), limits)
                    : script;
        }

        private List<Hazard> hazards(Judge judge, Revision revision, Script script, Evolution before) {
            var found = new ArrayList<>(judge.hazards(script, before));
            if (direction == Direction.UPGRADE && script.kind() != Script.Kind.UNREADABLE) {
                var back = scripts.read(revision, Direction.DOWNGRADE, new Occasion(dialect, start.mode(), schema));
                WayBack.hazard(script, back.script(), dialect).ifPresent(found::add);
            }
            return found;
        }
    }

    private Step stampStep(Stamps.Leg leg) {
        return new Step(Move.STAMP, leg.revision(), new Script.Static(List.of()), leg.changes(),
                statements(leg.changes()), leg.headsAfter(), dialect, List.of());
    }

    private List<Statement> statements(List<VersionChange> changes) {
        return changes.stream().map(c -> c.statement(versionTable, dialect)).toList();
    }

    private List<Revision> known(List<RevisionId> rows) {
        var current = CurrentRows.of(graph, rows);
        if (!current.unknown().isEmpty()) {
            throw new Refusal(current.problems());
        }
        return current.known();
    }
}
