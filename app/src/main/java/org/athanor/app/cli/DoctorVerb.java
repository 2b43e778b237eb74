package org.athanor.app.cli;

import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.athanor.app.export.JournalForm;
import org.athanor.app.export.Json;
import org.athanor.engine.database.Dialects;
import org.athanor.engine.dialect.Product;
import org.athanor.engine.journal.Book;
import org.athanor.engine.journal.News;
import org.athanor.engine.plan.SchemaHistory;
import org.athanor.engine.plan.SchemaHistory.BothWays;
import org.athanor.engine.problem.Problem;
import org.athanor.engine.problem.ProblemKind;
import org.athanor.engine.problem.Refusal;
import org.athanor.engine.project.Project;
import org.athanor.engine.project.ProjectConfig.Hook;
import org.athanor.engine.script.Script;

/// Reads everything and reports what is wrong.
final class DoctorVerb extends Verb {
    private final DialectOption dialect = new DialectOption(arguments);

    DoctorVerb() {
        super("doctor", "Read the whole project and report every problem, and what each step is.");
    }

    @Override
    public Integer call() {
        var project = session().project();
        var product = dialect.product().or(() -> session().product(project)).orElse(Product.POSTGRESQL);
        var examined = new SchemaHistory(project.graph(), project.scripts(), Dialects.of(product)).all();
        var notes = project.config().notes();
        var problems = Stream.of(project.problems().stream(), project.faultsOfNewFiles().stream(), broken(examined))
                .flatMap(each -> each).toList();
        var news = news(project);
        if (isJson()) {
            output().json(JournalForm.with(news, Json.object().with("dialect", product.code())
                    .with("problems", JsonForm.problems(problems))
                    .with("notes", JsonForm.problems(notes)).with("hooks", project.config().hooks().stream()
                            .map(hook -> Json.object().with("name", hook.name()).with("type", hook.type())).toList())
                    .with("revisions", examined.stream().map(DoctorVerb::json).toList())));
        } else {
            notes.forEach(note -> output().data("note: " + note.text()));
            project.config().hooks().forEach(hook -> output().data(told(hook)));
            obstacles(examined).filter(obstacle -> !isBroken(obstacle))
                    .forEach(obstacle -> output().data(obstacle.text()));
            output().data(summary(examined, problems, product));
            tell(news);
        }
        output().problems(problems);
        return problems.isEmpty() ? ExitCode.DONE : ExitCode.REFUSED;
    }

    private static String told(Hook hook) {
        return "hook: %s (%s), %s".formatted(hook.name(), hook.type().orElse("of no type"),
                hook.program().isPresent() ? "run with --hooks only" : "not run here: it is no program");
    }

    /// What stands in the way of the steps; a fault of a whole file is told once.
    private static Stream<Problem> obstacles(List<BothWays> examined) {
        return examined.stream().flatMap(both -> Stream.of(both.upgrade(), both.downgrade()))
                .flatMap(script -> script.doubt().stream()).distinct();
    }

    /// Faults of the files themselves, which no tool could run. What only Athanor doesn't read is no fault of the folder.
    private static Stream<Problem> broken(List<BothWays> examined) {
        return obstacles(examined).filter(DoctorVerb::isBroken);
    }

    private static boolean isBroken(Problem obstacle) {
        return obstacle.kind() == ProblemKind.BAD_SCRIPT;
    }

    /// What the journal tells of the database, if one is named and can be asked: the doctor looks at the folder first of all.
    private News news(Project project) {
        if (session().product(project).isEmpty()) {
            return News.NONE;
        }
        try {
            var athanor = session().open(project);
            return athanor.book().filter(Book::exists).isPresent() ? athanor.news(athanor.status()) : News.NONE;
        } catch (Refusal refusal) {
            warn(refusal.problem());
            return News.NONE;
        }
    }

    private static String summary(List<BothWays> examined, List<Problem> problems, Product product) {
        return "%s: %s; on %s, upgrades are %s, downgrades are %s".formatted(
                problems.isEmpty() ? sound(examined) : PlanText.count(problems.size(), "problem"),
                PlanText.count(examined.size(), "revision"), product.code(),
                kinds(examined.stream().map(BothWays::upgrade)), kinds(examined.stream().map(BothWays::downgrade)));
    }

    private static String sound(List<BothWays> examined) {
        long unread = examined.stream().filter(both -> both.upgrade() instanceof Script.Unreadable).count();
        return unread == 0
                ? "The folder is sound"
                : "The folder is sound, but %s can't be read here".formatted(
                        PlanText.count((int) unread, "upgrade"));
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
        var problem = script.doubt();
        return JsonForm.obstacle(Json.object().with("kind", script.kind().code()), problem);
    }
}
