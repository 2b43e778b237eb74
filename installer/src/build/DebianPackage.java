import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The `.deb`. It has no scripts: menus, icons and types of files are taken up by the triggers of the packages that keep
/// them. What only the window needs is recommended, so that a server without a display takes no toolkit.
final class DebianPackage {
    private final Product product;

    DebianPackage(Product product) {
        this.product = product;
    }

    Path make() throws IOException, InterruptedException {
        var tree = new LinuxTree(product, product.work().resolve("deb")).make();
        var papers = Files.createDirectories(tree.resolve("DEBIAN"));
        var version = product.version().replace("-SNAPSHOT", "~snapshot");
        var architecture = Platform.isArm() ? "arm64" : "amd64";
        Files.writeString(papers.resolve("control"), """
                Package: athanor
                Version: %s
                Architecture: %s
                Maintainer: %s
                Installed-Size: %d
                Section: database
                Priority: optional
                Depends: libc6 (>= 2.17), zlib1g
                Recommends: libgtk-3-0 | libgtk-3-0t64, libxtst6, libpango-1.0-0, libpangoft2-1.0-0, libfreetype6, libfontconfig1, fonts-dejavu-core, shared-mime-info
                Suggests: postgresql-client
                Description: %s
                 Keeps a database's schema under version control: shows where each database
                 stands, plans the way from one revision to another, and runs exactly what
                 the plan showed, on PostgreSQL and SQLite. Reads Alembic's projects without
                 Python. Brings a Java of its own.
                """.formatted(version, architecture, Product.MAINTAINER, Folders.size(tree) / 1024, Product.DESCRIPTION));
        var file = product.packages().resolve("athanor_%s_%s.deb".formatted(version, architecture));
        Tools.call(tree, product.work().resolve("deb.log"), "dpkg-deb", "--root-owner-group", "-Zxz", "-z1", "--build",
                tree.toString(), file.toString());
        return file;
    }
}
