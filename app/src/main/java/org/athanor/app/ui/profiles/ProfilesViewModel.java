package org.athanor.app.ui.profiles;

import java.util.List;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.athanor.app.profile.Profile;
import org.athanor.app.text.Messages;
import org.athanor.app.workspace.WorkspaceState;

/// The profiles that are open, and where each stands.
public final class ProfilesViewModel {
    private final Profile profile;
    private final StandingWords words;
    private final ReadOnlyObjectWrapper<List<Entry>> entries;

    /// A profile and where its database stands.
    public record Entry(Profile profile, String standing) {}

    public ProfilesViewModel(Profile profile, Messages messages) {
        this.profile = profile;
        this.words = new StandingWords(messages);
        this.entries = new ReadOnlyObjectWrapper<>(List.of(entry(new WorkspaceState.Loading())));
    }

    public ReadOnlyObjectProperty<List<Entry>> entriesProperty() {
        return entries.getReadOnlyProperty();
    }

    public void show(WorkspaceState state) {
        entries.set(List.of(entry(state)));
    }

    private Entry entry(WorkspaceState state) {
        return new Entry(profile, words.of(state));
    }
}
