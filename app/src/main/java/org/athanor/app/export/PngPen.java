package org.athanor.app.export;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.font.FontRenderContext;
import java.awt.geom.CubicCurve2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;

import javax.imageio.ImageIO;

/// Draws into a PNG picture, without a display. Letters are drawn as outlines of a font that comes with the program, so
/// that a picture is the same wherever it is made.
final class PngPen implements Pen {
    private static final int BASE_LINE = 4;
    private static final BasicStroke LINE = new BasicStroke(2);
    private static final BasicStroke THIN = new BasicStroke(1);
    private static final BasicStroke DOTTED = new BasicStroke(2, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10,
            new float[]{2, 4}, 0);

    private final BufferedImage image;
    private final Graphics2D pen;
    private final Font font = font();

    PngPen(int width, int height) {
        image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        ink(Ink.GROUND);
        pen.fillRect(0, 0, width, height);
    }

    byte[] bytes() {
        pen.dispose();
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.setUseCache(false);
            if (!ImageIO.write(image, "png", bytes)) {
                throw new IllegalStateException("No writer for PNG");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    @Override
    public void line(int fromX, int fromY, int toX, int toY, Ink ink, boolean dotted) {
        ink(ink);
        pen.setStroke(dotted ? DOTTED : LINE);
        int half = (fromY + toY) / 2;
        pen.draw(fromX == toX
                ? new Line2D.Double(fromX, fromY, toX, toY)
                : new CubicCurve2D.Double(fromX, fromY, fromX, half, toX, half, toX, toY));
    }

    @Override
    public void dot(int x, int y, Ink ink, boolean diamond) {
        ink(ink);
        if (diamond) {
            var shape = new Path2D.Double();
            shape.moveTo(x, y - 6);
            shape.lineTo(x + 6, y);
            shape.lineTo(x, y + 6);
            shape.lineTo(x - 6, y);
            shape.closePath();
            pen.fill(shape);
        } else {
            pen.fill(new Ellipse2D.Double(x - 5, y - 5, 10, 10));
        }
    }

    @Override
    public void ring(int x, int y, Ink ink) {
        var circle = new Ellipse2D.Double(x - 8, y - 8, 16, 16);
        ink(Ink.GROUND);
        pen.fill(circle);
        ink(ink);
        pen.setStroke(THIN);
        pen.draw(circle);
    }

    @Override
    public void text(int x, int y, String text, Ink ink) {
        ink(ink);
        var plain = new FontRenderContext(null, true, true);
        int at = x;
        for (int letter : text.codePoints().toArray()) {
            if (!Character.isWhitespace(letter)) {
                pen.fill(font.createGlyphVector(plain, Character.toString(letter)).getOutline(at, y + BASE_LINE));
            }
            at += GraphSheet.LETTER;
        }
    }

    private void ink(Ink ink) {
        pen.setColor(new Color(ink.rgb()));
    }

    private static Font font() {
        try (var file = PngPen.class.getResourceAsStream("DejaVuSansMono.ttf")) {
            return Font.createFont(Font.TRUETYPE_FONT, Objects.requireNonNull(file))
                    .deriveFont((float) GraphSheet.FONT_SIZE);
        } catch (IOException | FontFormatException e) {
            throw new IllegalStateException("The font of exported pictures is broken", e);
        }
    }
}
