package org.athanor.app.ui.controls;

import java.util.Optional;

import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;

/// Where sheets are shown: one at a time, over the whole window. Escape puts it away, and the keyboard goes back to where
/// it was; meanwhile it doesn't leave the sheet.
///
/// AtlantaFX has a pane for that, which moves: what is shown while the one before moves out goes with it.
public final class Sheets {
    private static final double TOP = 64;

    private final StackPane over = new StackPane();
    private Optional<Node> before = Optional.empty();
    private Subscription watch = Subscription.EMPTY;
    private Runnable afterwards = () -> {};
    private Runnable escape = this::hide;

    public Sheets() {
        over.setId("sheets");
        over.getStyleClass().add("sheets");
        over.setVisible(false);
        over.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                event.consume();
                escape.run();
            }
        });
    }

    /// What lies over the window.
    public Node node() {
        return over;
    }

    public void show(Sheet sheet) {
        show(sheet, () -> {});
    }

    /// The same, and what is to be done once the sheet is gone.
    public void show(Sheet sheet, Runnable gone) {
        open(sheet, Pos.CENTER);
        afterwards = gone;
        sheet.focus();
    }

    /// The same; `leave` is asked instead when somebody wants the sheet away by a key, and hides it if that is right.
    public void show(Sheet sheet, Runnable gone, Runnable leave) {
        show(sheet, gone);
        escape = leave;
    }

    /// Shows something else than a sheet near the top; it takes the keyboard itself.
    public void showAtTop(Node node) {
        open(node, Pos.TOP_CENTER);
    }

    public void hide() {
        if (!isShown()) {
            return;
        }
        watch.unsubscribe();
        escape = this::hide;
        over.setVisible(false);
        over.getChildren().clear();
        before.ifPresent(Node::requestFocus);
        before = Optional.empty();
        end();
    }

    /// Hides what is shown, and then does this; it may show something else.
    public void hideThen(Runnable next) {
        hide();
        next.run();
    }

    public boolean isShown() {
        return over.isVisible();
    }

    /// The id of what is shown; nothing if that has none.
    public Optional<String> shown() {
        return over.getChildren().stream().findFirst().map(Node::getId);
    }

    private void end() {
        var last = afterwards;
        afterwards = () -> {};
        last.run();
    }

    private void open(Node node, Pos place) {
        hide();
        StackPane.setAlignment(node, place);
        StackPane.setMargin(node, place == Pos.TOP_CENTER ? new Insets(TOP, 0, 0, 0) : Insets.EMPTY);
        over.getChildren().setAll(node);
        over.setVisible(true);
        Optional.ofNullable(over.getScene()).ifPresent(scene -> {
            before = Optional.ofNullable(scene.getFocusOwner());
            watch = scene.focusOwnerProperty().subscribe(owner -> keep(scene, node, owner));
        });
    }

    /// Tab goes round within the sheet.
    private void keep(Scene scene, Node node, Node owner) {
        if (owner != null && !isWithin(owner) && scene.getWindow() != null && scene.getWindow().isFocused()) {
            node.lookupAll("*").stream().filter(n -> n.isFocusTraversable() && !n.isDisabled()).findFirst()
                    .ifPresent(Node::requestFocus);
        }
    }

    private boolean isWithin(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at.equals(over)) {
                return true;
            }
        }
        return false;
    }
}
