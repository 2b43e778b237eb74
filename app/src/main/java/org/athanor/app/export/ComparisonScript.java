package org.athanor.app.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.athanor.engine.compare.Comparison;
import org.athanor.engine.compare.Remedy;
import org.athanor.engine.dialect.Unsupported;
import org.athanor.engine.problem.Problem;
import org.athanor.engine.problem.ProblemKind;
import org.athanor.engine.sql.Statement;

/// What leads from the one schema to the other, and what a person has to know before using it. Without statements `problem` says
/// why there are none.
public record ComparisonScript(List<Statement> statements, List<String> warnings, Optional<Problem> problem) {
    public ComparisonScript {
        statements = List.copyOf(statements);
        warnings = List.copyOf(warnings);
    }

    /// Where something may have been renamed, the script drops and adds: that is said, not done silently.
    public static ComparisonScript of(Comparison comparison) {
        var remedy = Remedy.of(comparison);
        var warnings = new ArrayList<String>();
        remedy.unmended().forEach(u -> warnings.add("%s %s stays as it is: %s".formatted(
                u.difference().subject().kind(), u.difference().subject().path(), u.reason())));
        comparison.renameCandidates().forEach(
                c -> warnings.add("%s may be called %s now (%s); this script drops the one and makes the other"
                        .formatted(c.from(), c.newName(), String.join("; ", c.evidence()))));
        try {
            return new ComparisonScript(remedy.statements(), warnings, Optional.empty());
        } catch (Unsupported unsupported) {
            return new ComparisonScript(List.of(), warnings, Optional.of(
                    Problem.of(ProblemKind.NOT_SUPPORTED, unsupported.message(), unsupported.hint())));
        }
    }

    /// All statements, one after the other.
    public String sql() {
        return statements.stream().map(statement -> statement.text() + ";").collect(Collectors.joining("\n\n"));
    }
}
