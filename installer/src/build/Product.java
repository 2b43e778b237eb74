import java.nio.file.Path;

/// What is being packaged, and where its parts lie.
record Product(Path root, String version, Platform platform) {
    static final String NAME = "athanor";
    static final String DESCRIPTION = "Alembic for the JVM, with a window";
    static final String VENDOR = "Athanor";
    static final String MAINTAINER = "Athanor <maintainers@athanor.example>";

    /// The program as its own build left it.
    Path program() {
        return root.resolve("app/target/athanor");
    }

    Path sources() {
        return root.resolve("installer/src");
    }

    Path work() {
        return root.resolve("installer/target/build");
    }

    /// The image that is packaged: the program with a Java of its own.
    Path image() {
        return root.resolve("installer/target/image").resolve(platform == Platform.MAC ? "Athanor.app" : NAME);
    }

    Path packages() {
        return root.resolve("installer/target/packages");
    }

    /// Where jpackage lays the jars inside of the image.
    Path app() {
        return switch (platform) {
            case LINUX -> image().resolve("lib/app");
            case MAC -> image().resolve("Contents/app");
            case WINDOWS -> image().resolve("app");
        };
    }

    Path runtime() {
        return switch (platform) {
            case LINUX -> image().resolve("lib/runtime");
            case MAC -> image().resolve("Contents/runtime/Contents/Home");
            case WINDOWS -> image().resolve("runtime");
        };
    }

    /// Manual, completions, licences: laid out as below `/usr/share`.
    Path share() {
        return switch (platform) {
            case LINUX, WINDOWS -> image().resolve("share");
            case MAC -> image().resolve("Contents/share");
        };
    }

    Path mainJar() {
        return app().resolve("athanor-app-" + version + ".jar");
    }

    /// Three numbers, which is all that the installers of Windows and macOS take; macOS wants the first above 0.
    String plainVersion() {
        var numbers = version.replaceFirst("-.*", "");
        return platform == Platform.MAC && numbers.startsWith("0.") ? "1" + numbers.substring(1) : numbers;
    }

    boolean isSnapshot() {
        return version.endsWith("-SNAPSHOT");
    }
}
