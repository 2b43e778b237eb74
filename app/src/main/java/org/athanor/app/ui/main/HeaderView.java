package org.athanor.app.ui.main;

import java.util.Optional;

import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

import org.athanor.app.text.Messages;
import org.athanor.app.ui.action.Act;
import org.athanor.app.ui.action.Acts;
import org.athanor.app.ui.controls.Icons;
import org.athanor.app.ui.controls.Labels;
import org.athanor.app.ui.settings.SettingsViewModel;

/// The bar at the top: what this is, and what concerns the whole window.
final class HeaderView extends HBox {
    private final Button help;

    HeaderView(Messages messages, ThemeSwitch switcher, SettingsViewModel settings, Acts acts, Runnable showKeys) {
        getStyleClass().add("header");
        var name = Labels.label(messages.text("app.name"), "app-name");
        name.setGraphic(Icons.icon("fth-git-merge", "app-icon"));
        var search = acts.named("palette");
        var palette = new Button(search.title(), Icons.icon("fth-search"));
        palette.setId("search");
        palette.getStyleClass().add("search");
        palette.setOnAction(_ -> search.perform());
        search.key().ifPresent(key -> palette.setText("%s   %s".formatted(search.title(), Keys.shown(key))));
        help = Icons.button("fth-help-circle", messages.text("header.keys"), showKeys);
        var theme = Icons.button("fth-moon", messages.text("header.theme"), () -> {
            switcher.toggle();
            settings.change(settings.settingsProperty().get().in(Optional.of(switcher.theme().styleClass())));
        });
        theme.graphicProperty().bind(switcher.dark().map(dark -> Icons.icon(dark ? "fth-sun" : "fth-moon")));
        theme.setId("theme");
        getChildren().addAll(name, gap(), palette, gap(), button("fth-book-open", acts.named("journal")),
                button("fth-activity", acts.named("doctor")), theme, button("fth-settings", acts.named("settings")),
                help);
    }

    private static Button button(String icon, Act act) {
        var hint = act.key().map(key -> "%s (%s)".formatted(act.title(), Keys.shown(key))).orElse(act.title());
        var button = Icons.button(icon, hint, act::perform);
        button.setId("act-" + act.id());
        button.disableProperty().bind(act.whyNot().map(why -> !why.isEmpty()));
        return button;
    }

    private static Region gap() {
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return gap;
    }

    Button help() {
        return help;
    }
}
