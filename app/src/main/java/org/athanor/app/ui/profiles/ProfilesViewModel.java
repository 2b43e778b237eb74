package org.athanor.app.ui.profiles;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.athanor.app.profile.Profile;
import org.athanor.app.profile.Profiles;
import org.athanor.app.text.Messages;
import org.athanor.app.workspace.WorkspaceState;

/// The saved profiles, and the open one with where it stands.
public final class ProfilesViewModel {
    private final Profile profile;
    private final Messages messages;
    private final StandingWords words;
    private final ReadOnlyObjectWrapper<List<Entry>> entries;
    private WorkspaceState state = new WorkspaceState.Loading();
    private Profiles saved = new Profiles(List.of());
    private String search = "";
    private Optional<ProfileActions> actions = Optional.empty();

    /// A profile and where its database stands. The first of a group says its name.
    public record Entry(Profile profile, String standing, boolean open, boolean saved, Optional<String> heading) {}

    public ProfilesViewModel(Profile profile, Messages messages) {
        this.profile = profile;
        this.messages = messages;
        this.words = new StandingWords(messages);
        this.entries = new ReadOnlyObjectWrapper<>(List.of());
        update();
    }

    public ReadOnlyObjectProperty<List<Entry>> entriesProperty() {
        return entries.getReadOnlyProperty();
    }

    public void show(WorkspaceState next) {
        state = next;
        update();
    }

    /// The profiles of the file, and who does what is wished of them.
    public void show(Profiles all, ProfileActions does) {
        saved = all;
        actions = Optional.of(does);
        update();
    }

    /// Nothing where profiles can't be kept.
    public Optional<ProfileActions> actions() {
        return actions;
    }

    /// Only those with these words.
    public void search(String wanted) {
        search = wanted;
        update();
    }

    private void update() {
        var found = new ArrayList<>(search.isBlank() ? saved.all() : saved.search(search));
        boolean isSaved = saved.find(profile.name()).filter(profile::equals).isPresent();
        if (!isSaved && new Profiles(List.of(profile)).search(search).size() == 1) {
            found.addFirst(profile);
        }
        found.sort(Comparator.comparing(other -> other.group().orElse("")));
        var next = new ArrayList<Entry>();
        var group = "";
        for (var other : found) {
            var name = other.group().orElse("");
            next.add(entry(other, Optional.of(name).filter(heading -> !heading.isEmpty()).filter(differs(group))));
            group = name;
        }
        entries.set(List.copyOf(next));
    }

    private static java.util.function.Predicate<String> differs(String from) {
        return name -> !name.equals(from);
    }

    private Entry entry(Profile other, Optional<String> heading) {
        boolean open = other.equals(profile);
        return new Entry(other, open ? words.of(state) : messages.text("profiles.closed", place(other)), open,
                saved.find(other.name()).filter(other::equals).isPresent(), heading);
    }

    private String place(Profile other) {
        var place = other.database().display();
        return place.isEmpty() ? messages.text("profiles.of-project") : place;
    }
}
