package org.athanor.app.cli;

import java.nio.file.Files;

import org.athanor.engine.Athanor;
import org.athanor.engine.SchemaSource;
import org.athanor.engine.database.ConnectionSettings;
import org.athanor.engine.database.Database;
import org.athanor.engine.problem.ProblemKind;
import org.athanor.engine.problem.Refusal;

/// What a person calls a schema to compare: `database`, `target`, a URL, a file of statements, or a revision.
record Sources(Session session, Athanor athanor) {
    static final String FORMS = "database, target, a URL, profile:NAME, a file of SQL statements, a revision, or current"
            + " (the revision where the database stands).";

    private static final String PROFILE = "profile:";

    SchemaSource of(String text) {
        return switch (text) {
            case "database" -> new SchemaSource.Actual();
            case "target" -> target();
            case String other when other.startsWith(PROFILE) ->
                new SchemaSource.Other(session.databaseOf(other.substring(PROFILE.length())));
            default -> {
                var path = session.resolve(java.nio.file.Path.of(text.contains("://") ? "." : text));
                if (text.contains("://") || text.startsWith("jdbc:")) {
                    yield new SchemaSource.Other(Database.of(ConnectionSettings.parse(text, session.resolve(
                            java.nio.file.Path.of(".")))));
                }
                yield text.endsWith(".sql") || Files.isRegularFile(path)
                        ? new SchemaSource.File(path)
                        : new SchemaSource.AtRevision(text);
            }
        };
    }

    /// What the project's own settings name.
    SchemaSource target() {
        return athanor.target().orElseThrow(() -> new Refusal(ProblemKind.NO_TARGET,
                "%s doesn't say what the database should be like".formatted(athanor.project().config().file()),
                "Name a file of CREATE statements under [athanor.target]: schema = \"schema.sql\"; or give --to: "
                        + FORMS));
    }
}
