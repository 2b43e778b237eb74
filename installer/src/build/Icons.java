import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import javax.imageio.ImageIO;

import com.github.weisj.jsvg.parser.SVGLoader;
import com.github.weisj.jsvg.view.ViewBox;

/// The icon in all sizes and formats, drawn from its one source. The window's own are kept in the repository and are made
/// anew by `mvn -Pinstaller,icons package -DskipTests`.
final class Icons {
    static final List<Integer> SIZES = List.of(16, 24, 32, 48, 64, 128, 256, 512);
    private static final List<Integer> WINDOW = List.of(16, 32, 48, 64, 128, 256);
    private static final List<Integer> ICO = List.of(16, 24, 32, 48, 64, 128, 256);

    /// What the format calls each size; the second names are for screens with twice the pixels.
    private static final Map<String, Integer> ICNS = Map.of("icp4", 16, "icp5", 32, "icp6", 64, "ic07", 128, "ic08", 256,
            "ic09", 512, "ic11", 32, "ic12", 64, "ic13", 256, "ic14", 512);

    private final Path source;
    private final Path folder;

    private Icons(Path source, Path folder) {
        this.source = source;
        this.folder = folder;
    }

    static Icons of(Path source, Path folder) {
        return new Icons(source, folder);
    }

    public static void main(String[] arguments) throws IOException {
        var icons = of(Path.of(arguments[0]), Path.of(arguments[1]));
        for (int size : WINDOW) {
            Files.write(icons.folder.resolve("icon-%d.png".formatted(size)), icons.drawn(size));
        }
    }

    void make() throws IOException {
        Files.createDirectories(folder);
        for (int size : SIZES) {
            Files.write(png(size), drawn(size));
        }
        Files.write(ico(), icoBytes());
        Files.write(icns(), icnsBytes());
        Files.copy(source, svg());
    }

    Path png(int size) {
        return folder.resolve("athanor-%d.png".formatted(size));
    }

    Path ico() {
        return folder.resolve("athanor.ico");
    }

    Path icns() {
        return folder.resolve("athanor.icns");
    }

    Path svg() {
        return folder.resolve("athanor.svg");
    }

    private byte[] drawn(int size) throws IOException {
        var document = new SVGLoader().load(source.toUri().toURL());
        var image = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
        var pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        document.render((java.awt.Component) null, pen, new ViewBox(0, 0, size, size));
        pen.dispose();
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }

    /// A table of contents, then each size as PNG; a width of 256 is written as 0.
    private byte[] icoBytes() throws IOException {
        var body = new ByteArrayOutputStream();
        var head = ByteBuffer.allocate(6 + 16 * ICO.size()).order(ByteOrder.LITTLE_ENDIAN);
        head.putShort((short) 0).putShort((short) 1).putShort((short) ICO.size());
        for (int size : ICO) {
            var png = drawn(size);
            head.put((byte) size).put((byte) size).put((byte) 0).put((byte) 0).putShort((short) 1).putShort((short) 32)
                    .putInt(png.length).putInt(head.capacity() + body.size());
            body.write(png);
        }
        return joined(head.array(), body.toByteArray());
    }

    private byte[] icnsBytes() throws IOException {
        var body = new ByteArrayOutputStream();
        for (var entry : ICNS.entrySet().stream().sorted(Map.Entry.comparingByKey()).toList()) {
            var png = drawn(entry.getValue());
            body.write(entry.getKey().getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            body.write(ByteBuffer.allocate(4).putInt(png.length + 8).array());
            body.write(png);
        }
        var head = ByteBuffer.allocate(8).put(new byte[]{'i', 'c', 'n', 's'}).putInt(body.size() + 8);
        return joined(head.array(), body.toByteArray());
    }

    private static byte[] joined(byte[] head, byte[] body) {
        return ByteBuffer.allocate(head.length + body.length).put(head).put(body).array();
    }
}
