package org.athanor.app.ui.plan;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.athanor.app.text.Messages;
import org.athanor.engine.run.Blocker;
import org.athanor.engine.run.RunEvent;
import org.athanor.engine.run.RunResult;
import org.athanor.engine.sql.Secrets;

/// What a run tells, as lines to read while it goes on. Of a very long run the oldest lines are dropped; the journal has
/// them all. Lives on the screen's thread.
public final class RunLog {
    private static final int KEPT = 5_000;
    private static final int DROPPED_AT_ONCE = 500;
    private static final int STATEMENT_SHOWN = 200;

    private final Messages messages;
    private final InstantSource clock;
    private final ObservableList<LogLine> lines = FXCollections.observableArrayList();
    private final List<LogLine> heard = new ArrayList<>();
    private Instant start = Instant.EPOCH;
    private Instant now = Instant.EPOCH;

    RunLog(Messages messages, InstantSource clock) {
        this.messages = messages;
        this.clock = clock;
    }

    public ObservableList<LogLine> lines() {
        return FXCollections.unmodifiableObservableList(lines);
    }

    public String text() {
        return lines.stream().map(line -> line.time() + "  " + line.text()).collect(Collectors.joining("\n"));
    }

    void begin() {
        lines.clear();
        heard.clear();
        start = clock.instant();
    }

    /// Shown with all others that came meanwhile, once `show` is called.
    void hear(Instant at, RunEvent event) {
        now = at;
        switch (event) {
            case RunEvent.Examined(var notes) -> notes.forEach(note -> add(LogLine.Kind.NOTE, note));
            case RunEvent.Planned _ -> add(LogLine.Kind.NOTE, messages.text("log.planned"));
            case RunEvent.Waiting(var holder, var waited) ->
                add(LogLine.Kind.TROUBLE, messages.text("log.waiting", waited.toSeconds(), holder));
            case RunEvent.Started _ -> {
            }
            case RunEvent.StepStarted(int number, int of, var step) ->
                add(LogLine.Kind.STEP, messages.text("log.step", number, of, step.name(), step.title()));
            case RunEvent.StatementStarted(_, var statement) ->
                add(LogLine.Kind.STATEMENT, shortened(statement.text()));
            case RunEvent.Blocked(_, _, var blockers, var waited) ->
                add(LogLine.Kind.TROUBLE, messages.text("log.blocked", waited.toSeconds(), names(blockers)));
            case RunEvent.StatementFinished(_, _, long rows, var took) ->
                add(LogLine.Kind.DONE, messages.text("log.statement-done", rows, millis(took)));
            case RunEvent.LeftOut(_, var statement, var reason) ->
                add(LogLine.Kind.TROUBLE, messages.text("log.left-out", shortened(statement.text()), reason));
            case RunEvent.StepFinished _ -> {
            }
            case RunEvent.Committed(var steps, _) -> {
                if (!steps.isEmpty()) {
                    add(LogLine.Kind.NOTE, messages.text("log.committed", steps.size()));
                }
            }
            case RunEvent.TryingAgain(_, var problem, int retry, int of, var pause) -> add(LogLine.Kind.TROUBLE,
                    messages.text("log.again", problem.message(), millis(pause), retry, of));
            case RunEvent.Finished(var result) -> {
                if (result instanceof RunResult.Failed failed) {
                    add(LogLine.Kind.TROUBLE, failed.problem().message());
                }
            }
        }
    }

    private void add(LogLine.Kind kind, String text) {
        var since = Duration.between(start, now);
        var time = "%d:%02d.%03d".formatted(since.toMinutes(), since.toSecondsPart(), since.toMillisPart());
        heard.add(new LogLine(time, kind, Secrets.blank(text)));
    }

    /// All at once, because each change of the list has the screen laid out anew.
    void show() {
        int tooMany = lines.size() + heard.size() - KEPT;
        if (tooMany > 0) {
            lines.remove(0, Math.min(lines.size(), Math.max(tooMany, DROPPED_AT_ONCE)));
        }
        lines.addAll(heard.subList(Math.max(0, heard.size() - KEPT), heard.size()));
        heard.clear();
    }

    static String names(List<Blocker> blockers) {
        return blockers.stream().map(Blocker::toString).collect(Collectors.joining("; "));
    }

    private static String shortened(String sql) {
        var line = sql.strip().replaceAll("\\s+", " ");
        return line.length() > STATEMENT_SHOWN ? line.substring(0, STATEMENT_SHOWN) + " …" : line;
    }

    private static long millis(Duration duration) {
        return duration.toMillis();
    }
}
