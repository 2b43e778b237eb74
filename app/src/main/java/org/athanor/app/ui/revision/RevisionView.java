package org.athanor.app.ui.revision;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.athanor.app.text.Messages;
import org.athanor.app.ui.controls.CopyButton;
import org.athanor.app.ui.controls.Labels;
import org.athanor.app.ui.controls.Placeholder;
import org.athanor.app.ui.controls.ProblemList;
import org.athanor.app.ui.controls.SqlArea;
import org.athanor.app.ui.graph.Move;
import org.athanor.app.ui.revision.RevisionViewModel.Details;
import org.athanor.app.workspace.Closeup;
import org.athanor.engine.journal.Edited;
import org.athanor.engine.problem.Problem;
import org.athanor.engine.revision.RevisionId;

/// The inspector: what a revision is and does, where and when it was applied, and its file.
public final class RevisionView extends BorderPane {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM)
            .withZone(ZoneId.systemDefault());

    private final RevisionViewModel model;
    private final Messages messages;
    private final Wishes wishes;
    private final SqlArea upgrade;
    private final SqlArea downgrade;
    private final HazardList upHazards;
    private final HazardList downHazards;
    private final FileTab file;
    private final ScrollPane scroll = new ScrollPane();
    private final TabPane tabs = new TabPane();

    /// What can be wished for here: to move, to look at another revision, to open a file.
    public record Wishes(Consumer<Move> move, Consumer<RevisionId> select, Consumer<Problem.Place> open) {}

    public RevisionView(RevisionViewModel model, Messages messages, Wishes wishes) {
        this.model = model;
        this.messages = messages;
        this.wishes = wishes;
        upgrade = new SqlArea(messages.text("revision.upgrade-sql"), messages);
        downgrade = new SqlArea(messages.text("revision.downgrade-sql"), messages);
        upHazards = new HazardList(messages);
        downHazards = new HazardList(messages);
        file = new FileTab(messages);
        getStyleClass().add("inspector");
        scroll.setFitToWidth(true);
        var overview = new Tab(messages.text("revision.overview-tab"), scroll);
        overview.setClosable(false);
        tabs.getTabs().setAll(overview, file);
        model.upgradeProperty().subscribe(text -> show(text, upgrade, messages.text("revision.nothing-up")));
        model.downgradeProperty().subscribe(text -> show(text, downgrade, messages.text("revision.nothing-down")));
        model.detailsProperty().subscribe(this::show);
        model.closeupProperty().subscribe(_ -> show(model.detailsProperty().get()));
    }

    /// The number of the tab on show.
    public int tab() {
        return tabs.getSelectionModel().getSelectedIndex();
    }

    /// A number that no tab has is ignored.
    public void showTab(int number) {
        if (number < tabs.getTabs().size()) {
            tabs.getSelectionModel().select(number);
        }
    }

    public void focus() {
        (tabs.getSelectionModel().getSelectedItem() == file ? tabs : scroll).requestFocus();
    }

    private void show(Optional<Details> details) {
        if (details.isEmpty()) {
            setCenter(new Placeholder("fth-mouse-pointer", messages.text("revision.none")));
            return;
        }
        var now = details.get();
        var read = model.closeupProperty().get();
        upHazards.show(read.map(Closeup::upHazards).orElse(List.of()));
        downHazards.show(read.map(Closeup::downHazards).orElse(List.of()));
        file.show(now.revision().path(), read.map(Closeup::text).orElse(""),
                () -> wishes.open().accept(new Problem.Place(now.revision().path(), 0)));
        var content = new VBox(heading(now), move(now));
        now.edited().ifPresent(edited -> content.getChildren().addAll(edited(edited)));
        content.getChildren().addAll(facts(now, read), upgrade, upHazards, downgrade, downHazards);
        content.getStyleClass().add("inspector-content");
        scroll.setContent(content);
        setCenter(tabs);
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
        button.setOnAction(_ -> wishes.move().accept(move));
        return button;
    }

    private List<Node> edited(Edited edited) {
        var problem = new ProblemList(messages);
        problem.show(List.of(edited.problem()));
        var difference = new SqlArea(messages.text("revision.difference"), messages);
        edited.difference().ifPresentOrElse(lines -> difference.showSql(String.join("\n", lines)),
                () -> difference.showSentence(messages.text("revision.no-difference")));
        return List.of(problem, difference);
    }

    private Node facts(Details details, Optional<Closeup> read) {
        var revision = details.revision();
        var grid = new FactGrid(messages);
        grid.fact("revision.state", messages.text(details.row().applied().messageKey()));
        grid.fact("revision.pins", details.row().pins().stream().map(pin -> messages.text("graph.pin", pin.name(),
                messages.text(pin.environment().messageKey()))).collect(Collectors.joining("\n")));
        grid.fact("revision.runs", read.map(this::runs).orElseGet(() -> messages.text("revision.loading")));
        grid.fact("revision.created", revision.created().orElseGet(() -> messages.text("revision.unknown")));
        grid.links("revision.parents", details.parents(), wishes.select());
        grid.links("revision.children", details.children(), wishes.select());
        grid.fact("revision.labels", String.join(", ", details.row().labels()));
        grid.links("revision.dependencies", details.dependencies(), wishes.select());
        grid.fact("revision.file", String.valueOf(revision.path().getFileName()));
        return grid;
    }

    private String runs(Closeup read) {
        return read.traces().stream().map(trace -> messages.text(switch (trace.move()) {
            case UPGRADE -> "revision.run-up";
            case DOWNGRADE -> "revision.run-down";
            case STAMP -> "revision.run-stamp";
        }, TIME.format(trace.at()), trace.run(), trace.who().user())).collect(Collectors.joining("\n"));
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
