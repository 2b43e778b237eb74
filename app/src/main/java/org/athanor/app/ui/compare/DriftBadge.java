package org.athanor.app.ui.compare;

import javafx.scene.control.Button;

import org.athanor.app.text.Messages;
import org.athanor.app.ui.controls.Hint;
import org.athanor.app.ui.controls.Icons;

/// Says whether the database is as its own revisions make it, and leads to what differs.
public final class DriftBadge extends Button {
    private final Messages messages;

    /// `open` shows the comparison.
    public DriftBadge(DriftViewModel model, Runnable open, Messages messages) {
        this.messages = messages;
        setId("drift");
        setMinWidth(USE_PREF_SIZE);
        getStyleClass().addAll("flat", "drift");
        setOnAction(_ -> {
            if (model.lead()) {
                open.run();
            }
        });
        model.stateProperty().subscribe(this::show);
    }

    private void show(DriftState state) {
        setVisible(!(state instanceof DriftState.Silent));
        setManaged(isVisible());
        setDisable(state instanceof DriftState.Looking);
        switch (state) {
            case DriftState.Silent _ -> look("", "fth-help-circle", "muted-icon", "");
            case DriftState.Unasked _ ->
                look(messages.text("drift.unasked"), "fth-search", "muted-icon", messages.text("drift.unasked-hint"));
            case DriftState.Looking _ ->
                look(messages.text("drift.looking"), "fth-clock", "muted-icon", messages.text("drift.looking"));
            case DriftState.Found found when found.differences() == 0 ->
                look(messages.text("drift.none"), "fth-check", "success-icon", messages.text("drift.none-hint"));
            case DriftState.Found found -> look(messages.text("drift.found", found.differences()),
                    "fth-alert-triangle", "warning-icon", messages.text("drift.found-hint"));
            case DriftState.Unknown(var problems) -> look(messages.text("drift.unknown"), "fth-help-circle",
                    "warning-icon", problems.getFirst().message());
        }
    }

    private void look(String text, String icon, String iconLook, String hint) {
        setText(text);
        setGraphic(Icons.icon(icon, iconLook));
        setTooltip(Hint.of(hint));
        setAccessibleHelp(hint);
    }
}
