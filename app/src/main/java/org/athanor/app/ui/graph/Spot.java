package org.athanor.app.ui.graph;

import java.util.List;

/// A small thing on the canvas that can be pointed at.
record Spot(double x, double y, double width, double height, Thing thing) {
    /// What it stands for.
    sealed interface Thing {}

    record OfPin(Pin pin) implements Thing {}

    /// Pins for which a row has no room.
    record OfMore(List<Pin> pins) implements Thing {
        public OfMore {
            pins = List.copyOf(pins);
        }
    }

    record OfBadge(Badge badge) implements Thing {}

    boolean contains(double atX, double atY) {
        return atX >= x && atX <= x + width && atY >= y && atY <= y + height;
    }
}
