import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.StringJoiner;

/// `SHA256SUMS` of a folder, as `sha256sum --check` reads it.
final class Checksums {
    static final String NAME = "SHA256SUMS";

    private Checksums() {}

    static void write(Path folder) throws IOException, NoSuchAlgorithmException {
        var lines = new StringJoiner("\n", "", "\n");
        try (var files = Files.list(folder)) {
            for (var file : files.filter(path -> !path.endsWith(NAME)).sorted().toList()) {
                lines.add(sum(file) + "  " + file.getFileName());
            }
        }
        Files.writeString(folder.resolve(NAME), lines.toString());
    }

    private static String sum(Path file) throws IOException, NoSuchAlgorithmException {
        var digest = MessageDigest.getInstance("SHA-256");
        try (var in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(java.io.OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
