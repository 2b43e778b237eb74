package org.athanor.app.ui.settings;

import java.util.List;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.athanor.app.profile.WindowSettings;
import org.athanor.app.profile.WindowSettingsStore;
import org.athanor.app.ui.Background;
import org.athanor.engine.problem.Problem;
import org.athanor.engine.problem.Refusal;

/// The settings at hand. What is changed counts at once and is kept for the next start.
public final class SettingsViewModel {
    private final WindowSettingsStore store;
    private final Background background;
    private final ReadOnlyObjectWrapper<WindowSettings> settings;
    private final ReadOnlyObjectWrapper<List<Problem>> problems = new ReadOnlyObjectWrapper<>(List.of());

    /// Reads the file, which is short; with a fault in it, the usual settings count until it is mended.
    public SettingsViewModel(WindowSettingsStore store, Background background) {
        this.store = store;
        this.background = background;
        settings = new ReadOnlyObjectWrapper<>(WindowSettings.USUAL);
        try {
            settings.set(store.load());
        } catch (Refusal refusal) {
            problems.set(refusal.problems());
        }
    }

    public ReadOnlyObjectProperty<WindowSettings> settingsProperty() {
        return settings.getReadOnlyProperty();
    }

    /// Why the settings couldn't be read or kept.
    public ReadOnlyObjectProperty<List<Problem>> problemsProperty() {
        return problems.getReadOnlyProperty();
    }

    public void change(WindowSettings next) {
        if (next.equals(settings.get())) {
            return;
        }
        settings.set(next);
        background.run(() -> {
            store.save(next);
            return next;
        }, _ -> problems.set(List.of()), problems::set);
    }
}
