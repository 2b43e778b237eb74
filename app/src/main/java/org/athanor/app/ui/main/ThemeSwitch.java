package org.athanor.app.ui.main;

import java.util.List;
import java.util.Optional;

import javafx.application.Application;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Parent;

import org.athanor.app.ui.Theme;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;

/// Which theme the window wears: the system's, until somebody chooses.
public final class ThemeSwitch {
    private final ObjectProperty<Theme> system;
    private final ObjectProperty<Optional<Theme>> chosen;

    public ThemeSwitch(Theme system, Optional<Theme> chosen) {
        this.system = new SimpleObjectProperty<>(system);
        this.chosen = new SimpleObjectProperty<>(chosen);
    }

    /// Whether the window is dark now, for those who draw the difference.
    ObservableValue<Boolean> dark() {
        return Bindings.createObjectBinding(() -> theme() == Theme.DARK, system, chosen);
    }

    public Theme theme() {
        return chosen.get().orElse(system.get());
    }

    public void systemIs(Theme theme) {
        system.set(theme);
    }

    public void toggle() {
        chosen.set(Optional.of(theme().other()));
    }

    /// Dresses this root now, and again whenever the theme changes.
    public void dress(Parent root) {
        system.subscribe(_ -> wear(root));
        chosen.subscribe(_ -> wear(root));
    }

    private void wear(Parent root) {
        var sheet = switch (theme()) {
            case LIGHT -> new PrimerLight();
            case DARK -> new PrimerDark();
        };
        Application.setUserAgentStylesheet(sheet.getUserAgentStylesheet());
        root.getStyleClass().removeAll(List.of(Theme.LIGHT.styleClass(), Theme.DARK.styleClass()));
        root.getStyleClass().add(theme().styleClass());
    }
}
