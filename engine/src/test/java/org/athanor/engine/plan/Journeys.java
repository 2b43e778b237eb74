package org.athanor.engine.plan;

import static org.athanor.engine.graph.Histories.ids;
import static org.athanor.engine.graph.Histories.names;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.athanor.engine.database.VersionTable;
import org.athanor.engine.dialect.sqlite.Sqlite;
import org.athanor.engine.graph.RevisionGraph;
import org.athanor.engine.graph.Target;
import org.athanor.engine.script.Script;

/// Plans journeys through a graph whose scripts are empty: `upgrade("a", "+2")` from the rows `a` is told as
/// `b c => c`, the steps and the rows after them.
final class Journeys {
    private final Planner planner;

    Journeys(RevisionGraph graph) {
        this.planner = new Planner(graph, (_, _, occasion) -> occasion.unchanged(new Script.Static(List.of())),
                VersionTable.DEFAULT, Occasions.on(new Sqlite()));
    }

    String upgrade(String rows, String target) {
        return told(planUpgrade(rows, target));
    }

    String downgrade(String rows, String target) {
        return told(planDowngrade(rows, target));
    }

    Plan planUpgrade(String rows, String target) {
        return planner.upgrade(Optional.of(ids(rows)), Target.parse(target)).plan();
    }

    Plan planDowngrade(String rows, String target) {
        return planner.downgrade(Optional.of(ids(rows)), Target.parse(target)).plan();
    }

    /// The rows that a stamp to all of the targets leaves.
    String stamp(String rows, String targets) {
        return names(planStamp(rows, targets).to());
    }

    Plan planStamp(String rows, String targets) {
        return planner.stamp(Optional.of(ids(rows)), Stream.of(targets.split(" ")).map(Target::parse).toList(),
                Stamps.Rows.KEPT).plan();
    }

    private static String told(Plan plan) {
        return (names(plan.steps().stream().map(Step::name).toList()) + " => " + names(plan.to())).strip();
    }
}
