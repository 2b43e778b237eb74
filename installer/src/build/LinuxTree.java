import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.zip.GZIPOutputStream;

/// The files of a Linux package as they lie below `/`: the image in `/opt`, what belongs to the system in `/usr`.
final class LinuxTree {
    /// Where the program is installed.
    static final String HOME = "opt/athanor";

    private final Product product;
    private final Path root;

    LinuxTree(Product product, Path root) {
        this.product = product;
        this.root = root;
    }

    Path make() throws IOException, InterruptedException {
        Files.createDirectories(root.resolve(HOME));
        for (var part : Set.of("bin", "lib")) {
            // With their times, by which the start-up cache knows its jars.
            Tools.call(root, root.resolveSibling(root.getFileName() + ".log"), "cp", "-a",
                    product.image().resolve(part).toString(), HOME + "/" + part);
        }
        Folders.copy(product.share(), root.resolve("usr/share"), _ -> true);
        compressPage(root.resolve("usr/share/man/man1/athanor.1"));
        Files.createDirectories(root.resolve("usr/bin"));
        Files.createSymbolicLink(root.resolve("usr/bin/athanor"), Path.of("../../" + HOME + "/bin/athanor"));
        return root;
    }

    private static void compressPage(Path page) throws IOException {
        try (var out = new GZIPOutputStream(Files.newOutputStream(page.resolveSibling(page.getFileName() + ".gz")))) {
            Files.copy(page, out);
        }
        Files.delete(page);
    }
}
