package org.athanor.engine.journal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.athanor.engine.revision.RevisionId;

/// A run as the journal tells it.
public record RecordedRun(String id, Instant at, Entry.Begin begin, List<Step> steps, Optional<Ending> ending,
        Optional<Entry.Mark> mark) {
    public RecordedRun {
        steps = List.copyOf(steps);
    }

    /// A step that was begun, and what came of it; its statements up to number `committed` stay.
    public record Step(Entry.StepBegun begun, Instant at, List<Sent> statements, int committed,
            Optional<Entry.StepDone> done) {
        public Step {
            statements = List.copyOf(statements);
        }

        public int number() {
            return begun.step();
        }

        /// What a statement of it did, if that was written down.
        public Optional<Entry.Effect> effect(Sent sent) {
            int number = sent.sending().number();
            return done.stream().flatMap(d -> d.statements().stream()).filter(e -> e.number() == number).findFirst()
                    .or(() -> sent.done().map(d -> new Entry.Effect(number, d.rows(), d.took())));
        }
    }

    /// A statement that was about to be sent; one that runs outside of a transaction may have been heard of again.
    public record Sent(Entry.Sending sending, Optional<Entry.Done> done) {}

    /// How it ended, and when.
    public record Ending(Instant at, Entry.End end) {}

    /// What is known of a run now.
    public enum State {
        COMPLETED, STOPPED, FAILED, RUNNING, INTERRUPTED, ELSEWHERE;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// As seen from a process: only on its own machine can it see whether a run without an end still goes on.
    public State state(Who here) {
        if (ending.isPresent()) {
            return switch (ending.get().end().outcome()) {
                case COMPLETED -> State.COMPLETED;
                case STOPPED -> State.STOPPED;
                case FAILED -> State.FAILED;
            };
        }
        if (!begin.who().isOnHostOf(here)) {
            return State.ELSEWHERE;
        }
        return begin.who().isAlive() ? State.RUNNING : State.INTERRUPTED;
    }

    /// Whether somebody has to look what became of it: it was cut off, or something of it stays that no step counts.
    public boolean isOpen(Who here) {
        return switch (state(here)) {
            case INTERRUPTED, ELSEWHERE -> true;
            case STOPPED, FAILED -> ending.filter(e -> !e.end().stays().isEmpty()).isPresent();
            case COMPLETED, RUNNING -> false;
        };
    }

    public Optional<Duration> took() {
        return ending.map(e -> Duration.between(at, e.at()));
    }

    /// Which way the run went: `upgrade from base to 3aa1a1a61566`.
    public String route() {
        var goal = begin.goal();
        return "%s from %s to %s".formatted(goal.move().code(), ids(goal.from()), ids(goal.to()));
    }

    /// Rows of the version table as a person names them.
    public static String ids(List<RevisionId> rows) {
        return rows.isEmpty() ? "base" : rows.stream().map(RevisionId::value).collect(Collectors.joining(" "));
    }

    /// How many steps were applied when the version table held these rows; nothing if no step leaves them.
    OptionalInt appliedAt(List<RevisionId> rows) {
        if (rows.equals(begin.goal().from()) && committedSteps() == 0) {
            return OptionalInt.of(0);
        }
        return steps.stream().filter(step -> step.begun().after().equals(rows)).mapToInt(Step::number).findFirst();
    }

    /// How many steps are known to be committed, whatever the database says now.
    int committedSteps() {
        return steps.stream().filter(step -> step.done().isPresent()).mapToInt(Step::number).max().orElse(0);
    }

    /// Runs in the order in which they began.
    static List<RecordedRun> of(List<Line> lines) {
        var drafts = new LinkedHashMap<String, Draft>();
        for (var line : lines) {
            if (line.entry() instanceof Entry.Begin begin) {
                drafts.put(line.run(), new Draft(line, begin));
            } else if (drafts.containsKey(line.run())) {
                drafts.get(line.run()).add(line);
            }
        }
        return drafts.values().stream().map(Draft::run).toList();
    }

    /// A run of which more lines may come.
    private static final class Draft {
        private final Line line;
        private final Entry.Begin begin;
        private final Map<Integer, StepDraft> steps = new TreeMap<>();
        private Optional<Ending> ending = Optional.empty();
        private Optional<Entry.Mark> mark = Optional.empty();

        Draft(Line line, Entry.Begin begin) {
            this.line = line;
            this.begin = begin;
        }

        void add(Line next) {
            switch (next.entry()) {
                case Entry.StepBegun step -> begin(step, next.at());
                case Entry.Sending sending -> step(sending.step())
                        .ifPresent(s -> s.sent.put(sending.number(), new Sent(sending, Optional.empty())));
                case Entry.Done done -> step(done.step()).ifPresent(s -> s.sent.computeIfPresent(done.number(),
                        (_, sent) -> new Sent(sent.sending(), Optional.of(done))));
                case Entry.Committed committed -> step(committed.step())
                        .ifPresent(s -> s.committed = committed.number());
                case Entry.StepDone done -> step(done.step()).ifPresent(s -> s.done = Optional.of(done));
                case Entry.End end -> ending = Optional.of(new Ending(next.at(), end));
                case Entry.Mark marked -> mark = Optional.of(marked);
                case Entry.Begin _ -> throw new IllegalStateException("A run begins once");
            }
        }

        /// Begun again, it is tried again: of its statements only those stay that were committed.
        private void begin(Entry.StepBegun step, Instant time) {
            var draft = new StepDraft(step, time);
            step(step.step()).ifPresent(before -> {
                draft.sent.putAll(before.staying());
                draft.committed = before.committed;
            });
            steps.put(step.step(), draft);
        }

        private Optional<StepDraft> step(int number) {
            return Optional.ofNullable(steps.get(number));
        }

        RecordedRun run() {
            return new RecordedRun(line.run(), line.at(), begin, steps.values().stream().map(StepDraft::step).toList(),
                    ending, mark);
        }
    }

    private static final class StepDraft {
        private final Entry.StepBegun begun;
        private final Instant at;
        private final Map<Integer, Sent> sent = new TreeMap<>();
        private int committed;
        private Optional<Entry.StepDone> done = Optional.empty();

        StepDraft(Entry.StepBegun begun, Instant at) {
            this.begun = begun;
            this.at = at;
        }

        /// The statements up to the last one that ran alone.
        private Map<Integer, Sent> staying() {
            int last = sent.values().stream().filter(s -> s.done().isPresent()).mapToInt(s -> s.sending().number())
                    .max().orElse(0);
            int stays = Math.max(last, committed);
            return sent.entrySet().stream().filter(entry -> entry.getKey() <= stays)
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        }

        Step step() {
            return new Step(begun, at, new ArrayList<>(sent.values()), committed, done);
        }
    }
}
