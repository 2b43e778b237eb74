package org.athanor.app.ui.controls;

import javafx.scene.control.Label;

import org.athanor.app.profile.Environment;
import org.athanor.app.text.Messages;

/// An environment by shape, word and colour.
public final class EnvironmentBadge {
    private EnvironmentBadge() {}

    /// That nothing is ever changed there.
    public static Label readOnly(Messages messages) {
        var badge = Labels.label(messages.text("access.read-only"), "environment", "read-only");
        badge.setGraphic(Icons.icon("fth-lock", "environment-icon", "read-only"));
        return badge;
    }

    public static Label of(Environment environment, Messages messages) {
        var badge = Labels.label(messages.text(environment.messageKey()), "environment", environment.styleClass());
        badge.setGraphic(Icons.icon(environment.icon(), "environment-icon", environment.styleClass()));
        return badge;
    }
}
