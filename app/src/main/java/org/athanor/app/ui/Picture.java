package org.athanor.app.ui;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import javax.imageio.ImageIO;

import javafx.scene.Scene;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/// What a scene looks like, as a PNG file. Read pixel by pixel, so that no bridge to Swing has to be shipped.
final class Picture {
    private Picture() {}

    /// On the FX thread.
    static void write(Scene scene, Path file) {
        WritableImage seen = scene.snapshot(new WritableImage((int) scene.getWidth(), (int) scene.getHeight()));
        int width = (int) seen.getWidth();
        int height = (int) seen.getHeight();
        var pixels = new int[width * height];
        seen.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, width, height, pixels, 0, width);
        try {
            Files.createDirectories(Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(file));
            if (!ImageIO.write(image, "png", file.toFile())) {
                throw new IllegalStateException("No writer for PNG");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
