package org.athanor.app.ui.profiles;

import java.io.File;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;

import org.athanor.app.ui.profiles.ProfileDraft.Field;

/// The system's dialog for a path that a field wants. A SQLite file may not be there yet.
record PathChoice(Field field, String title) {
    private static final Set<Field> FILES = Set.of(Field.ROOT_CERTIFICATE, Field.CERTIFICATE, Field.KEY, Field.SSH_KEY,
            Field.KNOWN_HOSTS);

    static boolean isFor(Field field) {
        return field == Field.PROJECT || field == Field.FILE || FILES.contains(field);
    }

    /// Begins where the field says, as far as there is such a folder.
    Optional<String> ask(Window owner, String now) {
        return Optional.ofNullable(switch (field) {
            case PROJECT -> folder(now).showDialog(owner);
            case FILE -> file(now).showSaveDialog(owner);
            default -> file(now).showOpenDialog(owner);
        }).map(File::getPath);
    }

    private DirectoryChooser folder(String now) {
        var chooser = new DirectoryChooser();
        chooser.setTitle(title);
        start(now).ifPresent(chooser::setInitialDirectory);
        return chooser;
    }

    private FileChooser file(String now) {
        var chooser = new FileChooser();
        chooser.setTitle(title);
        start(now).ifPresent(chooser::setInitialDirectory);
        return chooser;
    }

    /// The folder of a path, or the nearest above it that is there.
    static Optional<File> start(String now) {
        try {
            for (var at = now.isBlank() ? null : Path.of(now.strip()).toAbsolutePath(); at != null; at = at
                    .getParent()) {
                if (at.toFile().isDirectory()) {
                    return Optional.of(at.toFile());
                }
            }
            return Optional.empty();
        } catch (InvalidPathException _) {
            return Optional.empty();
        }
    }
}
