package org.athanor.app.ui;

import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

import javafx.stage.Screen;
import javafx.stage.Stage;

import org.athanor.app.profile.WindowPlace.Bounds;

/// Puts a window back where it was, unless no screen is there any more.
final class StagePlace {
    private static final Logger LOG = Logger.getLogger(StagePlace.class.getName());
    /// As much of a window's head has to be seen as a hand needs to move it.
    private static final double GRIP = 64;

    private StagePlace() {}

    static Optional<Bounds> of(Stage stage) {
        return Double.isNaN(stage.getX())
                ? Optional.empty()
                : Optional.of(new Bounds(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight(),
                        stage.isMaximized()));
    }

    static void put(Stage stage, Bounds bounds) {
        var head = Screen.getScreensForRectangle(bounds.x(), bounds.y(), bounds.width(), GRIP);
        boolean seen = head.stream().map(Screen::getVisualBounds)
                .anyMatch(screen -> Math.min(bounds.x() + bounds.width(), screen.getMaxX())
                        - Math.max(bounds.x(), screen.getMinX()) >= GRIP && bounds.y() >= screen.getMinY());
        if (!seen) {
            LOG.log(Level.INFO, "The window was where no screen is now; it opens in the middle");
            return;
        }
        stage.setX(bounds.x());
        stage.setY(bounds.y());
        stage.setWidth(Math.max(bounds.width(), stage.getMinWidth()));
        stage.setHeight(Math.max(bounds.height(), stage.getMinHeight()));
        stage.setMaximized(bounds.maximized());
    }
}
