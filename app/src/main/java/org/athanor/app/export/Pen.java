package org.athanor.app.export;

/// What a graph is drawn with. All coordinates are whole pixels, so that nothing hangs on how numbers are rounded.
interface Pen {
    /// From one place straight down to another, or in a curve to the side.
    void line(int fromX, int fromY, int toX, int toY, Ink ink, boolean dotted);

    /// A round dot or, for a merge, a diamond.
    void dot(int x, int y, Ink ink, boolean diamond);

    void ring(int x, int y, Ink ink);

    /// Words that begin at x, around the middle line y.
    void text(int x, int y, String text, Ink ink);
}
