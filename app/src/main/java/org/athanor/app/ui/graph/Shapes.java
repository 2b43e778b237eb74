package org.athanor.app.ui.graph;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.shape.StrokeLineCap;

import org.athanor.app.profile.Environment;

/// The shapes by which environments and badges are told apart without colour. Each fills the square at (x, y).
final class Shapes {
    private final GraphicsContext pen;

    Shapes(GraphicsContext pen) {
        this.pen = pen;
    }

    void environment(Environment environment, double x, double y, double size) {
        switch (environment) {
            case LOCAL -> pen.fillOval(x, y, size, size);
            case DEV -> pen.fillRect(x, y, size, size);
            case STAGING -> filled(x, y, size, 0, 0.5, 0.25, 0, 0.75, 0, 1, 0.5, 0.75, 1, 0.25, 1);
            case PRODUCTION -> filled(x, y, size, 0, 1, 0.5, 0, 1, 1);
        }
    }

    /// A flash, a warning sign, a one-way arrow, a pencil.
    void badge(Badge badge, double x, double y, double size) {
        pen.setLineWidth(Math.max(1, size / 8));
        pen.setLineCap(StrokeLineCap.ROUND);
        switch (badge) {
            case LIVE -> filled(x, y, size, 0.6, 0, 0.15, 0.58, 0.45, 0.58, 0.35, 1, 0.85, 0.4, 0.52, 0.4);
            case UNREADABLE -> {
                outlined(x, y, size, 0.5, 0.04, 1, 0.94, 0, 0.94);
                pen.strokeLine(x + size / 2, y + size * 0.36, x + size / 2, y + size * 0.6);
                pen.strokeLine(x + size / 2, y + size * 0.77, x + size / 2, y + size * 0.78);
            }
            case IRREVERSIBLE -> {
                pen.strokeLine(x + size * 0.1, y + size * 0.06, x + size * 0.9, y + size * 0.06);
                pen.strokeLine(x + size / 2, y + size, x + size / 2, y + size * 0.34);
                filled(x, y, size, 0.5, 0.22, 0.84, 0.62, 0.16, 0.62);
            }
            case EDITED -> {
                filled(x, y, size, 0.7, 0, 1, 0.3, 0.4, 0.9, 0.1, 0.6);
                filled(x, y, size, 0.04, 0.7, 0.3, 0.96, 0, 1);
            }
        }
        pen.setLineCap(StrokeLineCap.BUTT);
    }

    void diamond(double x, double y, double radius) {
        double[] xs = {x - radius, x, x + radius, x};
        double[] ys = {y, y - radius, y, y + radius};
        pen.fillPolygon(xs, ys, 4);
        pen.strokePolygon(xs, ys, 4);
    }

    private void filled(double x, double y, double size, double... corners) {
        pen.fillPolygon(coordinates(x, size, 0, corners), coordinates(y, size, 1, corners), corners.length / 2);
    }

    private void outlined(double x, double y, double size, double... corners) {
        pen.strokePolygon(coordinates(x, size, 0, corners), coordinates(y, size, 1, corners), corners.length / 2);
    }

    private static double[] coordinates(double start, double size, int offset, double[] corners) {
        var all = new double[corners.length / 2];
        for (int i = 0; i < all.length; i++) {
            all[i] = start + size * corners[2 * i + offset];
        }
        return all;
    }
}
