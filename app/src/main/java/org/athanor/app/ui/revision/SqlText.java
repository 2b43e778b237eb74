package org.athanor.app.ui.revision;

import java.util.List;
import java.util.stream.Collectors;

import org.athanor.engine.problem.Problem;
import org.athanor.engine.script.Script;
import org.athanor.engine.sql.Statement;

/// The SQL of one direction of a revision, or why there is none to show.
public sealed interface SqlText {
    record Loading() implements SqlText {}

    record Sql(String text) implements SqlText {}

    record Nothing() implements SqlText {}

    record NoDialect() implements SqlText {}

    /// What is known before the script asks the database, and what it asks for.
    record Live(Problem reason, String known) implements SqlText {}

    record Unreadable(Problem reason) implements SqlText {}

    static SqlText of(Script script) {
        return switch (script) {
            case Script.Unreadable(var problem) -> new Unreadable(problem);
            case Script.Live(var problem, var statements, _) -> new Live(problem, join(statements));
            case Script.Static(var statements, _) -> statements.isEmpty() ? new Nothing() : new Sql(join(statements));
        };
    }

    /// A problem as lines of SQL that do nothing.
    static String comment(Problem problem) {
        return problem.text().lines().map(line -> "-- " + line + "\n").collect(Collectors.joining());
    }

    /// Statements as one script that could be pasted elsewhere.
    static String join(List<Statement> statements) {
        return statements.stream().map(statement -> statement.text() + ";").collect(Collectors.joining("\n\n"));
    }
}
