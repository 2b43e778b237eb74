import java.io.IOException;
import java.nio.file.Path;

/// The image as one file that needs no installing. The system's `tar` keeps rights and times; Windows brings one, too.
final class Archive {
    private final Product product;

    Archive(Product product) {
        this.product = product;
    }

    Path make() throws IOException, InterruptedException {
        var windows = product.platform() == Platform.WINDOWS;
        var name = "%s-%s-%s%s".formatted(Product.NAME, product.version(), product.platform().named(),
                windows ? ".zip" : ".tar.gz");
        var file = product.packages().resolve(name);
        Tools.call(product.image().getParent(), product.work().resolve("archive.log"), "tar", windows ? "-acf" : "-czf",
                file.toString(), product.image().getFileName().toString());
        return file;
    }
}
