package org.athanor.engine.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// A file of a folder of revisions, with what distinguishes its path from the others': how it goes on below the folder.
/// Files are ordered by that, since comparing the whole paths of many files takes its time.
record FoundFile(Path path, String name) implements Comparable<FoundFile> {
    /// The files of a folder that may be revisions, in whatever order the system has them.
    static List<FoundFile> in(Path folder, boolean recursive) throws IOException {
        int nameStart = folder.toString().length();
        var separator = folder.getFileSystem().getSeparator();
        var files = new ArrayList<FoundFile>();
        try (Stream<Path> found = recursive ? Files.walk(folder) : Files.list(folder)) {
            found.forEach(path -> {
                var name = path.toString().substring(nameStart);
                if (isRevisionFile(name.substring(name.lastIndexOf(separator) + 1))) {
                    files.add(new FoundFile(path, name));
                }
            });
        }
        return files;
    }

    /// Editors' lock files and package markers lie beside the revisions and are none.
    private static boolean isRevisionFile(String name) {
        return name.endsWith(".sql") || name.endsWith(".py") && !name.startsWith(".#") && !name.startsWith("__init__");
    }

    boolean isPython() {
        return name.endsWith(".py");
    }

    @Override
    public int compareTo(FoundFile other) {
        return name.compareTo(other.name);
    }
}
