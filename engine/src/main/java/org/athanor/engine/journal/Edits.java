package org.athanor.engine.journal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.athanor.engine.revision.Revision;
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

    /// Those that were edited, in the order given.
    List<Edited> among(List<Revision> applied) {
        var known = applied(book.outlines());
        var edited = new ArrayList<Edited>();
        Map<String, Applied> texts = Map.of();
        for (var revision : applied) {
            var then = Optional.ofNullable(known.get(revision.toString()));
            var now = then.flatMap(t -> changed(revision, t.source()));
            if (then.isPresent() && now.isPresent()) {
                texts = texts.isEmpty() ? applied(book.runs()) : texts;
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

    /// Only steps that were committed count.
    private static Map<String, Applied> applied(List<RecordedRun> runs) {
        var applied = new HashMap<String, Applied>();
        for (var run : runs) {
            run.steps().forEach(step -> step.done().ifPresent(done -> add(done, step.at(), run, applied)));
        }
        return applied;
    }

    private static void add(Entry.StepDone done, Instant at, RecordedRun run, Map<String, Applied> applied) {
        switch (done.move()) {
            case UPGRADE -> {
                applied.remove(done.revision());
                done.source().ifPresent(
                        source -> applied.put(done.revision(), new Applied(at, run.id(), source)));
            }
            case DOWNGRADE -> applied.remove(done.revision());
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
