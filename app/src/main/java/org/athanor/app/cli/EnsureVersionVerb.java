package org.athanor.app.cli;

import java.util.Optional;

import org.athanor.app.export.Json;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Makes the version table.
@Command(name = "ensure_version", description = "Make the version table where there is none yet.")
final class EnsureVersionVerb extends Verb {
    @Option(names = "--sql", description = "Print the SQL for another program to run, and ask no database.")
    private boolean sql;

    @Mixin
    private DialectOption dialect = new DialectOption();

    @Override
    public Integer call() {
        if (sql) {
            var statement = session().offline(dialect, Optional.empty()).createVersionTable();
            if (isJson()) {
                output().json(Json.object().with("sql", statement.text()));
            } else {
                output().data(statement.text() + ";");
            }
            return ExitCode.DONE;
        }
        boolean made = session().athanor().ensureVersionTable();
        if (isJson()) {
            output().json(Json.object().with("created", made));
        }
        return ExitCode.DONE;
    }
}
