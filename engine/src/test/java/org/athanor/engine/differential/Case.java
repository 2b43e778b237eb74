package org.athanor.engine.differential;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import org.athanor.engine.graph.RevisionGraph;
import org.athanor.engine.revision.Revision;
import org.athanor.engine.revision.RevisionId;

/// One question to both: a history in load order, the rows of the version table, and what shall be done.
record Case(List<Revision> revisions, List<RevisionId> rows, Verb verb, List<String> targets, boolean purge) {
    enum Verb {
        UPGRADE, DOWNGRADE, STAMP;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    Case {
        revisions = List.copyOf(revisions);
        rows = List.copyOf(rows);
        targets = List.copyOf(targets);
    }

    RevisionGraph graph() {
        var graph = RevisionGraph.of(revisions);
        assertThat(graph.problems()).as(this::toString).isEmpty();
        return graph;
    }

    /// What the version table holds, sorted.
    List<String> rowNames() {
        return rows.stream().map(RevisionId::value).sorted().toList();
    }

    String json() {
        var history = revisions.stream().map(r -> "{\"id\":\"%s\",\"down\":%s,\"depends\":%s,\"labels\":%s}".formatted(
                r.id(), list(r.downRevisions()), list(r.dependsOn()), list(r.branchLabels())))
                .collect(Collectors.joining(","));
        return "{\"revisions\":[%s],\"rows\":%s,\"verb\":\"%s\",\"targets\":%s,\"purge\":%s}".formatted(history,
                list(rows), verb.word(), list(targets), purge);
    }

    /// The history as `Histories` reads it: first all revisions in load order, then who follows whom.
    String picture() {
        var lines = new ArrayList<String>();
        revisions.forEach(r -> lines.add(r.id()
                + (r.branchLabels().isEmpty() ? "" : "[" + String.join(" ", r.branchLabels()) + "]")
                + (r.dependsOn().isEmpty() ? "" : "(needs " + String.join("+", r.dependsOn()) + ")")));
        revisions.stream().filter(r -> !r.isBase()).forEach(r -> lines.add(
                r.downRevisions().stream().map(RevisionId::value).collect(Collectors.joining("+")) + " -> " + r.id()));
        return String.join(", ", lines);
    }

    @Override
    public String toString() {
        return "history  %s%nrows     %s%ncommand  %s%s %s".formatted(picture(), rows, verb.word(),
                purge ? " --purge" : "", String.join(" ", targets));
    }

    private static String list(Collection<?> words) {
        return words.stream().map(word -> "\"" + word + "\"").collect(Collectors.joining(",", "[", "]"));
    }
}
