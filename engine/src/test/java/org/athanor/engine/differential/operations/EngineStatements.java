package org.athanor.engine.differential.operations;

import java.util.Map;
import java.util.stream.Collectors;

import org.athanor.engine.Offline;
import org.athanor.engine.Offline.Range;
import org.athanor.engine.dialect.Product;
import org.athanor.engine.plan.Plan;
import org.athanor.engine.plan.Step;
import org.athanor.engine.problem.Problem;
import org.athanor.engine.problem.Refusal;
import org.athanor.engine.project.Project;
import org.athanor.engine.script.Direction;
import org.athanor.engine.sql.Statement;

/// Our engine, asked the same way.
final class EngineStatements {
    Printed print(CaseFolder folder, Product product, Direction direction) {
        try {
            var offline = Offline.open(Project.open(folder.configuration(), Map.of()), product);
            var course = switch (direction) {
                case UPGRADE -> offline.upgrade(Range.parse(CaseFolder.REVISION));
                case DOWNGRADE -> offline.downgrade(Range.parse(CaseFolder.REVISION + ":base"));
            };
            return printed(course.plan());
        } catch (Refusal refusal) {
            return new Printed.Refused(refusal.problem().text());
        }
    }

    private static Printed printed(Plan plan) {
        var step = plan.steps().stream().filter(s -> s.name().equals(CaseFolder.REVISION)).findFirst().orElseThrow();
        if (!plan.isRunnable()) {
            return new Printed.Refused(
                    plan.obstacles().stream().map(Problem::text).collect(Collectors.joining("; ")));
        }
        return statements(step, plan.dialect().product());
    }

    private static Printed statements(Step step, Product product) {
        return new Printed.Statements(
                Folding.sorted(step.statements().stream().map(statement -> line(statement, product)).toList()));
    }

    /// On SQLite a script says nothing about transactions.
    private static String line(Statement statement, Product product) {
        boolean outside = !statement.transactional() && product == Product.POSTGRESQL;
        return (outside ? Folding.OUTSIDE : "") + Folding.fold(statement.text());
    }
}
