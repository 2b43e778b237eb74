package org.athanor.app.profile;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

import org.athanor.app.files.OwnFile;
import org.athanor.app.files.UserFolder;

/// Which profile the window had open last. Who has no place for such things is asked anew each time.
public record LastProfile(Map<String, String> environment) {
    public LastProfile {
        environment = Map.copyOf(environment);
    }

    public Optional<String> name() {
        return file().flatMap(OwnFile::read).map(bytes -> new String(bytes, StandardCharsets.UTF_8).strip())
                .filter(name -> !name.isEmpty());
    }

    public void remember(String name) {
        file().ifPresent(file -> file.write((name + "\n").getBytes(StandardCharsets.UTF_8)));
    }

    private Optional<OwnFile> file() {
        return UserFolder.of(environment).state().map(folder -> new OwnFile(folder.resolve("last-profile")));
    }
}
