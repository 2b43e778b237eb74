package org.athanor.engine.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import org.athanor.engine.database.VersionTable;
import org.athanor.engine.dialect.Product;
import org.athanor.engine.revision.RevisionId;
import org.athanor.engine.sql.Statement;

/// A plan as a script for another program to run, in the shape of Alembic's `--sql`: on PostgreSQL one transaction
/// around all of it, on SQLite none; each step after a comment that names it.
public final class OfflineSql {
    private final VersionTable versionTable;
    private final Function<Step, String> headline;
    private final List<String> blocks = new ArrayList<>();

    private OfflineSql(VersionTable versionTable, Function<Step, String> headline) {
        this.versionTable = versionTable;
        this.headline = headline;
    }

    /// The script; `headline` says what stands in the comment before a step.
    public static String of(Plan plan, VersionTable versionTable, Function<Step, String> headline) {
        return new OfflineSql(versionTable, headline).script(plan);
    }

    private String script(Plan plan) {
        boolean transactional = plan.dialect().product() == Product.POSTGRESQL;
        if (transactional) {
            blocks.add("BEGIN;");
        }
        var rows = plan.from();
        for (var step : plan.steps()) {
            add(step, rows, plan, transactional);
            rows = step.headsAfter();
        }
        if (transactional) {
            blocks.add("COMMIT;");
        }
        return String.join("\n\n", blocks) + (blocks.isEmpty() ? "" : "\n");
    }

    private void add(Step step, List<RevisionId> rows, Plan plan, boolean transactional) {
        if (rows.isEmpty()) {
            add(versionTable.create(plan.dialect()));
        }
        blocks.add("-- " + headline.apply(step));
        for (var statement : step.statements()) {
            if (statement.transactional() || !transactional) {
                add(statement);
            } else {
                blocks.add("COMMIT;");
                add(statement);
                blocks.add("BEGIN;");
            }
        }
        step.versionStatements().forEach(this::add);
    }

    private void add(Statement statement) {
        blocks.add(statement.text() + ";");
    }
}
