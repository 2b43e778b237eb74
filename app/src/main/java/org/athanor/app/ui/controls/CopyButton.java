package org.athanor.app.ui.controls;

import java.util.function.Supplier;

import javafx.scene.control.Button;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

/// Puts a text on the clipboard.
public final class CopyButton {
    private CopyButton() {}

    public static Button of(String meaning, Supplier<String> text) {
        return Icons.button("fth-copy", meaning, () -> copy(text.get()));
    }

    public static void copy(String text) {
        var content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }
}
