package org.athanor.app.ui.graph;

import java.util.Optional;

import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

import org.athanor.app.text.Messages;
import org.athanor.app.ui.controls.Hint;
import org.athanor.app.ui.controls.Icons;
import org.athanor.app.ui.controls.Labels;

import atlantafx.base.controls.CustomTextField;

/// Above the rows: search, one label or all, and where to go.
final class GraphBar extends HBox {
    private final GraphViewModel model;
    private final Messages messages;
    private final CustomTextField field = new CustomTextField();

    GraphBar(GraphViewModel model, Messages messages, Menu export, Runnable back) {
        this.model = model;
        this.messages = messages;
        getStyleClass().add("graph-bar");
        field.setId("graph-search");
        field.setLeft(Icons.icon("fth-search"));
        field.setPromptText(messages.text("graph.search"));
        field.setAccessibleText(messages.text("graph.search"));
        field.setPrefColumnCount(24);
        field.setMinWidth(120);
        field.textProperty().subscribe(model.search()::search);
        field.addEventFilter(KeyEvent.KEY_PRESSED, event -> key(event, back));
        var notice = Labels.label("", "muted", "small");
        notice.setId("graph-notice");
        notice.textProperty().bind(model.noticeProperty());
        notice.setMinWidth(0);
        var whole = Hint.of("");
        whole.textProperty().bind(model.noticeProperty());
        notice.setTooltip(whole);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        getChildren().addAll(field, count(), step("fth-chevron-up", "graph.search-previous", model.search()::previous),
                step("fth-chevron-down", "graph.search-next", model.search()::next), gap,
                notice, labels(), places(export));
    }

    void focusSearch() {
        field.requestFocus();
        field.selectAll();
    }

    private void key(KeyEvent event, Runnable back) {
        switch (event.getCode()) {
            case ENTER -> {
                if (event.isShiftDown()) {
                    model.search().previous();
                } else {
                    model.search().next();
                }
            }
            case DOWN -> back.run();
            case ESCAPE -> {
                field.clear();
                back.run();
            }
            default -> {
                return;
            }
        }
        event.consume();
    }

    private Node count() {
        var search = model.search();
        var count = Labels.label("", "muted", "small");
        count.setId("graph-hits");
        count.setMinWidth(USE_PREF_SIZE);
        count.textProperty().bind(Bindings.createStringBinding(
                () -> search.queryProperty().get().isEmpty()
                        ? ""
                        : messages.text("graph.hits", search.positionProperty().get(), search.countProperty().get()),
                search.queryProperty(), search.countProperty(), search.positionProperty()));
        return count;
    }

    private Node step(String icon, String key, Runnable deed) {
        var button = Icons.button(icon, messages.text(key), deed);
        button.visibleProperty().bind(model.search().countProperty().greaterThan(0));
        button.managedProperty().bind(button.visibleProperty());
        return button;
    }

    private Node labels() {
        var menu = new MenuButton();
        menu.setId("graph-labels");
        menu.setGraphic(Icons.icon("fth-tag"));
        menu.getStyleClass().add("flat");
        menu.setMinWidth(USE_PREF_SIZE);
        menu.textProperty().bind(model.labelProperty().map(label -> label.orElse(messages.text("graph.all-labels"))));
        menu.visibleProperty().bind(model.labelsProperty().map(labels -> !labels.isEmpty()));
        menu.managedProperty().bind(menu.visibleProperty());
        model.labelsProperty().subscribe(labels -> {
            var group = new ToggleGroup();
            menu.getItems().setAll(choice(messages.text("graph.all-labels"), Optional.empty(), group));
            labels.forEach(label -> menu.getItems().add(choice(label, Optional.of(label), group)));
        });
        return menu;
    }

    private MenuItem choice(String text, Optional<String> label, ToggleGroup group) {
        var item = new RadioMenuItem(text);
        item.setMnemonicParsing(false);
        item.setToggleGroup(group);
        item.setSelected(model.labelProperty().get().equals(label));
        item.setOnAction(_ -> model.filter(label));
        return item;
    }

    private Node places(Menu export) {
        var menu = new MenuButton("", Icons.icon("fth-more-horizontal"));
        menu.setId("graph-menu");
        menu.getStyleClass().addAll("flat", "no-arrow");
        menu.setMinWidth(USE_PREF_SIZE);
        menu.setTooltip(Hint.of(messages.text("graph.menu")));
        menu.setAccessibleText(messages.text("graph.menu"));
        menu.getItems().setAll(item("graph.to-head", model::jumpToHead), item("graph.to-current", model::jumpToCurrent),
                item("graph.to-base", model::jumpToBase), new javafx.scene.control.SeparatorMenuItem(),
                item("graph.fold-all", model::foldAll), item("graph.unfold-all", model::unfoldAll),
                new javafx.scene.control.SeparatorMenuItem(), item("graph.zoom-in", model.zoom()::in),
                item("graph.zoom-out", model.zoom()::out), item("graph.zoom-reset", model.zoom()::reset),
                new javafx.scene.control.SeparatorMenuItem(), export);
        return menu;
    }

    private MenuItem item(String key, Runnable deed) {
        var item = new MenuItem(messages.text(key));
        item.setOnAction(_ -> deed.run());
        return item;
    }
}
