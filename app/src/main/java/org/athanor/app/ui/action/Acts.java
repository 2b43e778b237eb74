package org.athanor.app.ui.action;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;

import org.athanor.app.text.Messages;

/// All acts of a window, in the order in which they are listed. The title of an act is the message `act.` and its id, its
/// key the message `act.` id `.key`, if there is one.
public final class Acts {
    private static final ObservableValue<String> ALWAYS = new SimpleStringProperty("");

    private final Messages messages;
    private final Map<String, Act> acts = new LinkedHashMap<>();

    public Acts(Messages messages) {
        this.messages = messages;
    }

    public Acts add(String id, Runnable deed) {
        return add(id, ALWAYS, deed);
    }

    public Acts add(String id, ObservableValue<String> whyNot, Runnable deed) {
        var act = new Act(id, messages.text("act." + id), key(id), whyNot, deed);
        if (acts.putIfAbsent(id, act) != null) {
            throw new IllegalArgumentException("There is such an act already: " + id);
        }
        return this;
    }

    public List<Act> all() {
        return List.copyOf(acts.values());
    }

    public Act named(String id) {
        return Optional.ofNullable(acts.get(id)).orElseThrow(() -> new IllegalArgumentException("No act " + id));
    }

    private Optional<String> key(String id) {
        return messages.find("act." + id + ".key");
    }
}
