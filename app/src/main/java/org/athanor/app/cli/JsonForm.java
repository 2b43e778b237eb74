package org.athanor.app.cli;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.athanor.engine.graph.RevisionGraph;
import org.athanor.engine.hazard.Amount;
import org.athanor.engine.hazard.Hazard;
import org.athanor.engine.hazard.LockMode;
import org.athanor.engine.plan.Plan;
import org.athanor.engine.plan.Step;
import org.athanor.engine.plan.VersionChange;
import org.athanor.engine.problem.Problem;
import org.athanor.engine.revision.Revision;
import org.athanor.engine.revision.RevisionId;
import org.athanor.engine.schema.TableName;
import org.athanor.engine.sql.Statement;

/// The engine's data in the JSON that scripts rely on.
final class JsonForm {
    private JsonForm() {}

    static Json revision(Revision revision, RevisionGraph graph) {
        return Json.object().with("revision", revision.id()).with("down_revision", revision.downRevisions())
                .with("depends_on", revision.dependsOn()).with("branch_labels", List.copyOf(graph.labels(revision)))
                .with("message", revision.message()).with("created", revision.created()).with("file", revision.path())
                .with("format", revision.file().format().name().toLowerCase(java.util.Locale.ROOT))
                .with("is_base", revision.isBase()).with("is_head", graph.isHead(revision))
                .with("is_branch_point", graph.isBranchPoint(revision)).with("is_merge_point", revision.isMerge());
    }

    static Json revisions(List<Revision> revisions, RevisionGraph graph) {
        return Json.object().with("revisions", revisions.stream().map(r -> revision(r, graph)).toList());
    }

    /// A plan, and the problems of the project it is made of.
    static Json plan(Plan plan, List<Problem> problems) {
        return Json.object().with("from", plan.from()).with("to", plan.to())
                .with("runnable", plan.isRunnable() && problems.isEmpty())
                .with("dialect", plan.dialect().product().code()).with("transactions", plan.transactions().code())
                .with("steps", plan.steps().stream().map(JsonForm::step).toList());
    }

    static Json problem(Problem problem) {
        return Json.object().with("kind", problem.kind().code()).with("file", problem.place().map(Problem.Place::file))
                .with("line", problem.place().map(Problem.Place::line).filter(line -> line > 0))
                .with("message", problem.message()).with("hint", problem.hint());
    }

    static List<Json> problems(List<Problem> problems) {
        return problems.stream().map(JsonForm::problem).toList();
    }

    static Json error(List<Problem> problems) {
        return Json.object().with("error", problem(problems.getFirst())).with("problems", problems(problems));
    }

    static Json step(Step step) {
        var json = Json.object().with("direction", step.move().code())
                .with("revision", step.revision().map(Revision::id))
                .with("message", step.title()).with("file", step.revision().map(Revision::path))
                .with("kind", step.kind().code());
        return obstacle(json, step.doubt())
                .with("lock_timeout_ms", step.script().limits().lock().map(Duration::toMillis))
                .with("statement_timeout_ms", step.script().limits().statement().map(Duration::toMillis))
                .with("statements", step.statements().stream().map(JsonForm::statement).toList())
                .with("version_changes", step.versionChanges().stream().map(JsonForm::change).toList())
                .with("heads_after", step.headsAfter())
                .with("hazards", step.hazards().stream().map(JsonForm::hazard).toList());
    }

    /// Why a script isn't known as a whole: what, where, and what to do.
    static Json obstacle(Json step, Optional<Problem> obstacle) {
        return step.with("reason", obstacle.map(Problem::message))
                .with("line", obstacle.flatMap(Problem::place).map(Problem.Place::line).filter(line -> line > 0))
                .with("hint", obstacle.map(Problem::hint));
    }

    static Json statement(Statement statement) {
        return Json.object().with("sql", statement.text()).with("transactional", statement.transactional())
                .with("line", statement.line());
    }

    private static Json change(VersionChange change) {
        return switch (change) {
            case VersionChange.Insert(RevisionId id) -> Json.object().with("op", "insert").with("revision", id);
            case VersionChange.Delete(RevisionId id) -> Json.object().with("op", "delete").with("revision", id);
            case VersionChange.Update(RevisionId from, RevisionId to) -> Json.object().with("op", "update")
                    .with("from", from).with("to", to);
        };
    }

    private static Json hazard(Hazard hazard) {
        return Json.object().with("kind", hazard.kind().code()).with("severity", hazard.severity().code())
                .with("sql", hazard.statement().map(Statement::text))
                .with("line", hazard.statement().map(Statement::line).filter(line -> line > 0))
                .with("table", hazard.table().map(TableName::toString)).with("column", hazard.column())
                .with("rows", hazard.extent().rows().map(JsonForm::amount))
                .with("values", hazard.extent().values().map(JsonForm::amount))
                .with("bytes", hazard.extent().bytes()).with("lock", hazard.lock().map(LockMode::words))
                .with("message", hazard.message()).with("safer_way", hazard.saferWay());
    }

    private static Json amount(Amount amount) {
        return Json.object().with("number", amount.number()).with("precision", amount.precision().code());
    }
}
