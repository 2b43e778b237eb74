package org.athanor.app.ui.graph;

/// Where things are on the canvas: rows of one height, and a column of lanes that leaves room for words. Few lanes stand
/// apart; many come closer together, and what still doesn't fit is scrolled.
record Geometry(double width, double rowHeight, double zoom, double laneWidth, double column, double shift) {
    static final double ROW_HEIGHT = 28;
    static final double MARGIN = 16;
    private static final double WIDE_LANE = 16;
    private static final double NARROW_LANE = 7;
    private static final double LARGEST_SHARE = 0.4;

    /// For this many lanes; `wanted` is how far the lanes were scrolled.
    static Geometry of(double width, double zoom, int lanes, double wanted) {
        double room = Math.max(WIDE_LANE * 4, width * LARGEST_SHARE);
        int gaps = Math.max(1, lanes) - 1;
        double lane = gaps == 0 ? WIDE_LANE : Math.clamp(room / gaps, NARROW_LANE, WIDE_LANE * zoom);
        double all = gaps * lane;
        double column = Math.min(all, room);
        return new Geometry(width, ROW_HEIGHT * zoom, zoom, lane, column, Math.clamp(wanted, 0, all - column));
    }

    /// How far lanes can be scrolled.
    static double furthest(double width, double zoom, int lanes) {
        return of(width, zoom, lanes, Double.MAX_VALUE).shift();
    }

    double x(int lane) {
        return left() + lane * laneWidth - shift;
    }

    double left() {
        return MARGIN + dot();
    }

    /// The right end of the column of lanes.
    double right() {
        return left() + column;
    }

    boolean isVisible(double x) {
        return x >= left() - 1 && x <= right() + 1;
    }

    /// The place itself, or the end of the column that is nearest to it.
    double within(double x) {
        return Math.clamp(x, left() - dot(), right() + dot());
    }

    double textStart() {
        return right() + 20 * zoom;
    }

    double dot() {
        return Math.min(5 * zoom, Math.max(3, laneWidth * 0.45));
    }

    /// A length at this zoom.
    double scaled(double length) {
        return length * zoom;
    }
}
