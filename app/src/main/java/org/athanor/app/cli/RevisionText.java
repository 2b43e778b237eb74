package org.athanor.app.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.athanor.engine.graph.RevisionGraph;
import org.athanor.engine.revision.Revision;
import org.athanor.engine.revision.RevisionId;

/// Revisions as lines of text, in the shapes that Alembic's users know.
final class RevisionText {
    private final RevisionGraph graph;
    private final Set<RevisionId> current;
    private final Screen screen;

    RevisionText(RevisionGraph graph, Set<RevisionId> current, Screen screen) {
        this.graph = graph;
        this.current = current;
        this.screen = screen;
    }

    /// `a, b (dependency) -> c (label) (head) (current) (mergepoint), message`
    String historyLine(Revision revision) {
        var dependsOn = revision.dependsOn().isEmpty() ? "" : " (" + String.join(", ", revision.dependsOn()) + ")";
        return parents(revision) + dependsOn + " -> " + withLabels(revision) + marks(revision) + treeMarks(revision)
                + ", " + revision.message();
    }

    /// `c (label) (head)`
    String headLine(Revision revision) {
        return withLabels(revision) + marks(revision);
    }

    /// `c (label) (head) (branchpoint)`
    String branchLine(Revision revision) {
        return withLabels(revision) + marks(revision) + treeMarks(revision);
    }

    /// `c (head)`
    String currentLine(Revision revision) {
        return revision + marks(revision) + treeMarks(revision);
    }

    /// Everything about a revision, over several lines.
    String entry(Revision revision) {
        var lines = new ArrayList<String>();
        lines.add("Rev: " + revision + (graph.isHead(revision) ? mark("head") : "") + treeMarks(revision)
                + currentMark(revision));
        lines.add((revision.isMerge() ? "Merges: " : "Parent: ") + parents(revision));
        if (!revision.dependsOn().isEmpty()) {
            lines.add("Also depends on: " + String.join(", ", revision.dependsOn()));
        }
        if (graph.isBranchPoint(revision)) {
            lines.add("Branches into: " + names(graph.children(revision)));
        }
        if (!graph.labels(revision).isEmpty()) {
            lines.add("Branch names: " + String.join(", ", graph.labels(revision)));
        }
        lines.add("Path: " + revision.path());
        lines.add("");
        revision.document().lines().map(line -> "    " + line).forEach(lines::add);
        lines.add("");
        return String.join("\n", lines);
    }

    private static String parents(Revision revision) {
        return switch (revision.downRevisions().size()) {
            case 0 -> "<base>";
            case 1 -> revision.downRevisions().getFirst().value();
            default -> revision.downRevisions().stream().map(RevisionId::value).collect(Collectors.joining(", "));
        };
    }

    private String withLabels(Revision revision) {
        var labels = graph.labels(revision);
        return labels.isEmpty() ? revision.toString() : revision + " (" + String.join(", ", labels) + ")";
    }

    private String marks(Revision revision) {
        var head = graph.isRealHead(revision) ? mark("head") : graph.isHead(revision) ? mark("effective head") : "";
        return head + currentMark(revision);
    }

    private String currentMark(Revision revision) {
        return current.contains(revision.id()) ? " " + screen.ink(Ink.GOOD, "(current)") : "";
    }

    private String mark(String word) {
        return " " + screen.ink(Ink.STRONG, "(" + word + ")");
    }

    private String treeMarks(Revision revision) {
        return (graph.isBranchPoint(revision) ? " (branchpoint)" : "") + (revision.isMerge() ? " (mergepoint)" : "");
    }

    private static String names(List<Revision> revisions) {
        return revisions.stream().map(Revision::toString).collect(Collectors.joining(", "));
    }
}
