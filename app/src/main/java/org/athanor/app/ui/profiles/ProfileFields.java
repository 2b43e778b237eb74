package org.athanor.app.ui.profiles;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Supplier;

import javafx.beans.property.ObjectProperty;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

import org.athanor.app.profile.Environment;
import org.athanor.app.profile.Tls;
import org.athanor.app.text.Messages;
import org.athanor.app.ui.controls.EnvironmentBadge;
import org.athanor.app.ui.controls.Icons;
import org.athanor.app.ui.controls.Labels;
import org.athanor.app.ui.profiles.ProfileDraft.Field;
import org.athanor.app.ui.profiles.ProfileDraft.Kind;
import org.athanor.app.ui.profiles.ProfileDraft.Source;
import org.athanor.engine.guard.Access;

/// The fields of a profile, bound to its draft.
final class ProfileFields extends VBox {
    private static final double LABEL_WIDTH = 128;

    private final ProfileDraft draft;
    private final Messages messages;

    ProfileFields(ProfileDraft draft, PasswordField password, Messages messages) {
        this.draft = draft;
        this.messages = messages;
        getStyleClass().add("fields");
        var server = new VBox(server(password), more("profile.encryption", this::encryption),
                more("profile.tunnel", this::tunnel));
        server.getStyleClass().add("fields-part");
        var file = grid();
        text(file, Field.FILE);
        show(server, Kind.POSTGRESQL);
        show(file, Kind.SQLITE);
        getChildren().addAll(care(), server, file, more("profile.project", this::project),
                more("profile.limits", this::limits));
    }

    private GridPane care() {
        var grid = grid();
        text(grid, Field.NAME);
        text(grid, Field.GROUP);
        var environment = choice("environment", draft.environmentProperty(), List.of(Environment.values()),
                value -> messages.text(value.messageKey()));
        environment.setCellFactory(_ -> new EnvironmentCell());
        environment.setButtonCell(new EnvironmentCell());
        row(grid, "profile.environment", environment);
        var reading = new CheckBox(messages.text("profile.read-only"));
        reading.setId("read-only");
        reading.setSelected(draft.accessProperty().get() == Access.READ_ONLY);
        reading.selectedProperty()
                .subscribe(on -> draft.accessProperty().set(on ? Access.READ_ONLY : Access.FULL));
        draft.accessProperty().subscribe(access -> reading.setSelected(access == Access.READ_ONLY));
        row(grid, "", reading);
        row(grid, "profile.kind", choice("kind", draft.kindProperty(), List.of(Kind.values()),
                value -> messages.text(value.key())));
        return grid;
    }

    private GridPane server(PasswordField password) {
        var grid = grid();
        text(grid, Field.HOST);
        text(grid, Field.PORT);
        text(grid, Field.DATABASE);
        text(grid, Field.USER);
        text(grid, Field.SCHEMA);
        row(grid, "profile.password", choice("password-source", draft.sourceProperty(), List.of(Source.values()),
                value -> messages.text(value.key())));
        password.setId("password");
        password.setPromptText(messages.text("profile.password-prompt"));
        password.setAccessibleText(messages.text("profile.password"));
        grid.add(password, 1, grid.getRowCount());
        var source = field(Field.SOURCE);
        grid.add(source, 1, grid.getRowCount());
        draft.sourceProperty().subscribe(chosen -> {
            boolean typed = chosen == Source.STORED || chosen == Source.ASKED;
            visible(password, typed);
            visible(source, !typed && chosen != Source.ELSEWHERE);
        });
        return grid;
    }

    private GridPane encryption() {
        var grid = grid();
        row(grid, "profile.tls", choice("tls", draft.tlsProperty(), List.of(Tls.Mode.values()), Tls.Mode::code));
        text(grid, Field.ROOT_CERTIFICATE);
        text(grid, Field.CERTIFICATE);
        text(grid, Field.KEY);
        return grid;
    }

