package org.athanor.app.ui.profiles;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.athanor.app.profile.Profile;
import org.athanor.app.profile.Profiles;
import org.athanor.app.text.Messages;
import org.athanor.app.ui.graph.Pin;
import org.athanor.app.workspace.Standing;
import org.athanor.app.workspace.WorkspaceState;
import org.athanor.engine.revision.RevisionId;

/// The saved profiles, and the open one with where it stands.
public final class ProfilesViewModel {
    private final Profile profile;
    private final Messages messages;
    private final StandingWords words;
    private final ReadOnlyObjectWrapper<List<Entry>> entries;
    private WorkspaceState state = new WorkspaceState.Loading();
    private final ReadOnlyObjectWrapper<Profiles> saved = new ReadOnlyObjectWrapper<>(new Profiles(List.of()));
    private Map<String, Standing> standings = Map.of();
    private String search = "";
    private Optional<ProfileActions> actions = Optional.empty();

    /// A profile and where its database stands, or where it is as long as nobody `asked`. The first of a group says its name.
    public record Entry(Profile profile, String standing, boolean asked, boolean open, boolean saved,
            Optional<String> heading) {}

    public ProfilesViewModel(Profile profile, Messages messages) {
        this.profile = profile;
        this.messages = messages;
        this.words = new StandingWords(messages);
        this.entries = new ReadOnlyObjectWrapper<>(List.of());
        update();
    }

    /// The profile that the window shows.
    public Profile open() {
        return profile;
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
        actions = Optional.of(does);
        saved.set(all);
        update();
    }

    /// Where other databases of the project stand, by the names of their profiles.
    public void show(Map<String, Standing> others) {
        standings = Map.copyOf(others);
        update();
    }

    public ReadOnlyObjectProperty<Profiles> savedProperty() {
        return saved.getReadOnlyProperty();
    }

    /// What is known of the other databases, as it is put on the graph.
    public List<Pin> pins() {
        return saved.get().all().stream().filter(other -> standings.containsKey(other.name())).flatMap(
                other -> pin(other, standings.getOrDefault(other.name(), new Standing.Asking())).stream()).toList();
    }

    private Optional<Pin> pin(Profile other, Standing standing) {
        return switch (standing) {
            case Standing.Asking _ -> Optional.empty();
            case Standing.Known(var status, _) -> Optional.of(new Pin(other.name(), other.environment(),
                    new Pin.At(status.rows().orElse(List.of())), true));
            case Standing.Unknown(var reason) -> Optional.of(new Pin(other.name(), other.environment(),
                    new Pin.Unreachable(words.whole(reason)), false));
        };
    }

    /// Opens another saved profile with the plan that leads its database to a revision.
    public void openAt(String name, RevisionId target) {
        actions.ifPresent(does -> saved.get().find(name).ifPresent(other -> does.openAt(other, target)));
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
        var found = new ArrayList<>(search.isBlank() ? saved.get().all() : saved.get().search(search));
        boolean isSaved = saved.get().find(profile.name()).filter(profile::equals).isPresent();
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
        return new Entry(other, open ? words.of(state) : standing(other),
                open || standings.containsKey(other.name()), open,
                saved.get().find(other.name()).filter(other::equals).isPresent(), heading);
    }

    /// Environment and database, for those who look for a profile.
    public String detail(Profile other) {
        return messages.text("profiles.detail", messages.text(other.environment().messageKey()), place(other));
    }

    private String standing(Profile other) {
        return Optional.ofNullable(standings.get(other.name())).map(words::of)
                .orElseGet(() -> messages.text("profiles.closed", place(other)));
    }

    private String place(Profile other) {
        var place = other.database().display();
        return place.isEmpty() ? messages.text("profiles.of-project") : place;
    }
}
