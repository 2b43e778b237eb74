import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/// SQLite itself, out of its driver's jar: the jar brings it for two dozen systems, and the driver would unpack it into a
/// temporary folder at each start. The image holds one, as a file.
final class SqliteLibrary {
    private static final String NATIVE = "org/sqlite/native/";

    private final Path jar;
    private final String here;

    SqliteLibrary(Path folder, Platform platform) throws IOException {
        try (var files = Files.list(folder)) {
            this.jar = files.filter(file -> file.getFileName().toString().startsWith("sqlite-jdbc-")).findFirst().orElseThrow();
        }
        var system = switch (platform) {
            case LINUX -> "Linux/";
            case MAC -> "Mac/";
            case WINDOWS -> "Windows/";
        };
        this.here = NATIVE + system + (Platform.isArm() ? "aarch64/" : "x86_64/");
    }

    void moveBesideTheJar() throws IOException {
        var lighter = jar.resolveSibling("lighter");
        var moved = false;
        try (var from = new ZipFile(jar.toFile()); var to = new ZipOutputStream(Files.newOutputStream(lighter))) {
            for (var entry : from.stream().toList()) {
                if (entry.getName().startsWith(here) && !entry.isDirectory()) {
                    var name = entry.getName().substring(here.length());
                    Files.copy(from.getInputStream(entry), jar.resolveSibling(name));
                    moved = true;
                } else if (!entry.getName().startsWith(NATIVE)) {
                    var copy = new ZipEntry(entry.getName());
                    copy.setTime(entry.getTime());
                    to.putNextEntry(copy);
                    from.getInputStream(entry).transferTo(to);
                    to.closeEntry();
                }
            }
        }
        if (!moved) {
            throw new IOException("%s has no SQLite for this system in %s".formatted(jar, here));
        }
        var time = Files.getLastModifiedTime(jar);
        Files.delete(jar);
        Files.move(lighter, jar);
        Files.setLastModifiedTime(jar, time);
    }
}
