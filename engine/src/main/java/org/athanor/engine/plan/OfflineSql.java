package org.athanor.engine.plan;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

import org.athanor.engine.database.VersionTable;
import org.athanor.engine.dialect.Product;
import org.athanor.engine.problem.Refusal;
import org.athanor.engine.revision.RevisionId;
import org.athanor.engine.sql.Statement;

/// A plan as a script for another program to run, in the shape of Alembic's `--sql`: on PostgreSQL one transaction
/// around all of it or around each step, on SQLite none; each step after a comment that names it. It is written as the steps are made, and
/// ends where one can't be.
public final class OfflineSql {
    private final VersionTable versionTable;
    private final Function<Step, String> headline;
    private final Consumer<String> blocks;

    private OfflineSql(VersionTable versionTable, Function<Step, String> headline, Consumer<String> blocks) {
        this.versionTable = versionTable;
        this.headline = headline;
        this.blocks = blocks;
    }

    /// Gives the script block by block, as the steps are made; `headline` says what stands in the comment before a step.
    public static void write(Course course, VersionTable versionTable, Function<Step, String> headline,
            Consumer<String> blocks) {
        new OfflineSql(versionTable, headline, blocks).write(course);
    }

    /// Gives a statement that belongs to no step.
    public static void write(Statement statement, Product product, Transactions transactions,
            Consumer<String> blocks) {
        boolean inside = isAroundAll(product, transactions);
        if (inside) {
            blocks.accept("BEGIN;");
        }
        blocks.accept(statement.text() + ";");
        if (inside) {
            blocks.accept("COMMIT;");
        }
    }

    private static boolean isAroundAll(Product product, Transactions transactions) {
        return product == Product.POSTGRESQL && transactions == Transactions.ONE_FOR_ALL;
    }

    private void write(Course course) {
        boolean transactional = course.dialect().product() == Product.POSTGRESQL;
        boolean aroundAll = isAroundAll(course.dialect().product(), course.transactions());
        if (aroundAll) {
            blocks.accept("BEGIN;");
        }
        var rows = course.from();
        var steps = course.steps().iterator();
        while (steps.hasNext()) {
            var step = steps.next();
            if (step.doubt().isPresent()) {
                blocks.accept(
                        "-- INCOMPLETE: the script ends before %s, which can't be written".formatted(step.name()));
                throw new Refusal(step.doubt().get());
            }
            if (transactional && !aroundAll) {
                blocks.accept("BEGIN;");
            }
            add(step, rows, course, transactional);
            rows = step.headsAfter();
            if (transactional && !aroundAll) {
                blocks.accept("COMMIT;");
            }
        }
        if (aroundAll) {
            blocks.accept("COMMIT;");
        }
    }

    private void add(Step step, List<RevisionId> rows, Course course, boolean transactional) {
        if (rows.isEmpty()) {
            add(versionTable.create(course.dialect()));
        }
        blocks.accept("-- " + headline.apply(step));
        var limits = transactional ? TimeLimitsSql.of(step.script().limits()) : TimeLimitsSql.NONE;
        limits.set().forEach(this::add);
        boolean inside = true;
        for (var statement : step.statements()) {
            boolean wanted = statement.transactional() || !transactional;
            if (wanted != inside) {
                blocks.accept(wanted ? "BEGIN;" : "COMMIT;");
                inside = wanted;
            }
            add(statement);
        }
        if (!inside) {
            blocks.accept("BEGIN;");
        }
        step.versionStatements().forEach(this::add);
        limits.reset().forEach(this::add);
    }

    private void add(Statement statement) {
        blocks.accept(statement.text() + ";");
    }
}
