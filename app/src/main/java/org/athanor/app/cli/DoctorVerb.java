package org.athanor.app.cli;

import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.athanor.engine.database.Dialects;
import org.athanor.engine.dialect.Product;
import org.athanor.engine.plan.SchemaHistory;
import org.athanor.engine.plan.SchemaHistory.BothWays;
import org.athanor.engine.problem.Problem;
import org.athanor.engine.project.ProjectConfig.Hook;
import org.athanor.engine.script.Script;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Reads everything and reports what is wrong.
@Command(name = "doctor", description = "Read the whole project and report every problem, and what each step is.")
final class DoctorVerb extends Verb {
    @Mixin
    private DialectOption dialect = new DialectOption();

    @Override
    public Integer call() {
        var project = session().project();
        var product = dialect.product().or(() -> session().product(project)).orElse(Product.POSTGRESQL);
        var examined = new SchemaHistory(project.graph(), project.scripts(), Dialects.of(product)).all();
        var notes = project.config().notes();
        var problems = Stream.concat(project.problems().stream(), project.faultsOfNewFiles().stream()).toList();
        if (isJson()) {
            output().json(Json.object().with("dialect", product.code())
                    .with("problems", JsonForm.problems(problems))
                    .with("notes", JsonForm.problems(notes)).with("hooks", project.config().hooks().stream()
                            .map(hook -> Json.object().with("name", hook.name()).with("type", hook.type())).toList())
                    .with("revisions", examined.stream().map(DoctorVerb::json).toList()));
        } else {
            notes.forEach(note -> output().data("note: " + note.text()));
            project.config().hooks().forEach(hook -> output().data(told(hook)));
            examined.stream().flatMap(DoctorVerb::complaints).forEach(problem -> output().data(problem.text()));
            output().data(summary(examined, problems, product));
        }
        output().problems(problems);
        return problems.isEmpty() ? ExitCode.DONE : ExitCode.REFUSED;
    }

    private static String told(Hook hook) {
        return "hook: %s (%s), %s".formatted(hook.name(), hook.type().orElse("of no type"),
                hook.program().isPresent() ? "run with --hooks only" : "not run here: it is no program");
    }

    private static Stream<Problem> complaints(BothWays examined) {
        return Stream.of(examined.upgrade(), examined.downgrade()).flatMap(script -> script.obstacle().stream());
    }

    private static String summary(List<BothWays> examined, List<Problem> problems, Product product) {
        return "%s: %s; on %s, upgrades are %s, downgrades are %s".formatted(
                problems.isEmpty() ? "The folder is sound" : PlanText.count(problems.size(), "problem"),
                PlanText.count(examined.size(), "revision"), product.code(),
                kinds(examined.stream().map(BothWays::upgrade)), kinds(examined.stream().map(BothWays::downgrade)));
    }

    /// `14 static, 1 live`
    private static String kinds(Stream<Script> scripts) {
        var counts = scripts.collect(Collectors.groupingBy(Script::kind, TreeMap::new, Collectors.counting()));
        return counts.isEmpty()
                ? "none"
                : counts.entrySet().stream().map(e -> e.getValue() + " " + e.getKey().code())
                        .collect(Collectors.joining(", "));
    }

    private static Json json(BothWays examined) {
        return Json.object().with("revision", examined.revision().id()).with("file", examined.revision().path())
                .with("upgrade", json(examined.upgrade())).with("downgrade", json(examined.downgrade()));
    }

    private static Json json(Script script) {
        var problem = script.obstacle();
        return Json.object().with("kind", script.kind().code()).with("reason", problem.map(Problem::message))
                .with("line", problem.flatMap(Problem::place).map(Problem.Place::line).filter(line -> line > 0));
    }
}
