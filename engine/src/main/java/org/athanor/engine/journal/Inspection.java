package org.athanor.engine.journal;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.athanor.engine.database.Database;
import org.athanor.engine.database.RunLock;
import org.athanor.engine.database.SqlFailure;
import org.athanor.engine.database.VersionTable;
import org.athanor.engine.problem.Refusal;
import org.athanor.engine.revision.Revision;
import org.athanor.engine.revision.RevisionId;

/// Reads a database's book together with the database itself.
public final class Inspection {
    private final Book book;
    private final Database database;
    private final VersionTable versionTable;
    private final Who here;

    public Inspection(Book book, Database database, VersionTable versionTable, Who here) {
        this.book = book;
        this.database = database;
        this.versionTable = versionTable;
        this.here = here;
    }

    /// Runs that were cut off or left something behind, newest first, and not seen to: no later run was completed, and nobody
    /// marked them.
    public List<Aftermath> unsettled() {
        if (book.endsWell()) {
            return List.of();
        }
        var outlines = book.outlines();
        if (open(outlines).isEmpty()) {
            return List.of();
        }
        var runs = book.runs();
        return look(runs, open(runs));
    }

    /// What became of the statements of one run that was cut off or left something behind.
    public Aftermath of(RecordedRun run) {
        var runs = book.runs();
        return look(runs, runs.stream().filter(r -> r.id().equals(run.id())).toList()).getFirst();
    }

    /// Those of the applied revisions whose files were edited since.
    public List<Edited> edited(List<Revision> applied) {
        return book.exists() ? new Edits(book, database.dialect().syntax()).among(applied) : List.of();
    }

    private List<RecordedRun> open(List<RecordedRun> runs) {
        var open = new ArrayList<RecordedRun>();
        for (var run : runs.reversed()) {
            if (run.state(here) == RecordedRun.State.COMPLETED) {
                break;
            }
            if (run.isOpen(here) && run.mark().isEmpty()) {
                open.add(run);
            }
        }
        return open;
    }

    /// Looking never makes a file: a database that isn't there holds nothing.
    private List<Aftermath> look(List<RecordedRun> all, List<RecordedRun> open) {
        try (var connection = database.exists() ? database.connectForReading() : null) {
            if (connection == null) {
                return look(all, open, List.of(),
                        new Inquest(here, Optional.empty(), database.dialect(), Optional.empty()));
            }
            return look(all, open, versionTable.read(connection, database.dialect()).orElse(List.of()),
                    new Inquest(here, Optional.of(connection), database.dialect(),
                            RunLock.orphan(database, versionTable)));
        } catch (SQLException e) {
            throw new Refusal(SqlFailure.explain(e, database.name()));
        }
    }

    private static List<Aftermath> look(List<RecordedRun> all, List<RecordedRun> open, List<RevisionId> now,
            Inquest inquest) throws SQLException {
        var aftermaths = new ArrayList<Aftermath>();
        for (var run : open) {
            aftermaths.add(inquest.look(run, rowsAfter(run, all, now)));
        }
        return aftermaths;
    }

    /// The next run wrote down where it found the database; without one, nothing has moved it since.
    private static List<RevisionId> rowsAfter(RecordedRun run, List<RecordedRun> all, List<RevisionId> now) {
        int next = all.indexOf(run) + 1;
        return next < all.size() ? all.get(next).begin().goal().from() : now;
    }
}
