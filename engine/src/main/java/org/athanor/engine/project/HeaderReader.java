package org.athanor.engine.project;

import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.athanor.engine.problem.Problem;
import org.athanor.engine.problem.ProblemKind;
import org.athanor.engine.revision.Revision;
import org.athanor.engine.script.python.PythonHeader;
import org.athanor.engine.script.python.syntax.PythonSource;
import org.athanor.engine.script.sqlfile.SqlHeader;

/// Reads the header of one revision file, in its language.
final class HeaderReader {
    /// What a file says. It is self-contained if no other file had a say in it.
    record Header(Optional<Revision> revision, List<String> dependsOnIfPresent, List<Problem> problems,
            boolean isSelfContained) {
        static Header sound(Revision revision, List<String> dependsOnIfPresent) {
            return new Header(Optional.of(revision), dependsOnIfPresent, List.of(), true);
        }
    }

    /// Beyond this it is somebody's data and no revision.
    private static final long LARGEST = 64L * 1024 * 1024;

    private HeaderReader() {}

    static Header read(FoundFile found) {
        var file = found.path();
        try {
            var attributes = Files.readAttributes(file, BasicFileAttributes.class);
            if (attributes.isDirectory()) {
                return new Header(Optional.empty(), List.of(), List.of(), false);
            }
            if (!attributes.isRegularFile() || attributes.size() > LARGEST) {
                return unreadable(file, attributes.isRegularFile()
                        ? "The file has %d MB, which no revision has".formatted(attributes.size() >> 20)
                        : "This is no ordinary file but a pipe, socket or device", "Move it out of the folder.");
            }
            return found.isPython() ? python(file, PythonSource.read(file)) : sql(file, Files.readString(file));
        } catch (CharacterCodingException e) {
            return unreadable(file, "The file is not UTF-8 text", found.isPython()
                    ? "Save it as UTF-8, or name its encoding in the first line: # -*- coding: latin-1 -*-"
                    : "Save it as UTF-8.");
        } catch (UnsupportedEncodingException e) {
            return unreadable(file, "The file says that it is written in '%s', which is no encoding"
                    .formatted(e.getMessage()), "Save it as UTF-8, and remove that line.");
        } catch (IOException e) {
            return unreadable(file, "The file can't be read: " + e.getClass().getSimpleName(),
                    "Is it still there, and may you read it?");
        }
    }

    private static Header python(Path file, String text) {
        var problems = new ArrayList<Problem>();
        var described = PythonHeader.read(file, text, problems::add);
        return new Header(described.map(PythonHeader.Described::revision),
                described.map(PythonHeader.Described::dependsOnIfPresent).orElse(List.of()), problems,
                described.map(PythonHeader.Described::selfContained).orElse(false));
    }

    private static Header sql(Path file, String text) {
        var problems = new ArrayList<Problem>();
        return new Header(SqlHeader.read(file, text, problems::add), List.of(), problems, true);
    }

    private static Header unreadable(Path file, String message, String hint) {
        return new Header(Optional.empty(), List.of(),
                List.of(Problem.at(file, 0, ProblemKind.UNREADABLE_FILE, message, hint)), false);
    }
}
