package org.athanor.app.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import org.athanor.engine.database.BeforeAndAfter.Comparison;
import org.athanor.engine.database.TableLock;
import org.athanor.engine.run.RehearsalResult;
import org.athanor.engine.run.RehearsalResult.Ending;
import org.athanor.engine.run.RehearsedStatement;
import org.athanor.engine.run.RehearsedStep;
import org.athanor.engine.schema.TableName;

/// A rehearsal as a person reads it: the SQL that was really sent, and what was seen of it as comments.
final class RehearsalText {
    private static final int SHOWN = 20;

    private RehearsalText() {}

    static String of(RehearsalResult result) {
        var blocks = new ArrayList<String>();
        for (var step : result.steps()) {
            blocks.add("-- %s\n-- %s".formatted(PlanText.headline(step.step()), outcome(step)));
            step.statements().forEach(statement -> blocks.add(statement(statement)));
        }
        return String.join("\n\n", blocks);
    }

    private static String outcome(RehearsedStep step) {
        var took = " in " + time(step.took());
        return switch (step.outcome()) {
            case REHEARSED -> "rehearsed" + took;
            case AFTER_A_GAP -> "rehearsed%s, but something before it was left out".formatted(took);
            case IN_PART -> "rehearsed in part" + took;
            case FAILED -> "FAILED" + took;
            case STOPPED -> "stopped" + took;
            case NOT_REACHED -> "not reached";
        };
    }

    private static String statement(RehearsedStatement statement) {
        var sql = statement.statement().text() + ";";
        return switch (statement) {
            case RehearsedStatement.Sent sent -> sql + "\n" + seen(sent);
            case RehearsedStatement.Refused refused -> sql + "\n--   refused: " + flat(refused.message());
            case RehearsedStatement.LeftOut left -> "-- NOT SENT: %s\n%s".formatted(left.reason(),
                    sql.lines().map("-- "::concat).collect(Collectors.joining("\n")));
        };
    }

    private static String flat(String message) {
        return message.replaceAll("\\s*\\R\\s*", "; ");
    }

    private static String seen(RehearsedStatement.Sent sent) {
        var lines = new ArrayList<String>();
        lines.add("--   %s, %s".formatted(rows(sent.rows()), time(sent.took())));
        for (TableLock lock : sent.locks()) {
            lines.add("--   lock on %s (%s)".formatted(lock, lock.mode().meaning()));
        }
        for (TableName table : sent.rewritten()) {
            lines.add("--   writes %s anew".formatted(table));
        }
        return String.join("\n", lines);
    }

    private static String rows(long rows) {
        return rows == 1 ? "1 row" : rows + " rows";
    }

    private static String time(Duration took) {
        return took.toMillis() < 10_000
                ? took.toMillis() + " ms"
                : "%.1f s".formatted(took.toMillis() / 1000.0);
    }

    /// How it ended, what wasn't sent, and whether all is as before.
    static List<String> summary(RehearsalResult result) {
        var lines = new ArrayList<String>();
        lines.add(ending(result));
        result.notes().forEach(note -> lines.add("note: " + note));
        if (!result.steps().isEmpty()) {
            lines.addAll(comparison(result.comparison()));
        }
        return lines;
    }

    private static String ending(RehearsalResult result) {
        var heads = PlanText.ids(result.plan().to());
        int left = result.leftOut().size();
        var gap = left == 0
                ? ""
                : " %s can't be rehearsed and %s not sent.".formatted(PlanText.count(left, "statement"),
                        left == 1 ? "was" : "were");
        var back = result.comparison().isAsBefore() ? "; everything was rolled back." : ".";
        return switch (result.ending()) {
            case Ending.Completed _ -> result.steps().isEmpty()
                    ? "Nothing to do: the database stands at %s.".formatted(heads)
                    : "Rehearsed %s to %s%s%s".formatted(PlanText.count(result.steps().size(), "step"), heads, back,
                            gap);
            case Ending.Failed failed -> "A run would fail in %s%s%s\n%s".formatted(failed.step().name(), back, gap,
                    failed.problem().text());
            case Ending.Undecided undecided -> "The rehearsal failed in %s%s%s\n%s".formatted(
                    undecided.step().name(), back, gap, undecided.problem().text());
            case Ending.Stopped _ -> "Stopped" + back;
        };
    }

    private static List<String> comparison(Comparison comparison) {
        var lines = new ArrayList<String>();
        if (comparison.unknown().isPresent()) {
            lines.add("Whether the database is as before can't be told: " + comparison.unknown().get().message());
            comparison.unknown().get().hint().lines().map(line -> "  " + line.strip()).forEach(lines::add);
        } else if (comparison.differences().isEmpty()) {
            lines.add("The database is as it was before.");
        } else {
            lines.add("The database is NOT as it was before:");
            comparison.differences().stream().limit(SHOWN).forEach(difference -> lines.add("  " + difference));
            if (comparison.differences().size() > SHOWN) {
                lines.add("  and %d more".formatted(comparison.differences().size() - SHOWN));
            }
        }
        comparison.movedSequences().forEach(moved -> lines.add("sequence " + moved
                + ", as with anything that is rolled back"));
        return lines;
    }
}
