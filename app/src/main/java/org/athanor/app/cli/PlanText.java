package org.athanor.app.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.athanor.engine.hazard.Hazard;
import org.athanor.engine.plan.Move;
import org.athanor.engine.plan.Plan;
import org.athanor.engine.plan.Step;
import org.athanor.engine.plan.VersionChange;
import org.athanor.engine.revision.Revision;
import org.athanor.engine.revision.RevisionId;
import org.athanor.engine.sql.Statement;

/// A plan as SQL that a person can read: what a run would send, in its order, with the reasons as comments.
final class PlanText {
    private PlanText() {}

    static String of(Plan plan, Screen screen) {
        var blocks = new ArrayList<String>();
        plan.setup().forEach(statement -> blocks.add(sql(statement)));
        plan.steps().forEach(step -> addStep(step, screen, blocks));
        return String.join("\n\n", blocks);
    }

    /// `3 steps: 1975 -> 27c6`
    static String summary(Plan plan) {
        if (plan.isEmpty()) {
            return "Nothing to do: the database stands at %s.".formatted(ids(plan.from()));
        }
        int hazards = plan.hazards().size();
        return "%s%s, %s -> %s%s".formatted(count(plan.steps().size(), "step"), transactions(plan), ids(plan.from()),
                ids(plan.to()), hazards == 0 ? "" : ", " + count(hazards, "hazard"));
    }

    private static String transactions(Plan plan) {
        if (plan.steps().size() == 1) {
            return "";
        }
        return switch (plan.transactions()) {
            case ONE_FOR_ALL -> " in one transaction";
            case ONE_PER_STEP -> ", each in a transaction of its own";
        };
    }

    /// `Running upgrade a, b -> c, message`, as Alembic says it while it runs.
    static String headline(Step step) {
        var title = step.title();
        return shortHeadline(step) + (title.isEmpty() || step.move() == Move.STAMP ? "" : ", " + title);
    }

    /// `Running upgrade a, b -> c`, as Alembic writes it into a script: a message could end the comment.
    static String shortHeadline(Step step) {
        var parents = step.revision().map(Revision::downRevisions).orElse(List.of());
        var below = parents.stream().map(RevisionId::value).collect(Collectors.joining(", "));
        var way = switch (step.move()) {
            case UPGRADE -> "upgrade " + below + " -> " + step.name();
            case DOWNGRADE -> "downgrade " + step.name() + " -> " + below;
            case STAMP -> "stamp_revision " + replaced(step) + " -> "
                    + step.revision().map(Revision::toString).orElse("");
        };
        return "Running " + way;
    }

    /// The rows that a stamp takes away or moves.
    private static String replaced(Step step) {
        return step.versionChanges().stream().flatMap(change -> switch (change) {
            case VersionChange.Insert _ -> Stream.<RevisionId>empty();
            case VersionChange.Delete(var id) -> Stream.of(id);
            case VersionChange.Update(var from, _) -> Stream.of(from);
        }).map(RevisionId::value).collect(Collectors.joining(", "));
    }

    /// What a step does to the rows of the version table.
    static Stream<String> rows(Step step) {
        return step.versionChanges().stream().map(change -> switch (change) {
            case VersionChange.Insert(var id) -> "  %s gets a row".formatted(id);
            case VersionChange.Delete(var id) -> "  the row of %s goes".formatted(id);
            case VersionChange.Update(var from, var to) -> "  the row moves from %s to %s".formatted(from, to);
        });
    }

    static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    static String ids(List<RevisionId> ids) {
        return ids.isEmpty() ? "base" : ids.stream().map(RevisionId::value).collect(Collectors.joining(", "));
    }

    private static void addStep(Step step, Screen screen, List<String> blocks) {
        blocks.add(screen.ink(Ink.STRONG, "-- " + headline(step)));
        step.hazards().forEach(hazard -> blocks.add(hazard("-- ", "", hazard, screen, "--   ") + "\n"
                + screen.sentence("--   ", "safer: " + screen.plain(hazard.saferWay()), "--   ")));
        step.script().limits().lock().ifPresent(limit -> blocks.add("-- waits for a lock: " + limit(limit)));
        step.script().limits().statement().ifPresent(limit -> blocks.add("-- each statement: " + limit(limit)));
        step.doubt().ifPresent(problem -> blocks.add(problem.text().lines().map(line -> "-- " + line).collect(
                Collectors.joining("\n", "-- %s\n".formatted(step.kind().name()), ""))));
        step.statements().forEach(statement -> blocks.add(
                statement.transactional()
                        ? sql(statement)
                        : "-- outside of the transaction; what was done before is committed first\n" + sql(statement)));
        step.versionStatements().forEach(statement -> blocks.add(sql(statement)));
    }

    /// `hazard (destructive, cf9cc437439e, line 3): The table t is dropped with 12 rows.` Away from its step, so it names the step.
    static String hazard(Step step, Hazard hazard, Screen screen) {
        return hazard("", ", " + step.name(), hazard, screen, "  ");
    }

    private static String hazard(String first, String of, Hazard hazard, Screen screen, String further) {
        var line = hazard.statement().map(Statement::line).filter(number -> number > 0)
                .map(", line %d"::formatted).orElse("");
        var kind = "hazard (%s%s%s):".formatted(hazard.severity().code(), of, line);
        var sentence = screen.sentence(first, kind + " " + screen.plain(hazard.message()), further);
        return first + screen.ink(Ink.of(hazard.severity()), kind) + sentence.substring(first.length() + kind.length());
    }

    private static String limit(Duration limit) {
        return limit.isZero() ? "without limit" : "at most %d ms".formatted(limit.toMillis());
    }

    private static String sql(Statement statement) {
        return statement.text() + ";";
    }
}
