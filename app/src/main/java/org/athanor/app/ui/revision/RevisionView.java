package org.athanor.app.ui.revision;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.athanor.app.text.Messages;
import org.athanor.app.ui.controls.CopyButton;
import org.athanor.app.ui.controls.Labels;
import org.athanor.app.ui.controls.Placeholder;
import org.athanor.app.ui.controls.SqlArea;
import org.athanor.app.ui.graph.Move;
import org.athanor.app.ui.revision.RevisionViewModel.Details;

/// The inspector.
public final class RevisionView extends BorderPane {
    private final Messages messages;
    private final Consumer<Move> wish;
    private final SqlArea upgrade;
    private final SqlArea downgrade;
    private final ScrollPane scroll = new ScrollPane();

    public RevisionView(RevisionViewModel model, Messages messages, Consumer<Move> wish) {
        this.messages = messages;
        this.wish = wish;
        this.upgrade = new SqlArea(messages.text("revision.upgrade-sql"), messages);
        this.downgrade = new SqlArea(messages.text("revision.downgrade-sql"), messages);
        getStyleClass().add("inspector");
        scroll.setFitToWidth(true);
        model.upgradeProperty().subscribe(text -> show(text, upgrade, messages.text("revision.nothing-up")));
        model.downgradeProperty().subscribe(text -> show(text, downgrade, messages.text("revision.nothing-down")));
        model.detailsProperty().subscribe(this::show);
    }

    public void focus() {
        scroll.requestFocus();
    }

    private void show(Optional<Details> details) {
        if (details.isEmpty()) {
            setCenter(new Placeholder("fth-mouse-pointer", messages.text("revision.none")));
            return;
        }
        var content = new VBox(heading(details.get()), move(details.get()), facts(details.get()), upgrade,
                downgrade);
        content.getStyleClass().add("inspector-content");
        scroll.setContent(content);
        setCenter(scroll);
    }

    private Node heading(Details details) {
        var id = details.revision().id().value();
        var line = new HBox(Labels.label(id, "mono", "muted"),
                CopyButton.of(messages.text("revision.copy-id"), () -> id));
        line.getStyleClass().add("heading-line");
        return new VBox(line, Labels.paragraph(details.revision().message(), "title"));
    }

    private Node move(Details details) {
        return Move.to(details.row()).map(this::button).orElseGet(() -> Labels.paragraph(details.row().pin()
                .map(pin -> messages.text("revision.stands-here", pin.name()))
                .orElseGet(() -> messages.text("revision.no-move")), "muted"));
    }

    private Node button(Move move) {
        var button = new Button(messages.text(move.messageKey()));
        button.setId("move");
        button.setOnAction(_ -> wish.accept(move));
        return button;
    }

    private Node facts(Details details) {
        var revision = details.revision();
        var grid = new GridPane();
        grid.getStyleClass().add("facts");
        fact(grid, "revision.state", messages.text(details.row().applied().messageKey()));
        fact(grid, "revision.created", revision.created().orElseGet(() -> messages.text("revision.unknown")));
        fact(grid, "revision.parents", Details.ids(details.parents()));
        fact(grid, "revision.children", Details.ids(details.children()));
        fact(grid, "revision.labels", String.join(", ", details.row().labels()));
        fact(grid, "revision.dependencies", Details.ids(details.dependencies()));
        fact(grid, "revision.file", String.valueOf(revision.path().getFileName()));
        return grid;
    }

    private void fact(GridPane grid, String key, String value) {
        var mono = List.of("revision.parents", "revision.children", "revision.dependencies").contains(key);
        var text = Labels.paragraph(value.isEmpty() ? messages.text("revision.no-such") : value,
                mono && !value.isEmpty() ? "mono" : "plain");
        var name = Labels.label(messages.text(key), "muted", "fact-name");
        name.setMinWidth(USE_PREF_SIZE);
        GridPane.setValignment(name, VPos.TOP);
        grid.addRow(grid.getRowCount(), name, text);
    }

    private void show(SqlText text, SqlArea area, String nothing) {
        switch (text) {
            case SqlText.Loading _ -> area.showSentence(messages.text("revision.loading"));
            case SqlText.Nothing _ -> area.showSentence(nothing);
            case SqlText.NoDialect _ -> area.showSentence(messages.text("revision.no-dialect"));
            case SqlText.Unreadable(var reason) -> area.showSentence(reason.text());
            case SqlText.Live(var reason, var known) -> area.showSql(SqlText.comment(reason) + known);
            case SqlText.Sql(var sql) -> area.showSql(sql);
        }
    }
}
