package org.athanor.engine.journal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.athanor.engine.plan.Plan;
import org.athanor.engine.plan.Step;
import org.athanor.engine.problem.Problem;
import org.athanor.engine.run.RunEvent;
import org.athanor.engine.run.RunListener;
import org.athanor.engine.run.RunResult;
import org.athanor.engine.script.LookAhead;
import org.athanor.engine.sql.Secrets;
import org.athanor.engine.sql.Statement;

/// Writes what a run tells into a book. A statement is written before anything of it can stay: before its transaction is
/// committed, or before it is sent if it runs outside of one. What can't be written stops the run while it can be stopped;
/// the end of a run is told whether or not it could be written.
public final class Recorder implements RunListener, AutoCloseable {
    /// What is said of a run besides its plan. The database's name holds no secrets.
    public record About(String project, String database, String versionTable, Optional<String> reason,
            Optional<String> policy) {}

    private final About about;
    private final Who who;
    private final String run;
    private final Discretion discretion;
    private final Supplier<Scribe> book;
    private final List<Entry.Effect> effects = new ArrayList<>();
    /// Steps that came to their end in a transaction which is still open.
    private final List<Entry> done = new ArrayList<>();
    /// What is kept of the files is made ready while the database works.
    private final LookAhead<Step, Optional<Entry.Source>, Optional<Entry.Source>> sources = LookAhead
            .of(Recorder::source, ForkJoinPool.commonPool());
    private Optional<Scribe> open = Optional.empty();
    private Optional<IOException> trouble = Optional.empty();
    private int step;
    private int statement;
    private int staying;
    private int setup;
    private boolean underway;

    Recorder(About about, Who who, String run, Discretion discretion, Supplier<Scribe> book) {
        this.about = about;
        this.who = who;
        this.run = run;
        this.discretion = discretion;
        this.book = book;
    }

    @Override
    public void on(RunEvent event) {
        switch (event) {
            case RunEvent.Started started -> begin(started.plan());
            case RunEvent.StepStarted started -> {
                begin(started.number());
                after(new Entry.StepBegun(step, started.step().name(), started.step().move(),
                        started.step().headsAfter(), commitsAfter(started.step())));
            }
            case RunEvent.StatementStarted started -> sending(started.statement());
            case RunEvent.StatementFinished finished -> sent(finished);
            case RunEvent.StepFinished finished -> finish(new Entry.StepDone(step, finished.step().name(),
                    finished.step().move(), finished.took(), effects, sources.answer(finished.step())));
            case RunEvent.Committed _ -> committed();
            case RunEvent.TryingAgain _ -> done.clear();
            case RunEvent.Planned _,RunEvent.Examined _,RunEvent.Waiting _,RunEvent.Blocked _,RunEvent.LeftOut _ -> {
                // Nothing is done yet, or nothing more.
            }
            case RunEvent.Finished finished -> end(ending(finished.result()));
        }
    }

    /// A listener that is told after this has written.
    public RunListener before(RunListener other) {
        return event -> {
            on(event);
            other.on(event);
        };
    }

    /// The run ended by an exception: nobody has said what was applied.
    public void broke(RuntimeException reason) {
        end(new Entry.End(Outcome.FAILED, OptionalInt.empty(), List.of(),
                Optional.of(String.valueOf(reason.getMessage())),
                List.of()));
    }

    /// Lets go of the book. A run whose end wasn't told stays without one.
    @Override
    public void close() {
        open.ifPresent(scribe -> {
            try {
                scribe.close();
            } catch (IOException e) {
                trouble = Optional.of(e);
            }
        });
        open = Optional.empty();
    }

    private void begin(Plan plan) {
        open = Optional.of(book.get());
        setup = plan.setup().size();
        before(new Entry.Begin(who,
                new Entry.Goal(about.project(), about.database(), plan.dialect().product().code(),
                        about.versionTable(), plan.move(), plan.from(), plan.to(), plan.steps().size(),
                        plan.statementCount()),
                hash(plan), about.reason(), about.policy()));
        force();
        sources.expect(plan.steps().iterator());
    }

    /// A step that is tried again goes on counting: what it did outside of a transaction stays.
    private void begin(int number) {
        if (number != step) {
            statement = 0;
            staying = 0;
        }
        step = number;
        underway = true;
        effects.removeIf(effect -> effect.number() > staying);
    }

