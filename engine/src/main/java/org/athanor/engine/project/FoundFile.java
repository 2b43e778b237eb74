package org.athanor.engine.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// A file of a folder of revisions: its path, the folder it lies in and its name, both as they go on below that folder.
record FoundFile(Path path, String folder, String name) implements Comparable<FoundFile> {
    private static final String COMPILED = "__pycache__";

    /// The files of a folder that may be revisions, in whatever order the system has them.
    static List<FoundFile> in(Path folder, boolean recursive) throws IOException {
        int nameStart = folder.toString().length();
        var separator = folder.getFileSystem().getSeparator();
        var files = new ArrayList<FoundFile>();
        try (Stream<Path> found = recursive ? Files.walk(folder) : Files.list(folder)) {
            found.forEach(path -> {
                var name = path.toString().substring(nameStart);
                int nameBegins = name.lastIndexOf(separator) + 1;
                if (isRevisionFile(name.substring(nameBegins))) {
                    files.add(new FoundFile(path, inside(name.substring(0, nameBegins), separator), name));
                }
            });
        }
        files.removeIf(file -> file.folder().endsWith(COMPILED));
        return files;
    }

    /// The folders that lead to a file, set apart by what comes before every letter: a folder stands before what lies below
    /// it, and that before the next folder.
    private static String inside(String folders, String separator) {
        return folders.length() <= separator.length()
                ? ""
                : folders.substring(0, folders.length() - separator.length()).replace(separator, "\0");
    }

    /// Editors' lock files and package markers lie beside the revisions and are none.
    private static boolean isRevisionFile(String name) {
        return name.endsWith(".sql") || name.endsWith(".py") && !name.startsWith(".#") && !name.startsWith("__init__");
    }

    boolean isPython() {
        return name.endsWith(".py");
    }

    /// Load order: a folder's own files, then those of its subfolders.
    @Override
    public int compareTo(FoundFile other) {
        int byFolder = folder.compareTo(other.folder);
        return byFolder == 0 ? name.compareTo(other.name) : byFolder;
    }
}
