package org.athanor.engine.project;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.athanor.engine.problem.Problem;
import org.athanor.engine.problem.ProblemKind;
import org.athanor.engine.revision.Revision;
import org.athanor.engine.script.python.PythonHeader;
import org.athanor.engine.script.sqlfile.SqlHeader;

/// Reads all revision files of a project, in load order: locations as configured, files by name. A file that can't
/// be read is a problem in the list, not the end.
final class RevisionFolder {
    record Contents(List<Revision> revisions, List<Problem> problems) {}

    private RevisionFolder() {}

    static Contents read(ProjectConfig config) {
        var files = new ArrayList<Path>();
        var problems = new ArrayList<Problem>();
        for (var location : config.versionLocations()) {
            list(location, config.recursiveVersionLocations(), files, problems::add);
        }
        var loaded = files.parallelStream().map(RevisionFolder::load).toList();
        loaded.forEach(file -> problems.addAll(file.problems));
        return new Contents(present(loaded), List.copyOf(problems));
    }

    /// The revisions that could be read. What one depends on under a condition counts if the folder has it.
    private static List<Revision> present(List<Loaded> loaded) {
        var ids = loaded.stream().flatMap(file -> file.revision.stream()).map(r -> r.id().value())
                .collect(Collectors.toSet());
        return loaded.stream().flatMap(file -> file.revision
                .map(r -> file.dependsOnIfPresent.isEmpty()
                        ? r
                        : r.dependingAlsoOn(file.dependsOnIfPresent.stream().filter(ids::contains).toList()))
                .stream()).toList();
    }

    private static void list(Path location, boolean recursive, List<Path> files, Consumer<Problem> problems) {
        try (Stream<Path> found = recursive ? Files.walk(location) : Files.list(location)) {
            found.filter(RevisionFolder::isRevisionFile).sorted(Comparator.comparing(Path::toString))
                    .forEach(files::add);
        } catch (IOException | UncheckedIOException e) {
            problems.accept(Problem.at(location, 0, ProblemKind.MISSING_FOLDER,
                    Files.exists(location) ? "The folder can't be read: " + e.getMessage() : "There is no such folder",
                    "The configuration says that revisions are there: create the folder or correct the path."));
        }
    }

    private record Loaded(Optional<Revision> revision, List<String> dependsOnIfPresent, List<Problem> problems) {}

    /// Editors' lock files and package markers lie beside the revisions and are none.
    private static boolean isRevisionFile(Path file) {
        var name = file.getFileName().toString();
        return name.endsWith(".sql") || isPython(file) && !name.startsWith(".#") && !name.startsWith("__init__");
    }

    private static boolean isPython(Path file) {
        return file.getFileName().toString().endsWith(".py");
    }

    private static Loaded load(Path file) {
        var problems = new ArrayList<Problem>();
        try {
            var text = Files.readString(file);
            if (isPython(file)) {
                var described = PythonHeader.read(file, text, problems::add);
                return new Loaded(described.map(PythonHeader.Described::revision),
                        described.map(PythonHeader.Described::dependsOnIfPresent).orElse(List.of()), problems);
            }
            return new Loaded(SqlHeader.read(file, text, problems::add), List.of(), problems);
        } catch (CharacterCodingException e) {
            return unreadable(file, "The file is not UTF-8 text", "Save it as UTF-8.");
        } catch (IOException e) {
            return unreadable(file, "The file can't be read: " + e.getClass().getSimpleName(),
                    "Is it still there, and may you read it?");
        }
    }

    private static Loaded unreadable(Path file, String message, String hint) {
        return new Loaded(Optional.empty(), List.of(),
                List.of(Problem.at(file, 0, ProblemKind.UNREADABLE_FILE, message, hint)));
    }
}