    /// The places of a step at which it will commit on its way; they aren't known of one that is tried again.
    private List<Integer> commitsAfter(Step begun) {
        var places = new ArrayList<Integer>();
        int number = statement > 0 ? Integer.MIN_VALUE : step == 1 ? setup : 0;
        for (var each : begun.statements()) {
            if (!each.transactional() && number > 0) {
                places.add(number);
            }
            number++;
        }
        return places;
    }

    /// A commit may follow.
    private void finish(Entry.StepDone through) {
        done.add(through);
        underway = false;
        written(Scribe::sync);
    }

    private void committed() {
        if (!done.isEmpty()) {
            done.forEach(this::after);
            done.clear();
        }
        if (underway) {
            after(new Entry.Committed(step, statement));
            staying = statement;
        }
    }

    private void sending(Statement sent) {
        before(new Entry.Sending(step, ++statement, !sent.transactional(), sent.text()));
        if (!sent.transactional()) {
            force();
        }
    }

    private void sent(RunEvent.StatementFinished finished) {
        effects.add(new Entry.Effect(statement, finished.rows(), finished.took()));
        if (!finished.statement().transactional()) {
            staying = statement;
            after(new Entry.Done(step, statement, finished.rows(), finished.took()));
        }
    }

    private static Optional<Entry.Source> source(Step step) {
        return switch (step.move()) {
            case UPGRADE -> step.revision().flatMap(revision -> Sources.read(revision, step.dialect().syntax()));
            case DOWNGRADE, STAMP -> Optional.empty();
        };
    }

    private static Entry.End ending(RunResult result) {
        var applied = OptionalInt.of(result.applied().size());
        return switch (result) {
            case RunResult.Completed _ -> new Entry.End(Outcome.COMPLETED, applied, result.heads(), Optional.empty(),
                    List.of());
            case RunResult.Stopped stopped -> new Entry.End(Outcome.STOPPED, applied, result.heads(), Optional.empty(),
                    stays(stopped.leftovers()));
            case RunResult.Failed failed -> new Entry.End(Outcome.FAILED, applied, result.heads(),
                    Optional.of(failed.problem()).map(Problem::text), stays(failed.leftovers()));
        };
    }

    /// Statements, and indexes that were left half built.
    private static List<String> stays(RunResult.Leftovers leftovers) {
        return Stream.concat(leftovers.statements().stream(),
                leftovers.invalidIndexes().stream().map(index -> "invalid index " + index)).toList();
    }

    /// Nothing more is done once something couldn't be written.
    private void before(Entry entry) {
        if (open.isEmpty()) {
            throw new IllegalStateException("Nothing is told of a run before it starts");
        }
        after(entry);
        trouble = trouble.or(() -> open.flatMap(Scribe::trouble));
        refuseIfTroubled();
    }

    private void after(Entry entry) {
        open.ifPresent(scribe -> scribe.tell(run, discretion.of(entry)));
    }

    private void force() {
        written(Scribe::force);
    }

    /// What is to be done next isn't done unless all is written.
    private void written(Wait wait) {
        if (open.isPresent()) {
            try {
                wait.on(open.get());
            } catch (IOException e) {
                trouble = Optional.of(e);
            }
        }
        refuseIfTroubled();
    }

    private interface Wait {
        void on(Scribe scribe) throws IOException;
    }

    private void refuseIfTroubled() {
        if (trouble.isPresent()) {
            throw Journal.unwritable(open.orElseThrow().path(), trouble.get());
        }
    }

    private void end(Entry.End end) {
        after(end);
        close();
    }

    /// A number made from all that the plan would send.
    private static String hash(Plan plan) {
        var digest = Chain.sha256();
        plan.setup().forEach(s -> add(s, digest));
        for (var each : plan.steps()) {
            digest.update(each.name().getBytes(StandardCharsets.UTF_8));
            each.statements().forEach(s -> add(s, digest));
            each.versionStatements().forEach(s -> add(s, digest));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void add(Statement statement, MessageDigest digest) {
        digest.update((byte) (statement.transactional() ? 0 : 1));
        digest.update(Secrets.blank(statement.text()).getBytes(StandardCharsets.UTF_8));
    }
}
