package org.athanor.app.ui.write;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.athanor.app.text.Messages;
import org.athanor.engine.graph.RevisionGraph;
import org.athanor.engine.graph.Target;
import org.athanor.engine.revision.Revision;
import org.athanor.engine.revision.RevisionId;

/// What a new revision may follow: ids, or `base`. One that is no head begins a branch.
public record Parent(List<String> names, String words, boolean splice) {
    public Parent {
        names = List.copyOf(names);
    }

    /// The heads, the selected revision, and a new line of its own; the likeliest comes first.
    static List<Parent> choices(RevisionGraph graph, Optional<Revision> selected, Messages messages) {
        var choices = new LinkedHashMap<RevisionId, Parent>();
        Stream.concat(selected.stream(), graph.heads().stream())
                .forEach(revision -> choices.putIfAbsent(revision.id(), of(graph, revision, messages)));
        var all = new ArrayList<>(choices.values());
        all.add(new Parent(List.of(Target.BASE), messages.text("write.base"), false));
        return all;
    }

    /// All heads together.
    static Parent heads(RevisionGraph graph, Messages messages) {
        var ids = graph.heads().stream().map(revision -> revision.id().value()).toList();
        return new Parent(ids, messages.text("write.heads", String.join(", ", ids)), false);
    }

    private static Parent of(RevisionGraph graph, Revision revision, Messages messages) {
        boolean isHead = graph.isHead(revision);
        return new Parent(List.of(revision.id().value()), messages.text(isHead ? "write.head" : "write.branch",
                revision.id().value(), revision.title()), !isHead);
    }

    @Override
    public String toString() {
        return words;
    }
}
