package org.athanor.app.cli;

import java.util.List;

import org.athanor.engine.compare.Comparison;
import org.athanor.engine.compare.Remedy;
import org.athanor.engine.dialect.Unsupported;
import org.athanor.engine.problem.ProblemKind;
import org.athanor.engine.problem.Refusal;
import org.athanor.engine.sql.Statement;

/// Compares any two schemas.
final class DiffVerb extends Verb {
    private final Given<String> from = arguments.optionOr("database", "--from SCHEMA",
            "What is there: " + Sources.FORMS);

    private final Given<String> to = arguments.optionOr("current", "--to SCHEMA",
            "What is wanted: the same; `current` by default.");

    private final Given<Boolean> sql = arguments.flag("--sql",
            "Print the statements that lead from the one to the other instead.");

    DiffVerb() {
        super("diff", "Compare two schemas: by default the database with what its own revisions make.");
    }

    @Override
    public Integer call() {
        var athanor = session().athanor();
        var sources = new Sources(session(), athanor);
        var left = sources.of(from.get());
        var right = sources.of(to.get());
        var comparison = athanor.compare(left, right);
        var script = sql.get() ? statements(comparison) : List.<Statement>of();
        if (isJson()) {
            var json = DifferenceForm.comparison(comparison, left.title(), right.title());
            output().json(sql.get() ? json.with("statements", script.stream().map(Statement::text).toList()) : json);
        } else if (sql.get()) {
            script.forEach(statement -> output().data(statement.text() + ";"));
        } else {
            DifferenceText.lines(comparison).forEach(output()::data);
            DifferenceText.leftOut(comparison).forEach(output()::message);
            output().data(comparison.isEmpty()
                    ? "No difference between %s and %s.".formatted(left.title(), right.title())
                    : "%s from %s to %s.".formatted(PlanText.count(comparison.differences().size(), "difference"),
                            left.title(), right.title()));
        }
        return ExitCode.DONE;
    }

    /// Where something may have been renamed, the script drops and adds: that is said, not done silently.
    private List<Statement> statements(Comparison comparison) {
        var remedy = Remedy.of(comparison);
        remedy.unmended().forEach(u -> output().message("warning: %s %s stays as it is: %s".formatted(
                u.difference().subject().kind(), u.difference().subject().path(), u.reason())));
        comparison.renameCandidates().forEach(c -> output().message(
                "warning: %s may be called %s now (%s); this script drops the one and makes the other".formatted(
                        c.from(), c.newName(), String.join("; ", c.evidence()))));
        try {
            return remedy.statements();
        } catch (Unsupported unsupported) {
            throw new Refusal(ProblemKind.NOT_SUPPORTED, unsupported.message(), unsupported.hint());
        }
    }
}
