package org.athanor.engine.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.athanor.engine.database.VersionTable;
import org.athanor.engine.dialect.Dialect;
import org.athanor.engine.graph.RevisionGraph;
import org.athanor.engine.graph.Routes;
import org.athanor.engine.graph.Target;
import org.athanor.engine.problem.Problem;
import org.athanor.engine.problem.ProblemKind;
import org.athanor.engine.problem.Refusal;
import org.athanor.engine.revision.Revision;
import org.athanor.engine.revision.RevisionId;
import org.athanor.engine.script.Direction;
import org.athanor.engine.script.ScriptReader;

/// Turns graph, current rows and target into a plan. Asks no database and changes nothing.
public final class Planner {
    private final RevisionGraph graph;
    private final ScriptReader scripts;
    private final VersionTable versionTable;
    private final Dialect dialect;

    public Planner(RevisionGraph graph, ScriptReader scripts, VersionTable versionTable, Dialect dialect) {
        this.graph = graph;
        this.scripts = scripts;
        this.versionTable = versionTable;
        this.dialect = dialect;
    }

    /// The way up. `rows` is what the version table holds, or nothing where there is no such table.
    public Plan upgrade(Optional<List<RevisionId>> rows, Target target) {
        var current = known(rows.orElse(List.of()));
        return plan(Direction.UPGRADE, rows, current, new Routes(graph).upgrade(current, target));
    }

    /// The way down.
    public Plan downgrade(Optional<List<RevisionId>> rows, Target target) {
        var current = known(rows.orElse(List.of()));
        return plan(Direction.DOWNGRADE, rows, current, new Routes(graph).downgrade(current, target));
    }

    private Plan plan(Direction direction, Optional<List<RevisionId>> table, List<Revision> current,
            List<Revision> route) {
        var rows = new VersionRows(graph, current);
        var from = rows.ids();
        Function<Revision, List<VersionChange>> change = switch (direction) {
            case UPGRADE -> rows::apply;
            case DOWNGRADE -> rows::revert;
        };
        var steps = new ArrayList<Step>();
        for (var revision : route) {
            var changes = change.apply(revision);
            steps.add(step(direction, revision, changes, rows.ids()));
        }
        var setup = table.isEmpty() && !steps.isEmpty()
                ? List.of(versionTable.create(dialect))
                : List.<org.athanor.engine.sql.Statement>of();
        return new Plan(direction, dialect, from, rows.ids(), setup, steps);
    }

    private Step step(Direction direction, Revision revision, List<VersionChange> changes, List<RevisionId> heads) {
        var script = scripts.read(revision, direction, dialect);
        var versionStatements = changes.stream().map(c -> c.statement(versionTable, dialect)).toList();
        var step = new Step(direction, revision, script, changes, versionStatements, heads, List.of());
        var hazards = step.statements().stream().flatMap(s -> Hazard.of(s, dialect).stream()).toList();
        return new Step(direction, revision, script, changes, versionStatements, heads, hazards);
    }

    private List<Revision> known(List<RevisionId> rows) {
        var missing = rows.stream().filter(id -> graph.find(id).isEmpty()).toList();
        if (!missing.isEmpty()) {
            throw new Refusal(missing(missing));
        }
        return rows.stream().flatMap(id -> graph.find(id).stream()).toList();
    }

    /// The database names revisions that this folder lacks.
    public static Problem missing(List<RevisionId> ids) {
        var names = ids.stream().map(RevisionId::value).collect(Collectors.joining(", "));
        return Problem.of(ProblemKind.UNKNOWN_REVISION,
                "The database stands at %s, which is not in this folder".formatted(names),
                "Is this the right project and branch of it? Get the missing file, or look at another database.");
    }
}
