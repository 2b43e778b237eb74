package org.athanor.app.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;

import org.athanor.app.profile.Environment;
import org.athanor.app.profile.Profile;
import org.athanor.app.text.Messages;

/// The sample project with a fresh database of its own, which is thrown away on closing.
final class SampleShop implements AutoCloseable {
    private final Path folder;
    private final Profile profile;

    private SampleShop(Path folder, Profile profile) {
        this.folder = folder;
        this.profile = profile;
    }

    static SampleShop open(Path samples, Messages messages) {
        try {
            var folder = Files.createTempDirectory("athanor-sample");
            var url = "jdbc:sqlite:" + folder.resolve("shop.db");
            var shop = new SampleShop(folder, new Profile(messages.text("sample.name"), Environment.LOCAL,
                    samples.resolve("shop").resolve("athanor.toml"), Optional.of(url)));
            Runtime.getRuntime().addShutdownHook(new Thread(shop::close, "remove the sample's database"));
            return shop;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Profile profile() {
        return profile;
    }

    @Override
    public void close() {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException _) {
            // The system clears its folder for temporary files, too.
        }
    }
}
