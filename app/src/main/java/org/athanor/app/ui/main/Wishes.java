package org.athanor.app.ui.main;

import javafx.scene.Node;
import javafx.stage.FileChooser;

import org.athanor.app.export.GraphFormat;
import org.athanor.app.text.Messages;
import org.athanor.app.ui.graph.Applied;
import org.athanor.app.ui.graph.GraphRow;
import org.athanor.app.ui.graph.GraphWishes;
import org.athanor.app.ui.graph.Move;
import org.athanor.app.ui.graph.Pin;
import org.athanor.engine.problem.Problem;
import org.athanor.engine.revision.Revision;

/// What is wished for on the graph goes to the window's view model; a file is asked for here.
final class Wishes implements GraphWishes {
    private final MainViewModel model;
    private final Node owner;
    private final Messages messages;

    Wishes(MainViewModel model, Node owner, Messages messages) {
        this.model = model;
        this.owner = owner;
        this.messages = messages;
    }

    @Override
    public void refresh() {
        model.refresh();
    }

    @Override
    public void move(Move move) {
        model.move(move);
    }

    @Override
    public void reach(GraphRow row) {
        Move.to(row).ifPresentOrElse(model::move, () -> model.graph().tell(row.applied() == Applied.APPLIED
                ? messages.text("revision.stands-here", model.profile().name())
                : messages.text("revision.no-move")));
    }

    @Override
    public void pinDropped(Pin pin, Revision revision) {
        model.pinDropped(pin, revision);
    }

    @Override
    public void open(Problem.Place place) {
        model.open(place);
    }

    @Override
    public void export(GraphFormat format) {
        var chooser = new FileChooser();
        chooser.setTitle(messages.text("graph.export"));
        chooser.setInitialFileName("revisions." + format.extension());
        var file = chooser.showSaveDialog(owner.getScene().getWindow());
        if (file != null) {
            model.export(format, file.toPath());
        }
    }
}
