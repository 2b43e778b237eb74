package org.athanor.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.athanor.app.export.ComparisonPage;
import org.athanor.app.export.ComparisonScript;
import org.athanor.engine.compare.Comparison;
import org.athanor.engine.problem.Problem;
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

    private final Given<Optional<Path>> html = arguments.option("--html FILE", Path.class,
            "Write the comparison to a file as a page of HTML, too, with both sides of each difference and the script.");

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
        html.get().map(session()::resolve).ifPresent(
                to -> write(ComparisonPage.html(comparison, left.title(), right.title()), to));
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

    private List<Statement> statements(Comparison comparison) {
        var script = ComparisonScript.of(comparison);
        script.warnings().forEach(warning -> output().warn(warning));
        script.problem().ifPresent(problem -> {
            throw new Refusal(problem);
        });
        return script.statements();
    }

    private void write(String page, Path to) {
        try {
            Files.writeString(to, page);
        } catch (IOException e) {
            throw new Refusal(Problem.at(to, 0, ProblemKind.CANNOT_WRITE,
                    "The file can't be written: " + e.getMessage(), "May you write there, and is there a folder?"));
        }
        confirm("Written: " + to);
    }
}
