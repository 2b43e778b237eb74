package org.athanor.engine.journal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

import org.athanor.engine.database.RunLock;
import org.athanor.engine.dialect.Dialect;
import org.athanor.engine.dialect.Product;
import org.athanor.engine.journal.Aftermath.Fate;
import org.athanor.engine.journal.Aftermath.Kind;
import org.athanor.engine.revision.RevisionId;

/// Finds out what became of an interrupted run's statements by looking at the database. What ran in a transaction is
/// committed together with the version table's rows, so the rows tell; before a statement that runs alone everything is
/// committed, so such a statement tells of those before it.
final class Inquest {
    private final Who here;
    private final Optional<Connection> connection;
    private final Dialect dialect;
    private final Optional<RunLock.Holder> orphan;

    /// A database that isn't there is asked nothing. `orphan` is a connection on the server that still works for a run.
    Inquest(Who here, Optional<Connection> connection, Dialect dialect, Optional<RunLock.Holder> orphan) {
        this.orphan = orphan;
        this.here = here;
        this.connection = connection;
        this.dialect = dialect;
    }

    /// `rows` are those of the version table after the run and before anything else.
    Aftermath look(RecordedRun run, List<RevisionId> rows) throws SQLException {
        var applied = run.appliedAt(rows);
        var fates = new ArrayList<Fate>();
        int lastAlone = lastAlone(run);
        var working = working(run);
        int position = 0;
        for (var step : run.steps()) {
            for (var sent : step.statements()) {
                fates.add(step.number() <= applied.orElse(0)
                        ? new Fate(step, sent, Kind.COMMITTED, "the version table counts its step")
                        : fate(step, sent, new Circumstances(applied, position < lastAlone, working)));
                position++;
            }
        }
        return new Aftermath(run, run.ending().isEmpty() && !run.begin().who().isOnHostOf(here), applied, fates,
                working);
    }

    /// What is known besides the statement itself.
    private record Circumstances(OptionalInt applied, boolean beforeOneAlone, Optional<String> working) {}

    private Fate fate(RecordedRun.Step step, RecordedRun.Sent sent, Circumstances known) throws SQLException {
        if (step.done().isPresent()) {
            return new Fate(step, sent, Kind.COMMITTED, "its step was committed");
        }
        if (sent.sending().number() <= step.committed()) {
            return new Fate(step, sent, Kind.COMMITTED, "the step committed on its way");
        }
        if (sent.done().isPresent()) {
            return new Fate(step, sent, Kind.COMMITTED, "it ran outside of a transaction and was through");
        }
        if (known.beforeOneAlone() && !sent.sending().alone()) {
            return new Fate(step, sent, Kind.COMMITTED,
                    "it was committed before a statement outside of the transaction");
        }
        if (known.working().isPresent()) {
            return new Fate(step, sent, Kind.UNKNOWN,
                    "the server still works for the run: " + known.working().get());
        }
        if (sent.sending().alone()) {
            var seen = dialect.product() == Product.POSTGRESQL && connection.isPresent()
                    ? new IndexLook(connection.get(), dialect).at(sent.sending().sql())
                    : Optional.<IndexLook.Seen>empty();
            return seen.map(s -> new Fate(step, sent, s.kind(), s.reason())).orElseGet(() -> new Fate(step, sent,
                    Kind.UNKNOWN, "it ran outside of a transaction and was not heard of again"));
        }
        if (step.begun().commitsAfter().contains(step.statements().getLast().sending().number())) {
            return new Fate(step, sent, Kind.UNKNOWN,
                    "the step was about to commit on its way, before a statement outside of the transaction");
        }
        return known.applied().isPresent()
                ? new Fate(step, sent, Kind.ROLLED_BACK, "the version table does not count its step")
                : new Fate(step, sent, Kind.UNKNOWN, "the database has moved on since");
    }

    /// The place of the last statement that was to run alone, or -1.
    private static int lastAlone(RecordedRun run) {
        int last = -1;
        int position = 0;
        for (var step : run.steps()) {
            for (var sent : step.statements()) {
                last = sent.sending().alone() ? position : last;
                position++;
            }
        }
        return last;
    }

    /// A server doesn't notice at once that nobody waits for a statement any more. Whose statement is the run's last one?
    private Optional<String> working(RecordedRun run) throws SQLException {
        var last = run.steps().isEmpty() ? List.<RecordedRun.Sent>of() : run.steps().getLast().statements();
        if (orphan.isPresent()) {
            return orphan.map(RunLock.Holder::toString);
        }
        if (dialect.product() != Product.POSTGRESQL || last.isEmpty() || connection.isEmpty()) {
            return Optional.empty();
        }
        try (var question = connection.get().prepareStatement("SELECT pid FROM pg_stat_activity "
                + "WHERE datname = current_database() AND pid <> pg_backend_pid() AND state <> 'idle' "
                + "AND query <> '' AND (query = ? OR length(query) > 100 AND starts_with(?, query))")) {
            question.setString(1, last.getLast().sending().sql());
            question.setString(2, last.getLast().sending().sql());
            try (var answer = question.executeQuery()) {
                return answer.next() ? Optional.of("pid " + answer.getInt(1)) : Optional.empty();
            }
        }
    }
}
