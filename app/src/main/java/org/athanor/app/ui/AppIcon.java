package org.athanor.app.ui;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

import javafx.scene.image.Image;

/// The program's icon, from which the system takes the size that it needs. Drawn from `installer/src/icon/athanor.svg`.
final class AppIcon {
    private static final int[] SIZES = {16, 32, 48, 64, 128, 256};

    private AppIcon() {}

    static List<Image> inAllSizes() {
        return IntStream.of(SIZES).mapToObj(AppIcon::of).toList();
    }

    private static Image of(int size) {
        var name = "icon-%d.png".formatted(size);
        return new Image(Objects.requireNonNull(AppIcon.class.getResourceAsStream(name), name));
    }
}
