package org.athanor.engine.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;

import org.athanor.engine.dialect.Dialect;
import org.athanor.engine.graph.Follow;
import org.athanor.engine.graph.RevisionGraph;
import org.athanor.engine.graph.RevisionSet;
import org.athanor.engine.hazard.TableBalance;
import org.athanor.engine.operation.Evolution;
import org.athanor.engine.revision.Revision;
import org.athanor.engine.schema.Schema;
import org.athanor.engine.script.Direction;
import org.athanor.engine.script.Occasion;
import org.athanor.engine.script.Script;
import org.athanor.engine.script.ScriptReader;

/// The schema as the revisions make it, without a database.
public final class SchemaHistory {
    private final RevisionGraph graph;
    private final ScriptReader scripts;
    private final Dialect dialect;

    public SchemaHistory(RevisionGraph graph, ScriptReader scripts, Dialect dialect) {
        this.graph = graph;
        this.scripts = scripts;
        this.dialect = dialect;
    }

    /// What a revision does up and down.
    public record BothWays(Revision revision, Script upgrade, Script downgrade) {}

    /// Every revision's scripts, oldest first, each read at the schema that the history has by then.
    public List<BothWays> all() {
        var all = new ArrayList<BothWays>();
        tell(all::add);
        return all;
    }

    /// The same one after the other, for as long as `next` wants more.
    public void tell(Predicate<BothWays> next) {
        var schema = nothing();
        for (var revision : graph.newestFirst().reversed()) {
            var up = scripts.read(revision, Direction.UPGRADE, offline(schema));
            schema = up.after();
            var down = scripts.read(revision, Direction.DOWNGRADE, offline(schema));
            if (!next.test(new BothWays(revision, up.script(), down.script()))) {
                return;
            }
        }
    }

    /// What a revision does, at the schema that the revisions below it make.
    public Script script(Revision revision, Direction direction) {
        var before = direction == Direction.UPGRADE ? below(revision) : with(List.of(revision));
        return scripts.read(revision, direction, offline(before)).script();
    }

    /// The schema where these revisions and all that they need are applied; worked out when somebody asks for it.
    public Evolution with(Collection<Revision> revisions) {
        return after(graph.ancestors(revisions, Follow.PARENTS_AND_DEPENDENCIES));
    }

    /// Which tables these revisions and all that they need leave behind, as their scripts say it.
    public TableBalance tables(Collection<Revision> revisions) {
        var applied = graph.ancestors(revisions, Follow.PARENTS_AND_DEPENDENCIES);
        var balance = new TableBalance(dialect);
        var schema = nothing();
        for (var revision : graph.newestFirst(applied).reversed()) {
            var reading = scripts.read(revision, Direction.UPGRADE, offline(schema));
            balance.add(reading.script(), revision.toString());
            schema = reading.after();
        }
        return balance;
    }

    private Evolution below(Revision revision) {
        return after(graph.ancestors(revision, Follow.PARENTS_AND_DEPENDENCIES)
                .minus(graph.set(List.of(revision))));
    }

    private Evolution after(RevisionSet applied) {
        return Evolution.workingOut(() -> {
            var schema = nothing();
            for (var revision : graph.newestFirst(applied).reversed()) {
                schema = scripts.read(revision, Direction.UPGRADE, offline(schema)).after();
            }
            return schema;
        }, dialect.grammar());
    }

    private Evolution nothing() {
        return Evolution.from(Schema.EMPTY, dialect.grammar());
    }

    private Occasion offline(Evolution before) {
        return new Occasion(dialect, Occasion.Mode.OFFLINE, before);
    }
}
