package org.athanor.app.workspace;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import org.athanor.app.export.JournalForm;
import org.athanor.app.export.Json;
import org.athanor.engine.Athanor;
import org.athanor.engine.journal.Aftermath;
import org.athanor.engine.journal.Book;
import org.athanor.engine.journal.Journal;
import org.athanor.engine.journal.RecordedRun;
import org.athanor.engine.journal.Verdict;
import org.athanor.engine.journal.Who;
import org.athanor.engine.problem.ProblemKind;
import org.athanor.engine.problem.Refusal;

/// The journal as one window looks at it: the runs on its database, or on all.
public final class RunRecords {
    private final Optional<Journal> journal;
    private final Supplier<Athanor> database;

    RunRecords(Optional<Journal> journal, Supplier<Athanor> database) {
        this.journal = journal;
        this.database = database;
    }

    /// A run and the book it stands in. What became of it is only looked into for the database at hand.
    public record Found(Book book, RecordedRun run, RecordedRun.State state, boolean unsettled,
            boolean ofThisDatabase) {
        private static Found of(RecordedRun run, Book book, Who here, boolean ofThisDatabase) {
            return new Found(book, run, run.state(here), run.isOpen(here), ofThisDatabase);
        }

        /// Whether somebody has to see to it, and nobody has.
        public boolean isOpen() {
            return unsettled && run.mark().isEmpty();
        }
    }

    /// A run with its statements, and what it left behind if it was cut off or didn't come to its end.
    public record Details(Found found, Optional<Aftermath> aftermath) {}

    /// Newest first.
    public List<Found> runs(boolean ofAll) {
        var here = journal().who();
        var own = ownBook();
        var books = ofAll ? journal().books() : own.stream().toList();
        var all = new ArrayList<Found>();
        for (var book : books) {
            book.outlines().forEach(
                    run -> all.add(Found.of(run, book, here, own.equals(Optional.of(book)))));
        }
        all.sort(Comparator.comparing((Found found) -> found.run().at()).reversed());
        return all;
    }

    public Details details(Found found) {
        var whole = found.book().runs().stream().filter(run -> run.id().equals(found.run().id())).findFirst()
                .orElseThrow(() -> new Refusal(ProblemKind.UNKNOWN_RUN, "There is no run " + found.run().id(),
                        "The journal's file has changed: read it again."));
        var now = Found.of(whole, found.book(), journal().who(), found.ofThisDatabase());
        return new Details(now, now.isOpen() && now.ofThisDatabase()
                ? Optional.of(database.get().aftermath(whole))
                : Optional.empty());
    }

    /// Says of a run that was cut off that it has been seen to.
    public void mark(Found found, String reason) {
        journal().mark(found.book(), found.run(), reason);
    }

    /// What came of following every book's chain.
    public List<Verdict> verify() {
        return journal().books().stream().map(Book::verify).toList();
    }

    /// These runs with all their statements, as scripts read them.
    public String json(List<Found> runs) {
        var here = journal().who();
        var books = runs.stream().map(Found::book).distinct().toList();
        var wanted = runs.stream().map(found -> found.run().id()).toList();
        var whole = books.stream().flatMap(book -> book.runs().stream()).filter(run -> wanted.contains(run.id()))
                .sorted(Comparator.comparing(RecordedRun::at))
                .map(run -> JournalForm.run(run, here).with("steps", JournalForm.steps(run, Optional.empty())))
                .toList();
        return Json.object().with("runs", whole).text();
    }

    /// Nothing where no database is named, or where it lives in memory only.
    private Optional<Book> ownBook() {
        try {
            return database.get().book();
        } catch (Refusal _) {
            return Optional.empty();
        }
    }

    private Journal journal() {
        return journal.orElseThrow(() -> new Refusal(ProblemKind.USAGE, "There is no journal",
                "It is off (ATHANOR_JOURNAL=off), or neither XDG_STATE_HOME nor HOME is set."));
    }
}
