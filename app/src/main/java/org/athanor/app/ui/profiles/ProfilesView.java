package org.athanor.app.ui.profiles;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

import javafx.application.Platform;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.athanor.app.profile.Profile;
import org.athanor.app.text.Messages;
import org.athanor.app.ui.controls.EnvironmentBadge;
import org.athanor.app.ui.controls.Hint;
import org.athanor.app.ui.controls.Icons;
import org.athanor.app.ui.controls.Labels;
import org.athanor.engine.guard.Access;

/// The left column: the profiles, each with its environment and where it stands.
public final class ProfilesView extends VBox {
    private static final int SHORT_WORD = 12;

    private final ProfilesViewModel model;
    private final Messages messages;
    private final ListView<ProfilesViewModel.Entry> list = new ListView<>();

    public ProfilesView(ProfilesViewModel model, Messages messages) {
        this.model = model;
        this.messages = messages;
        getStyleClass().add("profiles");
        list.setId("profiles");
        list.setCellFactory(_ -> new Cell());
        list.setAccessibleText(messages.text("profiles.heading"));
        list.setPlaceholder(Labels.paragraph(messages.text("profiles.none-found"), "muted", "centred"));
        list.setOnKeyPressed(this::key);
        VBox.setVgrow(list, Priority.ALWAYS);
        getChildren().addAll(Labels.label(messages.text("profiles.heading"), "section"), search(), list, add());
        model.entriesProperty().subscribe(this::show);
    }

    /// The selection stays with its profile, wherever that stands now. Until somebody chooses, it is the open one.
    private void show(List<ProfilesViewModel.Entry> entries) {
        int index = list.getSelectionModel().getSelectedIndex();
        var before = Optional.ofNullable(list.getSelectionModel().getSelectedItem())
                .map(entry -> entry.profile().name());
        list.getItems().setAll(entries);
        var next = before.flatMap(name -> first(entries, entry -> entry.profile().name().equals(name)))
                .or(() -> first(entries, ProfilesViewModel.Entry::open));
        list.getSelectionModel().select(next.map(entries::indexOf).orElse(0));
        int now = list.getSelectionModel().getSelectedIndex();
        if (now != index) {
            Platform.runLater(() -> { // Before its rows are laid out, a list doesn't know where they are.
                list.layout();
                list.scrollTo(Math.max(0, now - 1));
            });
        }
    }

    private static Optional<ProfilesViewModel.Entry> first(List<ProfilesViewModel.Entry> entries,
            Predicate<ProfilesViewModel.Entry> wanted) {
        return entries.stream().filter(wanted).findFirst();
    }

    public void focus() {
        list.requestFocus();
    }

    private TextField search() {
        var field = new TextField();
        field.setId("search-profiles");
        field.setPromptText(messages.text("profiles.search"));
        field.setAccessibleText(messages.text("profiles.search"));
        field.textProperty().subscribe(model::search);
        return field;
    }

    private Button add() {
        var button = new Button(messages.text("profiles.add"), Icons.icon("fth-plus"));
        button.setId("add-profile");
        button.getStyleClass().addAll("flat", "add-profile");
        button.setMaxWidth(Double.MAX_VALUE);
        button.setOnAction(_ -> model.actions().ifPresent(ProfileActions::add));
        return button;
    }

    private void open(ProfilesViewModel.Entry entry) {
        if (entry != null && !entry.open()) {
            model.actions().ifPresent(does -> does.open(entry.profile()));
        }
    }

    /// What the menu of a row does, and the menu itself, without a mouse.
    private void key(KeyEvent key) {
        Optional.ofNullable(list.getSelectionModel().getSelectedItem()).ifPresent(entry -> {
            switch (key.getCode()) {
                case ENTER -> open(entry);
                case F2 -> ifSaved(entry, ProfileActions::edit);
                case DELETE -> ifSaved(entry, ProfileActions::remove);
                case CONTEXT_MENU -> menu(entry).show(list, Side.TOP, 16, list.getHeight() / 3);
                default -> {
                    return;
                }
            }
            key.consume();
        });
    }

    private void ifSaved(ProfilesViewModel.Entry entry, BiConsumer<ProfileActions, Profile> deed) {
        model.actions().filter(_ -> entry.saved()).ifPresent(does -> deed.accept(does, entry.profile()));
    }

    private ContextMenu menu(ProfilesViewModel.Entry entry) {
        var menu = new ContextMenu();
        model.actions().ifPresent(does -> {
            var profile = entry.profile();
            var open = item("profiles.open", () -> does.open(profile));
            open.setDisable(entry.open());
            menu.getItems().add(open);
            if (entry.saved()) {
                menu.getItems().addAll(item("profiles.edit", () -> does.edit(profile)),
                        item("profiles.duplicate", () -> does.duplicate(profile)),
                        item("profiles.remove", () -> does.remove(profile)));
            }
        });
        return menu;
    }

    private MenuItem item(String key, Runnable deed) {
        var item = new MenuItem(messages.text(key));
        item.setId(key.replace('.', '-'));
        item.setOnAction(_ -> deed.run());
        return item;
    }

    private final class Cell extends ListCell<ProfilesViewModel.Entry> {
        @Override
        protected void updateItem(ProfilesViewModel.Entry entry, boolean empty) {
            super.updateItem(entry, empty);
            setText("");
            setGraphic(empty ? new Region() : content(entry));
            setAccessibleText(empty ? "" : spoken(entry));
            setContextMenu(empty ? new ContextMenu() : menu(entry));
            setOnMouseClicked(click -> {
                if (click.getClickCount() == 2 && !isEmpty()) {
                    open(getItem());
                }
            });
        }

        private VBox content(ProfilesViewModel.Entry entry) {
            var name = Labels.label(entry.profile().name(), entry.open() ? "strong" : "closed");
            name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
            name.setTooltip(Hint.of(entry.profile().name()));
            var badge = EnvironmentBadge.of(entry.profile().environment(), messages);
            badge.setMinWidth(USE_PREF_SIZE);
            var badges = new HBox(badge);
            badges.getStyleClass().add("profile-line");
            var box = new VBox(name, badges);
            var standing = standing(entry);
            (fitsBeside(entry) ? badges : box).getChildren().add(standing);
            entry.heading().ifPresent(group -> box.getChildren().addFirst(Labels.label(group, "group")));
            box.setMinWidth(0);
            box.setPrefWidth(0);
            box.getStyleClass().add("profile");
            return box;
        }

        /// A short word stands beside the badge, all else has a line of its own.
        private boolean fitsBeside(ProfilesViewModel.Entry entry) {
            return said(entry).length() <= SHORT_WORD;
        }

        private Label standing(ProfilesViewModel.Entry entry) {
            if (entry.open() && !fitsBeside(entry)) {
                return Labels.paragraph(said(entry), "muted", "standing");
            }
            var place = Labels.label(said(entry), "muted", "standing");
            if (!entry.asked()) {
                place.setTextOverrun(OverrunStyle.LEADING_ELLIPSIS); // The end of a long path tells more.
            }
            place.setTooltip(Hint.of(said(entry) + "\n" + model.detail(entry.profile())));
            return place;
        }

        private String said(ProfilesViewModel.Entry entry) {
            return entry.profile().access() == Access.READ_ONLY
                    ? messages.text("profiles.read-only", entry.standing())
                    : entry.standing();
        }

        private String spoken(ProfilesViewModel.Entry entry) {
            Profile profile = entry.profile();
            return messages.text("profiles.spoken", profile.name(), messages.text(profile.environment().messageKey()),
                    said(entry));
        }
    }
}
