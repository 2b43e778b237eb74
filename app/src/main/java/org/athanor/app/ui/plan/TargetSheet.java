package org.athanor.app.ui.plan;

import java.util.List;
import java.util.function.Consumer;

import javafx.scene.layout.VBox;

import org.athanor.app.text.Messages;
import org.athanor.app.ui.controls.Labels;
import org.athanor.app.ui.controls.Sheet;
import org.athanor.app.ui.controls.Sheets;
import org.athanor.app.workspace.Wish;
import org.athanor.engine.graph.RevisionGraph;
import org.athanor.engine.graph.Target;

/// Asks where the database shall go: any name that the command line understands.
public final class TargetSheet {
    private static final double WIDTH = 520;

    private TargetSheet() {}

    public static void open(RevisionGraph graph, Messages messages, Sheets sheets, Consumer<Wish> wish) {
        var target = new TargetField(graph, Target.HEAD, messages);
        var body = new VBox(Labels.paragraph(messages.text("target.go-help"), "muted"), target);
        body.getStyleClass().add("sheet-body");
        Runnable ask = () -> {
            var typed = target.typed();
            if (!typed.isEmpty()) {
                sheets.hideThen(() -> wish.accept(new Wish.GoTo(typed)));
            }
        };
        target.field().setOnAction(_ -> ask.run());
        var cancel = Sheet.button("cancel-target", messages.text("sheet.cancel"), sheets::hide);
        var plan = Sheet.button("show-plan", messages.text("target.show"), ask, "accent");
        plan.disableProperty().bind(target.field().textProperty().map(String::isBlank));
        sheets.show(new Sheet(messages.text("target.go"), WIDTH, body, List.of(cancel, plan), target.field()));
        target.field().selectAll();
    }
}
