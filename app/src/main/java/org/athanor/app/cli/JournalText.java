package org.athanor.app.cli;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.athanor.engine.journal.Aftermath;
import org.athanor.engine.journal.RecordedRun;
import org.athanor.engine.journal.Verdict;
import org.athanor.engine.journal.Who;

/// The journal as lines for people.
final class JournalText {
    private JournalText() {}

    /// Newest last: that is where a person looks on a terminal.
    static Stream<String> list(List<RecordedRun> runs, Who here, boolean withDatabase) {
        return runs.stream().map(run -> "%s  %s  %s  %s  %s%s%s".formatted(run.id(),
                run.at().truncatedTo(ChronoUnit.SECONDS), run.begin().who(), run.route(), outcome(run, here),
                run.took().map(took -> ", " + elapsed(took)).orElse(""),
                withDatabase ? "  " + run.begin().goal().database() : ""));
    }

    private static String outcome(RecordedRun run, Who here) {
        var state = run.state(here);
        var word = state == RecordedRun.State.ELSEWHERE
                ? "no end (begun on %s: ask there)".formatted(run.begin().who().host())
                : state.code();
        return run.mark().isPresent() ? word + " (marked)" : word;
    }

    static String elapsed(Duration took) {
        return took.toMillis() < 1000 ? took.toMillis() + " ms" : "%.1f s".formatted(took.toMillis() / 1000.0);
    }

    static Stream<String> details(RecordedRun run, Who here, Optional<Aftermath> aftermath) {
        var lines = new ArrayList<String>();
        var begin = run.begin();
        lines.add("Run:       " + run.id());
        lines.add("Database:  %s (%s, %s)".formatted(begin.goal().database(), begin.goal().product(),
                begin.goal().versionTable()));
        lines.add("Project:   " + begin.goal().project());
        lines.add("What:      " + run.route());
        lines.add("Who:       %s, process %d, %s %s%s".formatted(begin.who(), begin.who().pid(), begin.who().program(),
                begin.who().version(), begin.who().profile().map(name -> ", profile " + name).orElse("")));
        lines.add("Began:     " + run.at());
        lines.add("Ended:     " + outcome(run, here) + run.took().map(took -> " after " + elapsed(took)).orElse(""));
        begin.reason().ifPresent(reason -> lines.add("Reason:    " + reason));
        begin.policy().ifPresent(policy -> lines.add("Policy:    " + policy));
        run.ending().map(RecordedRun.Ending::end).ifPresent(end -> {
            lines.add("Stands at: " + RecordedRun.ids(end.rows()));
            end.problem().ifPresent(problem -> lines.add("Problem:   " + problem));
            end.stays().forEach(sql -> lines.add("Stays:     " + sql));
        });
        run.mark().ifPresent(mark -> lines.add("Marked:    %s, by %s".formatted(mark.reason(), mark.who())));
        run.steps().forEach(step -> step(step, begin.goal().steps(), aftermath, lines));
        aftermath.map(Aftermath::problem).ifPresent(problem -> {
            lines.add("");
            lines.add(problem.text());
        });
        return lines.stream();
    }

    private static void step(RecordedRun.Step step, int of, Optional<Aftermath> aftermath, List<String> lines) {
        lines.add("");
        lines.add("[%d/%d] %s %s%s".formatted(step.number(), of, step.begun().move().code(), step.begun().revision(),
                step.done().map(done -> ", " + elapsed(done.took())).orElse(", not through")));
        for (var sent : step.statements()) {
            lines.add("  %s%s".formatted(sent.sending().alone() ? "(outside of a transaction) " : "",
                    sent.sending().sql().lines().collect(Collectors.joining("\n    "))));
            step.effect(sent).ifPresent(
                    effect -> lines.add("    -- %d rows, %s".formatted(effect.rows(), elapsed(effect.took()))));
            aftermath.stream().flatMap(a -> a.fates().stream()).filter(fate -> fate.statement().equals(sent))
                    .forEach(fate -> lines.add("    -- %s: %s".formatted(fate.kind().word(), fate.reason())));
        }
    }

    static String verdict(Verdict verdict) {
        var torn = verdict.torn().isEmpty()
                ? ""
                : " (cut off while it was written: line %s)".formatted(verdict.torn().stream().map(String::valueOf)
                        .collect(Collectors.joining(", ")));
        return verdict.holds()
                ? "%s: %s, the chain holds%s".formatted(verdict.file(), PlanText.count((int) verdict.lines(), "line"),
                        torn)
                : "%s:%d: broken".formatted(verdict.file(), verdict.broken().orElseThrow().line());
    }
}
