package org.athanor.app.ui.controls;

import javafx.scene.control.Label;

import org.athanor.app.profile.Environment;
import org.athanor.app.text.Messages;

/// An environment by shape, word and colour.
public final class EnvironmentBadge {
    private EnvironmentBadge() {}

    public static Label of(Environment environment, Messages messages) {
        var badge = Labels.label(messages.text(environment.messageKey()), "environment", environment.styleClass());
        badge.setGraphic(Icons.icon(environment.icon(), "environment-icon", environment.styleClass()));
        return badge;
    }
}
