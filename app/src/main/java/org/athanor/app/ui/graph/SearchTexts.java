package org.athanor.app.ui.graph;

import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.athanor.app.workspace.Survey;
import org.athanor.engine.graph.Lanes;
import org.athanor.engine.revision.Revision;

/// What can be found of each row, put together when it is first needed. May be asked on any thread.
final class SearchTexts {
    private final List<Lanes.Row> rows;
    private final Survey survey;
    private Optional<List<String>> texts = Optional.empty();

    SearchTexts(List<Lanes.Row> rows, Survey survey) {
        this.rows = rows;
        this.survey = survey;
    }

    /// The rows whose text has these words, which are in lower case.
    BitSet find(String wanted) {
        var all = all();
        var found = new BitSet(all.size());
        for (int row = 0; row < all.size(); row++) {
            found.set(row, all.get(row).contains(wanted));
        }
        return found;
    }

    private synchronized List<String> all() {
        if (texts.isEmpty()) {
            texts = Optional.of(rows.stream().map(row -> text(row.revision())).toList());
        }
        return texts.get();
    }

    private String text(Revision revision) {
        var tables = survey.of(revision.id()).map(finding -> String.join("\n", finding.tables())).orElse("");
        return (revision.id() + "\n" + revision.document() + "\n" + String.join("\n", revision.branchLabels()) + "\n"
                + tables).toLowerCase(Locale.ROOT);
    }
}