    private GridPane tunnel() {
        var grid = grid();
        text(grid, Field.SSH_HOST);
        text(grid, Field.SSH_PORT);
        text(grid, Field.SSH_USER);
        text(grid, Field.SSH_KEY);
        var agent = new CheckBox(messages.text("profile.agent"));
        agent.setId("ssh-agent");
        agent.setSelected(draft.agentProperty().get());
        agent.selectedProperty().subscribe(on -> draft.agentProperty().set(on));
        row(grid, "", agent);
        text(grid, Field.KNOWN_HOSTS);
        return grid;
    }

    private GridPane project() {
        var grid = grid();
        text(grid, Field.PROJECT);
        text(grid, Field.SECTION);
        text(grid, Field.VERSION_TABLE);
        return grid;
    }

    private GridPane limits() {
        var grid = grid();
        text(grid, Field.CONNECT);
        text(grid, Field.LOCK);
        text(grid, Field.STATEMENT);
        return grid;
    }

    /// Made when it is opened: most profiles need none of them, and to make all keeps the window waiting.
    private TitledPane more(String key, Supplier<Node> content) {
        var empty = new Region();
        var pane = new TitledPane(messages.text(key), empty);
        pane.setAnimated(false);
        pane.setExpanded(key.equals("profile.project"));
        pane.expandedProperty().subscribe(open -> {
            if (open && pane.getContent().equals(empty)) {
                pane.setContent(content.get());
            }
        });
        pane.setId(key.replace('.', '-'));
        return pane;
    }

    private static GridPane grid() {
        var grid = new GridPane();
        grid.getStyleClass().add("field-grid");
        var labels = new ColumnConstraints(LABEL_WIDTH);
        var fields = new ColumnConstraints();
        fields.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().addAll(labels, fields);
        return grid;
    }

    private void text(GridPane grid, Field name) {
        var field = field(name);
        if (!PathChoice.isFor(name)) {
            row(grid, name.key(), field);
            return;
        }
        field.setAccessibleText(messages.text(name.key()));
        HBox.setHgrow(field, Priority.ALWAYS);
        var meaning = messages.text("profile.choose", messages.text(name.key()));
        var choose = Icons.button("fth-folder", meaning, () -> new PathChoice(name, meaning)
                .ask(getScene().getWindow(), field.getText()).ifPresent(field::setText));
        choose.setId("choose-" + word(name));
        var both = new HBox(field, choose);
        both.getStyleClass().add("field-with-choice");
        row(grid, name.key(), both);
        grid.getChildren().stream().filter(Label.class::isInstance).map(Label.class::cast)
                .filter(label -> both.equals(label.getLabelFor())).forEach(label -> label.setLabelFor(field));
    }

    private TextField field(Field name) {
        var field = new TextField();
        field.setId(word(name));
        field.textProperty().bindBidirectional(draft.text(name));
        field.setPromptText(messages.text(name.promptKey()));
        return field;
    }

    private void row(GridPane grid, String key, Region control) {
        int row = grid.getRowCount();
        if (!key.isEmpty()) {
            Label label = Labels.label(messages.text(key));
            label.setLabelFor(control);
            control.setAccessibleText(messages.text(key));
            grid.add(label, 0, row);
        }
        control.setMaxWidth(Double.MAX_VALUE);
        grid.add(control, 1, row);
    }

    private static <T> ComboBox<T> choice(String id, ObjectProperty<T> property, List<T> values,
            Function<T, String> text) {
        var box = new ComboBox<>(FXCollections.observableList(values));
        box.setId(id);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(T value) {
                return value == null ? "" : text.apply(value);
            }

            @Override
            public T fromString(String written) {
                throw new UnsupportedOperationException("Values are chosen");
            }
        });
        box.valueProperty().bindBidirectional(property);
        return box;
    }

    private void show(Node part, Kind when) {
        draft.kindProperty().subscribe(kind -> visible(part, kind == when));
    }

    private static void visible(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private final class EnvironmentCell extends javafx.scene.control.ListCell<Environment> {
        @Override
        protected void updateItem(Environment environment, boolean empty) {
            super.updateItem(environment, empty);
            setText("");
            setGraphic(empty ? new Region() : EnvironmentBadge.of(environment, messages));
        }
    }
}
