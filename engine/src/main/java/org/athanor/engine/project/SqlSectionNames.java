package org.athanor.engine.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

import org.athanor.engine.graph.RevisionGraph;
import org.athanor.engine.revision.RevisionFile.Format;

/// Whether the SQL revisions of a project say which product their sections are for: then a new one does, too.
record SqlSectionNames(RevisionGraph graph) {
    private static final Pattern NAMED = Pattern.compile("(?m)^\\s*-- \\+(?:up|down)grade +(?:postgresql|sqlite)\\b");

    boolean anyNamesItsProduct() {
        return graph.revisions().stream().filter(r -> r.file().format() == Format.SQL)
                .anyMatch(r -> isNamed(r.path()));
    }

    private static boolean isNamed(Path file) {
        try {
            return NAMED.matcher(Files.readString(file)).find();
        } catch (IOException _) {
            // Whoever reads the script itself says what is wrong with it.
            return false;
        }
    }
}
