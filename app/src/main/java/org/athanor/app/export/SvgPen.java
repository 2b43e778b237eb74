package org.athanor.app.export;

/// Draws into the text of an SVG picture.
final class SvgPen implements Pen {
    private static final int BASE_LINE = 4;

    private final StringBuilder svg = new StringBuilder();

    SvgPen(int width, int height) {
        svg.append("""
                <?xml version="1.0" encoding="UTF-8"?>
                <svg xmlns="http://www.w3.org/2000/svg" width="%d" height="%d" viewBox="0 0 %1$d %2$d">
                <style>text { font: %dpx "DejaVu Sans Mono", Consolas, Menlo, monospace; white-space: pre }</style>
                <rect width="%1$d" height="%2$d" fill="%s"/>
                """.formatted(width, height, GraphSheet.FONT_SIZE, Ink.GROUND.hex()));
    }

    String text() {
        return svg + "</svg>\n";
    }

    @Override
    public void line(int fromX, int fromY, int toX, int toY, Ink ink, boolean dotted) {
        int half = (fromY + toY) / 2;
        var path = fromX == toX
                ? "M%d %dV%d".formatted(fromX, fromY, toY)
                : "M%d %dC%1$d %d %d %3$d %4$d %d".formatted(fromX, fromY, half, toX, toY);
        svg.append("<path d=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\"%s/>\n".formatted(path, ink.hex(),
                dotted ? " stroke-dasharray=\"2 4\"" : ""));
    }

    @Override
    public void dot(int x, int y, Ink ink, boolean diamond) {
        svg.append(diamond
                ? "<path d=\"M%d %dl6 6l-6 6l-6 -6z\" fill=\"%s\"/>\n".formatted(x, y - 6, ink.hex())
                : "<circle cx=\"%d\" cy=\"%d\" r=\"5\" fill=\"%s\"/>\n".formatted(x, y, ink.hex()));
    }

    @Override
    public void ring(int x, int y, Ink ink) {
        svg.append("<circle cx=\"%d\" cy=\"%d\" r=\"8\" fill=\"%s\" stroke=\"%s\"/>\n".formatted(x, y,
                Ink.GROUND.hex(), ink.hex()));
    }

    @Override
    public void text(int x, int y, String text, Ink ink) {
        svg.append("<text x=\"%d\" y=\"%d\" fill=\"%s\">%s</text>\n".formatted(x, y + BASE_LINE, ink.hex(),
                escaped(text)));
    }

    /// Letters that mean something in XML, and those that it doesn't allow.
    private static String escaped(String text) {
        var safe = new StringBuilder();
        text.codePoints().forEach(letter -> {
            switch (letter) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                default -> safe.appendCodePoint(isAllowed(letter) ? letter : ' ');
            }
        });
        return safe.toString();
    }

    private static boolean isAllowed(int letter) {
        return letter >= ' ' && !Character.isISOControl(letter) && !(letter >= 0xD800 && letter <= 0xDFFF)
                && letter != 0xFFFE && letter != 0xFFFF;
    }
}
