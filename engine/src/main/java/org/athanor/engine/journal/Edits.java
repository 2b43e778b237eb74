package org.athanor.engine.journal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

import org.athanor.engine.revision.Revision;
import org.athanor.engine.revision.RevisionId;
import org.athanor.engine.sql.SqlSyntax;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;

/// Compares the files of applied revisions with what they held when they were applied.
final class Edits {
    private static final int CONTEXT = 3;

    private final Book book;
    private final SqlSyntax syntax;

    Edits(Book book, SqlSyntax syntax) {
        this.book = book;
        this.syntax = syntax;
    }

    /// How a revision was applied last.
    private record Applied(Instant at, String run, Entry.Source source) {}

    /// Those that were edited, in the order given. `rows` are the version table's now.
    List<Edited> among(List<Revision> applied, List<RevisionId> rows) {
        var known = applied(book.outlines(), rows);
        var edited = new ArrayList<Edited>();
        Map<String, Applied> texts = Map.of();
        for (var revision : applied) {
            var then = Optional.ofNullable(known.get(revision.toString()));
            var now = then.flatMap(t -> changed(revision, t.source()));
            if (then.isPresent() && now.isPresent()) {
                texts = texts.isEmpty() ? applied(book.runs(), rows) : texts;
                var before = Optional.ofNullable(texts.get(revision.toString())).flatMap(a -> a.source().text());
                edited.add(new Edited(revision, then.get().at(), then.get().run(),
                        before.flatMap(b -> now.get().text().map(n -> difference(revision, b, n)))));
            }
        }
        return edited;
    }

    /// What the file holds now, if that differs in what counts.
    private Optional<Entry.Source> changed(Revision revision, Entry.Source then) {
        return Sources.isUntouched(revision, then.stamp())
                ? Optional.empty()
                : Sources.read(revision, syntax).filter(now -> !now.fingerprint().equals(then.fingerprint()));
    }

    /// Only steps that stayed count. Of a run without an end, the rows that the next one found tell which did.
    private static Map<String, Applied> applied(List<RecordedRun> runs, List<RevisionId> rows) {
        var applied = new HashMap<String, Applied>();
        for (int i = 0; i < runs.size(); i++) {
            var run = runs.get(i);
            var next = i + 1 < runs.size() ? runs.get(i + 1).begin().goal().from() : rows;
            int stayed = run.ending().map(e -> e.end().applied()).filter(OptionalInt::isPresent)
                    .orElseGet(() -> run.appliedAt(next)).orElse(0);
            run.steps().stream().filter(step -> step.number() <= stayed).forEach(step -> add(step, run, applied));
        }
        return applied;
    }

    private static void add(RecordedRun.Step step, RecordedRun run, Map<String, Applied> applied) {
        var revision = step.begun().revision();
        switch (step.begun().move()) {
            case UPGRADE -> {
                applied.remove(revision);
                step.done().flatMap(Entry.StepDone::source)
                        .ifPresent(source -> applied.put(revision, new Applied(step.at(), run.id(), source)));
            }
            case DOWNGRADE -> applied.remove(revision);
            case STAMP -> {
                // Says where the database stands; what its revisions did when they ran stays as it was.
            }
        }
    }

    private static List<String> difference(Revision revision, String before, String now) {
        var name = String.valueOf(revision.path().getFileName());
        var then = before.lines().toList();
        return UnifiedDiffUtils.generateUnifiedDiff(name + " (as applied)", name + " (now)", then,
                DiffUtils.diff(then, now.lines().toList()), CONTEXT);
    }
}
