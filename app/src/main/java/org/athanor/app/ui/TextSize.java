package org.athanor.app.ui;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

import javafx.scene.Scene;

/// How large the text of a window is; all other sizes of text follow from that one.
final class TextSize {
    private final Scene scene;
    private Optional<String> sheet = Optional.empty();

    TextSize(Scene scene) {
        this.scene = scene;
    }

    void apply(int pixels) {
        sheet.ifPresent(scene.getStylesheets()::remove);
        var css = ".root.studio.light, .root.studio.dark { -fx-font-size: %dpx; }".formatted(pixels);
        var next = "data:text/css;base64,"
                + Base64.getEncoder().encodeToString(css.getBytes(StandardCharsets.UTF_8));
        scene.getStylesheets().add(next);
        sheet = Optional.of(next);
    }
}
