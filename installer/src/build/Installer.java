import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The installers of Windows and macOS, which jpackage makes from the image. They associate no files: both systems know
/// files by their endings, and to take every `.toml` would be rude.
final class Installer {
    private final Product product;
    private final Icons icons;
    private final String type;

    Installer(Product product, Icons icons, String type) {
        this.product = product;
        this.icons = icons;
        this.type = type;
    }

    Path make() {
        var arguments = new ArrayList<>(List.of("--type", type, "--app-image", product.image().toString(), "--name",
                product.platform() == Platform.MAC ? "Athanor" : "athanor", "--app-version", product.plainVersion(),
                "--vendor", Product.VENDOR, "--description", Product.DESCRIPTION, "--license-file",
                product.root().resolve("LICENSE").toString(), "--dest", product.packages().toString()));
        switch (product.platform()) {
            case WINDOWS -> arguments.addAll(List.of("--icon", icons.ico().toString(), "--win-per-user-install",
                    "--win-dir-chooser", "--win-upgrade-uuid", "7c1f1e8e-0a86-4d1d-9f0c-6b0f6d1f2a51"));
            case MAC -> arguments.addAll(List.of("--icon", icons.icns().toString(), "--mac-package-identifier",
                    "org.athanor"));
            case LINUX -> throw new IllegalStateException("Linux has packages of its own kind");
        }
        Tools.jdk("jpackage", arguments);
        return product.packages();
    }
}
