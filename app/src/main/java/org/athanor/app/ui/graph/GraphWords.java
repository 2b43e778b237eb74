package org.athanor.app.ui.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import org.athanor.app.text.Messages;
import org.athanor.engine.graph.Follow;

/// What is drawn on the graph, in words: for those who hear the window, and for whoever rests the mouse on a shape.
public final class GraphWords {
    private final Messages messages;

    GraphWords(Messages messages) {
        this.messages = messages;
    }

    String nothing() {
        return messages.text("graph.spoken.nothing");
    }

    String spoken(Entry entry, int number, GraphContents contents) {
        var place = messages.text("graph.spoken.row", number + 1, contents.size());
        return switch (entry) {
            case Entry.Shown(var row) -> revision(row, contents) + " " + place;
            case Entry.Folded(var rows, _) -> messages.text("graph.spoken.folded", rows.size(),
                    rows.getLast().revision(), rows.getFirst().revision()) + " " + place;
            case Entry.Ghost(var id, var pins) ->
                messages.text("graph.spoken.ghost", id, names(pins)) + " " + place;
        };
    }

    private String revision(GraphRow row, GraphContents contents) {
        var revision = row.revision();
        var said = new ArrayList<String>();
        said.add(messages.text("graph.spoken.revision", revision, revision.title()));
        if (revision.isMerge()) {
            said.add(messages.text("graph.spoken.merge", list(revision.downRevisions())));
        }
        said.add(messages.text(row.applied().messageKey()) + ".");
        if (row.head()) {
            said.add(messages.text("graph.spoken.head"));
        } else {
            var newer = contents.marks().graph().descendants(revision, Follow.PARENTS).toList().size() - 1;
            said.add(messages.text("graph.spoken.behind", newer));
        }
        if (row.isBase()) {
            said.add(messages.text("graph.spoken.base"));
        }
        if (!revision.dependsOn().isEmpty()) {
            said.add(messages.text("graph.spoken.depends", list(revision.dependsOn())));
        }
        row.labels().forEach(label -> said.add(messages.text("graph.spoken.label", label)));
        row.pins().forEach(pin -> said.add(messages.text("graph.spoken.pin", pin(pin))));
        row.badges().forEach(badge -> said.add(messages.text(badge.messageKey())));
        return String.join(" ", said);
    }

    /// A database by name and environment.
    String pin(Pin pin) {
        return messages.text("graph.pin", pin.name(), messages.text(pin.environment().messageKey()));
    }

    /// A database that stands on no row, and why.
    String elsewhere(Pin pin) {
        return switch (pin.place()) {
            case Pin.At _ -> messages.text("graph.pin.empty", pin(pin));
            case Pin.Unreachable(var reason) -> messages.text("graph.pin.unreachable", pin(pin), reason);
        };
    }

    String pins(List<Pin> pins) {
        return pins.stream().map(this::pin).collect(Collectors.joining("\n"));
    }

    String badge(Badge badge) {
        return messages.text(badge.messageKey());
    }

    String folded(int count) {
        return messages.text("graph.folded", count);
    }

    String more(int count) {
        return messages.text("graph.pin.more", count);
    }

    String ghost(Entry.Ghost ghost) {
        return messages.text("graph.ghost", names(ghost.pins()));
    }

    private String names(List<Pin> pins) {
        return list(pins.stream().map(Pin::name).toList());
    }

    private String list(List<?> things) {
        var words = things.stream().map(Object::toString).toList();
        if (words.size() < 2) {
            return String.join("", words);
        }
        return messages.text("graph.list", String.join(", ", words.subList(0, words.size() - 1)), words.getLast());
    }
}
