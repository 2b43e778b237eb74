import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipFile;

/// The program with a Java of its own that holds only what the program needs.
final class Image {
    /// `jdk.charsets` for revisions in encodings such as GBK; `java.desktop` for pictures and the lexers of
    /// RSyntaxTextArea; `jdk.security.auth`, `java.security.*`: signing in to PostgreSQL and to the keyring.
    private static final String MODULES = "javafx.controls,java.desktop,java.sql,java.naming,java.management,"
            + "java.logging,java.security.jgss,java.security.sasl,jdk.charsets,jdk.crypto.ec,jdk.security.auth,"
            + "jdk.unsupported";

    private final Product product;
    private final Icons icons;

    Image(Product product, Icons icons) {
        this.product = product;
        this.icons = icons;
    }

    void make() throws IOException {
        var runtime = runtime();
        var input = product.work().resolve("input");
        Folders.copy(product.program().resolve("lib"), input, file -> isForClassPath(file));
        Folders.copy(product.program().resolve("samples"), input.resolve("samples"), _ -> true);
        new SqliteLibrary(input, product.platform()).moveBesideTheJar();
        Folders.remove(product.image());
        Tools.jdk("jpackage", jpackage(input, runtime));
        if (product.platform() == Platform.LINUX) {
            launchByScript();
        }
    }

    private static boolean isForClassPath(Path file) {
        return !file.getParent().getFileName().toString().equals("javafx")
                && (file.toString().endsWith(".jar") || file.toString().endsWith(".options"));
    }

    /// JavaFX' native libraries lie beside Java's own: inside of its modules they would be unpacked into the home of each
    /// person who starts the program.
    private Path runtime() throws IOException {
        var runtime = product.work().resolve("runtime");
        var javafx = product.program().resolve("lib/javafx");
        Tools.jdk("jlink", List.of("--module-path", javafx.toString(), "--add-modules", MODULES, "--output",
                runtime.toString(), "--strip-debug", "--no-header-files", "--no-man-pages", "--exclude-resources",
                "regex:/javafx\\..*\\.(so|dll|dylib)"));
        var libraries = runtime.resolve(product.platform() == Platform.WINDOWS ? "bin" : "lib");
        try (var jars = Files.list(javafx)) {
            for (var jar : jars.toList()) {
                unpackLibraries(jar, libraries);
            }
        }
        return runtime;
    }

    private static void unpackLibraries(Path jar, Path libraries) throws IOException {
        try (var zip = new ZipFile(jar.toFile())) {
            for (var entry : zip.stream().filter(file -> file.getName().matches("[^/]+\\.(so|dll|dylib)")).toList()) {
                // Windows' JavaFX brings Microsoft's libraries, which Java has already.
                var library = libraries.resolve(entry.getName());
                if (!Files.exists(library)) {
                    Files.copy(zip.getInputStream(entry), library);
                }
            }
        }
    }

    private List<String> jpackage(Path input, Path runtime) throws IOException {
        var arguments = new ArrayList<>(List.of("--type", "app-image", "--name", product.image().getFileName().toString()
                .replace(".app", ""), "--app-version", product.plainVersion(), "--vendor", Product.VENDOR,
                "--description", Product.DESCRIPTION, "--input", input.toString(), "--dest",
                product.image().getParent().toString(), "--runtime-image", runtime.toString(), "--main-jar",
                product.mainJar().getFileName().toString(), "--main-class", "org.athanor.app.Main"));
        javaOptions().forEach(option -> arguments.addAll(List.of("--java-options", option)));
        switch (product.platform()) {
            case LINUX -> arguments.addAll(List.of("--icon", icons.png(512).toString()));
            case MAC -> arguments.addAll(List.of("--icon", icons.icns().toString()));
            case WINDOWS -> arguments.addAll(List.of("--icon", icons.ico().toString(), "--win-console",
                    "--add-launcher", "athanor-studio=" + studioLauncher()));
        }
        return arguments;
    }

    private static List<String> javaOptions() {
        return List.of("-XX:+UseSerialGC", "--enable-native-access=javafx.graphics,ALL-UNNAMED",
                "--add-exports=javafx.base/com.sun.javafx.event=ALL-UNNAMED", "-Dathanor.home=$APPDIR",
                "-Dorg.sqlite.lib.path=$APPDIR", "-XX:AOTCache=$APPDIR/window.aot", "-Xlog:disable");
    }

    /// On Windows a program either has a console or has none, so there are two.
    private Path studioLauncher() throws IOException {
        var file = product.work().resolve("athanor-studio.properties");
        Files.writeString(file, "arguments=studio\nwin-console=false\nwin-shortcut=true\nwin-menu=true\n");
        return file;
    }

    /// jpackage's launcher asks two package managers where it is before it starts Java; a script doesn't.
    private void launchByScript() throws IOException {
        var image = product.image();
        var script = image.resolve("bin/athanor");
        Files.delete(script);
        Files.delete(image.resolve("lib/libapplauncher.so"));
        Files.delete(image.resolve("lib/app/athanor.cfg"));
        Folders.copyFile(product.sources().resolve("linux/athanor.sh"), script);
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
