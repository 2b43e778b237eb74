package org.athanor.app.workspace;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import java.util.stream.Stream;

import org.athanor.engine.dialect.Dialect;
import org.athanor.engine.plan.SchemaHistory;
import org.athanor.engine.plan.SchemaHistory.BothWays;
import org.athanor.engine.problem.Problem;
import org.athanor.engine.problem.ProblemKind;
import org.athanor.engine.project.Project;
import org.athanor.engine.revision.Revision;
import org.athanor.engine.script.Script;

/// A whole project looked through: what is wrong with the folder and its settings, and what each revision is. It was cut
/// short if somebody wanted no more.
public record Examination(List<Problem> problems, List<Problem> notes, List<Finding> findings, boolean isCutShort) {
    public Examination {
        problems = List.copyOf(problems);
        notes = List.copyOf(notes);
        findings = List.copyOf(findings);
    }

    /// What a revision is on its way up and down, and what stands in its way.
    public record Finding(Revision revision, Script.Kind upgrade, Script.Kind downgrade, Optional<Problem> doubt) {
        static Finding of(BothWays both) {
            return new Finding(both.revision(), both.upgrade().kind(), both.downgrade().kind(),
                    both.upgrade().doubt().or(() -> both.downgrade().doubt()));
        }
    }

    /// Reads everything, for as long as `wanted` says so, and tells how many revisions it has read. It needs no database.
    public static Examination of(Project project, Dialect dialect, IntConsumer progress, BooleanSupplier wanted) {
        var findings = new ArrayList<Finding>();
        Set<Problem> broken = new LinkedHashSet<>();
        new SchemaHistory(project.graph(), project.scripts(), dialect).tell(both -> {
            findings.add(Finding.of(both));
            Stream.of(both.upgrade(), both.downgrade()).flatMap(script -> script.doubt().stream())
                    .filter(doubt -> doubt.kind() == ProblemKind.BAD_SCRIPT).forEach(broken::add);
            progress.accept(findings.size());
            return wanted.getAsBoolean();
        });
        var problems = Stream.of(project.problems(), project.faultsOfNewFiles(), broken)
                .flatMap(java.util.Collection::stream).distinct().toList();
        return new Examination(problems, project.config().notes(), findings.reversed(),
                findings.size() < project.graph().newestFirst().size());
    }
}
