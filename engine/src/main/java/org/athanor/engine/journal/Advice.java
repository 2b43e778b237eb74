package org.athanor.engine.journal;

import java.util.ArrayList;
import java.util.List;

import org.athanor.engine.journal.Aftermath.Fate;
import org.athanor.engine.plan.Move;

/// Tells in plain words what to do about a run that didn't come to its end.
final class Advice {
    private static final int SHOWN = 5;
    private static final int WIDTH = 90;

    private final Aftermath aftermath;
    private final RecordedRun run;

    Advice(Aftermath aftermath) {
        this.aftermath = aftermath;
        this.run = aftermath.run();
    }

    String text() {
        var lines = new ArrayList<String>();
        if (aftermath.isElsewhere()) {
            lines.add("It was begun on %s and may still go on there: ask there first.".formatted(
                    run.begin().who().host()));
        }
        aftermath.worker().ifPresent(worker -> lines.add(
                "The server is still at work on its last statement: %s. What became of it shows when that has ended."
                        .formatted(worker)));
        list("These statements of a step that is not applied stay:", aftermath.staying(), false, lines);
        list("These were left half-way:", aftermath.halfWay(), true, lines);
        list(aftermath.worker().isPresent() ? "Not decided yet:" : "Of these nobody knows:", aftermath.unknown(), true,
                lines);
        lines.add(next());
        lines.add(mark());
        return String.join("\n  ", lines);
    }

    private void list(String heading, List<Fate> fates, boolean reasons, List<String> lines) {
        if (fates.isEmpty()) {
            return;
        }
        lines.add(heading);
        fates.stream().limit(SHOWN).forEach(fate -> lines.add("  %s, statement %d: %s%s".formatted(
                fate.step().begun().revision(), fate.statement().sending().number(),
                oneLine(fate.statement().sending().sql()), reasons ? " (" + fate.reason() + ")" : "")));
        if (fates.size() > SHOWN) {
            lines.add("  and %d more: `athanor journal %s` lists all".formatted(fates.size() - SHOWN,
                    run.id()));
        }
    }

    private String next() {
        if (aftermath.isThrough()) {
            return "Every step went through; nothing is left to do.";
        }
        if (aftermath.worker().isPresent()) {
            return "Wait until it has ended, or end it with pg_terminate_backend(), and look at `athanor status` again."
                    + " A run that is begun now waits for it.";
        }
        if (aftermath.applied().isEmpty()) {
            return "Look at `athanor status` and `athanor journal %s`.".formatted(run.id());
        }
        if (!aftermath.unknown().isEmpty()) {
            return "Look into the database which of them stay, undo those by hand, and go on with `%s`."
                    .formatted(resume());
        }
        if (!aftermath.staying().isEmpty()) {
            return "Undo them by hand, or see that the step can run once more over them (IF NOT EXISTS), "
                    + "and go on with `%s`.".formatted(resume());
        }
        if (!aftermath.halfWay().isEmpty()) {
            return "See to what was left half-way, and go on with `%s`.".formatted(resume());
        }
        return "Nothing is left half-done. Go on with `%s`.".formatted(resume());
    }

    private String resume() {
        var goal = run.begin().goal();
        var target = goal.move() == Move.UPGRADE && goal.to().size() > 1 ? "heads" : RecordedRun.ids(goal.to());
        return "athanor %s %s".formatted(goal.move().code(), target);
    }

    private String mark() {
        return "`athanor journal --mark %s --reason \"…\"` says that it is seen to.".formatted(run.id());
    }

    private static String oneLine(String sql) {
        var flat = sql.replaceAll("\\s+", " ");
        return flat.length() > WIDTH ? flat.substring(0, WIDTH) + "…" : flat;
    }
}
