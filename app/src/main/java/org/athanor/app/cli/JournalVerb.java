package org.athanor.app.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.athanor.app.export.JournalForm;
import org.athanor.app.export.Json;
import org.athanor.engine.journal.Aftermath;
import org.athanor.engine.journal.Book;
import org.athanor.engine.journal.Journal;
import org.athanor.engine.journal.RecordedRun;
import org.athanor.engine.journal.Verdict;
import org.athanor.engine.journal.Who;
import org.athanor.engine.problem.Problem;
import org.athanor.engine.problem.ProblemKind;
import org.athanor.engine.problem.Refusal;

/// Tells what was run, by whom, and how it ended.
final class JournalVerb extends Verb {
    private final Given<Optional<String>> run = arguments.optionalParameter("RUN",
            "Tell all about this run: its steps and statements.");

    private final Given<Boolean> all = arguments.flag("--all", "The runs on all databases.");

    private final Given<Boolean> verify = arguments.flag("--verify",
            "Check that nobody changed the journal: every file's chain of hashes.");

    private final Given<Optional<String>> mark = arguments.option("--mark RUN",
            "Say of a run that was interrupted, or left something behind, that it is seen to; needs --reason.");

    private final Given<Optional<String>> reason = arguments.option("--reason TEXT",
            "Why, for those who read the journal later.");

    JournalVerb() {
        super("journal", "List the runs on this database: when, who, from where to where, and how they ended.", "",
                "Each run is recorded on this machine before it sends anything, in ~/.local/state/athanor/journal",
                "(or below XDG_STATE_HOME), one file for each database and version table. Passwords are left out.",
                "ATHANOR_JOURNAL=off runs without.");
    }

    /// A run, and the book it stands in.
    private record Found(Book book, RecordedRun run) {}

    @Override
    public Integer call() {
        var journal = session().journal().orElseThrow(() -> new Refusal(ProblemKind.USAGE, "There is no journal",
                "It is off (ATHANOR_JOURNAL=off), or neither XDG_STATE_HOME nor HOME is set."));
        if (verify.get()) {
            return verify(journal);
        }
        if (mark.get().isPresent()) {
            return mark(journal);
        }
        return run.get().isPresent() ? show(journal) : list(journal);
    }

    private int list(Journal journal) {
        var runs = books(journal).stream().flatMap(book -> book.outlines().stream()).toList();
        if (isJson()) {
            output().json(Json.object().with("runs",
                    runs.stream().map(r -> JournalForm.run(r, journal.who())).toList()));
        } else if (runs.isEmpty()) {
            output().message("Nothing was recorded yet.");
        } else {
            output().data(JournalText.list(runs, journal.who(), all.get()).map(output().screen()::line));
        }
        return ExitCode.DONE;
    }

    private int show(Journal journal) {
        var found = find(journal, run.get().orElseThrow());
        var aftermath = aftermath(found, journal);
        if (isJson()) {
            output().json(JournalForm.run(found.run(), journal.who())
                    .with("steps", JournalForm.steps(found.run(), aftermath))
                    .with("aftermath", aftermath.map(Aftermath::problem).map(JsonForm::problem)));
        } else {
            output().data(JournalText.details(found.run(), journal.who(), aftermath));
        }
        return ExitCode.DONE;
    }

    /// Only a run on the database at hand can be looked into.
    private Optional<Aftermath> aftermath(Found found, Journal journal) {
        return found.run().isOpen(journal.who()) && !all.get()
                ? Optional.of(session().athanor().aftermath(found.run()))
                : Optional.empty();
    }

    private int mark(Journal journal) {
        var why = reason.get().filter(text -> !text.isBlank()).orElseThrow(() -> new Refusal(ProblemKind.USAGE,
                "--mark needs a reason", "Add --reason \"what was done about it\"."));
        var found = find(journal, mark.get().orElseThrow());
        refuseUnlessOpen(found.run(), journal.who());
        journal.mark(found.book(), found.run(), why);
        if (isJson()) {
            output().json(Json.object().with("run", found.run().id()).with("marked", true));
        } else {
            confirm("The run %s is marked as seen to.".formatted(found.run().id()));
        }
        return ExitCode.DONE;
    }

    private static void refuseUnlessOpen(RecordedRun run, Who here) {
        if (run.isOpen(here)) {
            return;
        }
        var state = run.state(here);
        throw state == RecordedRun.State.RUNNING
                ? new Refusal(ProblemKind.USAGE, "The run %s still goes on".formatted(run.id()),
                        "Wait until its process has ended.")
                : new Refusal(ProblemKind.USAGE, "The run %s has an end: %s".formatted(run.id(), state.code()),
                        "Only runs are marked that were interrupted, or left something behind.");
    }

    private int verify(Journal journal) {
        var verdicts = journal.books().stream().map(Book::verify).toList();
        if (isJson()) {
            output().json(Json.object().with("files", verdicts.stream().map(JournalForm::verdict).toList()));
        } else {
            verdicts.forEach(verdict -> output().data(JournalText.verdict(verdict)));
        }
        var broken = verdicts.stream().flatMap(v -> problem(v).stream()).toList();
        output().problems(broken);
        return broken.isEmpty() ? ExitCode.DONE : ExitCode.REFUSED;
    }

    private static Optional<Problem> problem(Verdict verdict) {
        return verdict.broken().map(broken -> Problem.at(verdict.file(), broken.line(), ProblemKind.JOURNAL_BROKEN,
                "The journal was tampered with: " + broken.reason(),
                "What stands before this line is as it was written; do not trust the rest."));
    }

    private Found find(Journal journal, String id) {
        var found = new ArrayList<Found>();
        for (var book : books(journal)) {
            book.runs().stream().filter(r -> r.id().startsWith(id)).forEach(r -> found.add(new Found(book, r)));
        }
        if (found.size() == 1) {
            return found.getFirst();
        }
        throw new Refusal(ProblemKind.UNKNOWN_RUN,
                found.isEmpty() ? "There is no run " + id : "Several runs begin with " + id,
                "`athanor journal` lists the runs on this database, `athanor journal --all` those on all.");
    }

    private List<Book> books(Journal journal) {
        return all.get() ? journal.books() : session().book().map(List::of).orElse(List.of());
    }
}
