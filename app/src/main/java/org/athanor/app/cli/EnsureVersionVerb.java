package org.athanor.app.cli;

import java.util.Optional;

import org.athanor.app.export.Json;

/// Makes the version table.
final class EnsureVersionVerb extends Verb {
    private final Given<Boolean> sql = arguments.flag("--sql",
            "Print the SQL for another program to run, and ask no database.");

    private final DialectOption dialect = new DialectOption(arguments);

    EnsureVersionVerb() {
        super("ensure_version", "Make the version table where there is none yet.");
    }

    @Override
    public Integer call() {
        if (sql.get()) {
            var offline = session().offline(dialect, Optional.empty());
            if (isJson()) {
                output().json(Json.object().with("sql", offline.createVersionTable().text()));
            } else {
                offline.writeVersionTable(block -> output().soon(block + "\n"));
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
