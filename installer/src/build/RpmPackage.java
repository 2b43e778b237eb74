import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The `.rpm`, of the same files as the `.deb`.
final class RpmPackage {
    private final Product product;

    RpmPackage(Product product) {
        this.product = product;
    }

    Path make() throws IOException, InterruptedException {
        var tree = new LinuxTree(product, product.work().resolve("rpm")).make();
        var top = Files.createDirectories(product.work().resolve("rpmbuild"));
        var specification = top.resolve("athanor.spec");
        Files.writeString(specification, """
                Name: athanor
                Version: %s
                Release: %s
                Summary: %s
                License: Apache-2.0
                Packager: %s
                AutoReqProv: no
                Requires: glibc, zlib
                Recommends: gtk3, libXtst, pango, freetype, fontconfig, dejavu-sans-fonts

                # The files are as they shall be: nothing is stripped, compressed or given new times.
                %%global debug_package %%{nil}
                %%global __os_install_post %%{nil}
                %%global _build_id_links none
                %%global _binary_payload w1T0.xzdio

                %%description
                Keeps a database's schema under version control: shows where each database
                stands, plans the way from one revision to another, and runs exactly what the
                plan showed, on PostgreSQL and SQLite. Reads Alembic's projects without Python.
                Brings a Java of its own.

                %%install
                cp -a %s/. %%{buildroot}/

                %%files
                /opt/athanor
                /usr/bin/athanor
                /usr/share/*/*
                """.formatted(product.version().replace("-SNAPSHOT", ""), product.isSnapshot() ? "0.snapshot" : "1",
                Product.DESCRIPTION, Product.MAINTAINER, tree));
        Tools.call(top, product.work().resolve("rpm.log"), "rpmbuild", "-bb", "--define", "_topdir " + top, "--define",
                "_rpmdir " + top.resolve("made"), specification.toString());
        try (var made = Files.walk(top.resolve("made"))) {
            var file = made.filter(path -> path.toString().endsWith(".rpm")).findFirst().orElseThrow();
            return Files.move(file, product.packages().resolve(file.getFileName()));
        }
    }
}
