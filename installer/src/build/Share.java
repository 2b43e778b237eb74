import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;

import org.athanor.app.manual.Manual;

/// All that other programs show of this one: its page for `man`, completions, its entry in menus, icons, licences.
final class Share {
    private final Product product;
    private final Icons icons;

    Share(Product product, Icons icons) {
        this.product = product;
        this.icons = icons;
    }

    void make() throws IOException {
        var share = product.share();
        var day = LocalDate.ofInstant(Files.getLastModifiedTime(product.mainJar()).toInstant(), ZoneOffset.UTC);
        Manual.main(new String[]{share.toString(), product.version(), day.toString()});
        var papers = share.resolve("doc/athanor");
        new Licences(product, papers).collect();
        if (product.platform() == Platform.LINUX) {
            desktop(share);
        }
    }

    private void desktop(Path share) throws IOException {
        var linux = product.sources().resolve("linux");
        Folders.copyFile(linux.resolve("athanor.desktop"), share.resolve("applications/athanor.desktop"));
        Folders.copyFile(linux.resolve("athanor-mime.xml"), share.resolve("mime/packages/athanor.xml"));
        var pictures = share.resolve("icons/hicolor");
        for (int size : Icons.SIZES) {
            Folders.copyFile(icons.png(size), pictures.resolve("%dx%d/apps/athanor.png".formatted(size, size)));
        }
        Folders.copyFile(icons.svg(), pictures.resolve("scalable/apps/athanor.svg"));
        Folders.copyFile(icons.svg(), pictures.resolve("scalable/mimetypes/application-x-athanor-project.svg"));
    }
}
