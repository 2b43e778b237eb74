package org.athanor.app.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.athanor.app.export.JournalForm;
import org.athanor.app.export.Json;
import org.athanor.engine.Athanor;
import org.athanor.engine.SchemaSource;
import org.athanor.engine.Status;
import org.athanor.engine.compare.Comparison;
import org.athanor.engine.graph.RevisionGraph;
import org.athanor.engine.problem.Problem;
import org.athanor.engine.problem.Refusal;

/// Tells where the database is, what is pending and what is wrong.
final class StatusVerb extends Verb {
    private final Given<Boolean> drift = arguments.flag("--drift",
            "Compare the database with what its own revisions make, too.");

    StatusVerb() {
        super("status", "Tell where the database is, what is pending and what is wrong.");
    }

    @Override
    public Integer call() {
        var athanor = session().athanor();
        var status = athanor.status();
        var graph = athanor.project().graph();
        var news = athanor.news(status);
        var problems = new ArrayList<>(status.problems());
        var drifted = drift.get() ? drifted(athanor, problems) : Optional.<Comparison>empty();
        return withProblems(() -> JournalForm.with(news, withDrift(json(status, graph), drifted)), () -> {
            tell(status, graph);
            if (!athanor.database().exists()) {
                output().message("note: There is no such file yet; a run makes it. Is the path right?");
            } else if (status.rows().isEmpty()) {
                tellUnversioned(athanor.countTables());
            }
            drifted.ifPresent(this::tell);
            tell(news);
        }, problems);
    }

    /// Where nothing can be compared, as without a scratch database, all else is told nevertheless.
    private static Optional<Comparison> drifted(Athanor athanor, List<Problem> problems) {
        try {
            return Optional.of(athanor.compare(new SchemaSource.Actual(), new SchemaSource.AtRevision("current")));
        } catch (Refusal refusal) {
            problems.addAll(refusal.problems());
            return Optional.empty();
        }
    }

    private static Json withDrift(Json json, Optional<Comparison> drifted) {
        drifted.ifPresent(comparison -> json.with("drift",
                DifferenceForm.comparison(comparison, "the database", "its own revisions")));
        return json;
    }

    private void tell(Comparison drifted) {
        output().data("Drift:    " + (drifted.isEmpty()
                ? "none; the database is as its revisions make it"
                : PlanText.count(drifted.differences().size(), "difference") + " to what its revisions make"));
        DifferenceText.lines(drifted).forEach(line -> output().data("  " + line));
    }

    private static Json json(Status status, RevisionGraph graph) {
        return Json.object().with("database", status.database()).with("version_table", status.rows().isPresent())
                .with("current", status.current().stream().map(r -> JsonForm.revision(r, graph)).toList())
                .with("unknown", status.unknown()).with("applied", status.applied().size())
                .with("pending", status.pending().stream().map(r -> JsonForm.revision(r, graph)).toList())
                .with("heads", graph.heads().stream().map(r -> JsonForm.revision(r, graph)).toList())
                .with("at_head", status.isAtHead());
    }

    private void tell(Status status, RevisionGraph graph) {
        output().data("Database: " + status.database());
        var screen = output().screen();
        output().data("Current:  " + screen.ink(status.isAtHead() ? Ink.GOOD : Ink.STRONG, current(status)));
        var heads = String.join(", ", graph.heads().stream().map(r -> "%s  %s".formatted(r, r.title())).toList());
        output().data(screen.line("Heads:    " + (heads.isEmpty() ? "none; this folder has no revisions" : heads)));
        output().data("Pending:  " + (status.pending().isEmpty()
                ? screen.ink(Ink.GOOD, "nothing")
                : screen.ink(Ink.CAUTION, PlanText.count(status.pending().size(), "revision"))));
        status.pending().forEach(r -> output().data(screen.line("  %s  %s".formatted(r, r.title()))));
    }

    /// Somebody made the tables without saying so; an upgrade would make them once more, and fail.
    private void tellUnversioned(int tables) {
        if (tables > 0) {
            output().message(
                    "note: The database has %s all the same. `athanor locate` looks for the revision that it is at."
                            .formatted(PlanText.count(tables, "table")));
        }
    }

    private static String current(Status status) {
        if (status.rows().isEmpty()) {
            return "nothing applied; there is no version table";
        }
        var ids = PlanText.ids(status.rows().get());
        var of = status.applied().size() + status.pending().size();
        return "%s (%d of %d applied)".formatted(ids, status.applied().size(), of);
    }
}
