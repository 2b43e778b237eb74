package org.athanor.engine.project;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.athanor.engine.cache.HeaderCache;
import org.athanor.engine.problem.Problem;
import org.athanor.engine.problem.ProblemKind;
import org.athanor.engine.project.HeaderReader.Header;
import org.athanor.engine.project.ProjectConfig.NewFiles.Format;
import org.athanor.engine.revision.Revision;

/// Reads all revision files of a project, in load order: locations as configured, files by name. A file that can't
/// be read is a problem in the list, not the end.
final class RevisionFolder {
    record Contents(List<Revision> revisions, List<Problem> problems) {
        /// Alembic doesn't look at `.sql` files: one without a header belongs to the revision that reads it.
        private Contents withoutPlainSql() {
            return new Contents(revisions,
                    problems.stream().filter(p -> p.kind() != ProblemKind.NO_HEADER).toList());
        }
    }

    private final HeaderCache cache;
    private final List<Header> headers = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();

    private RevisionFolder(HeaderCache cache) {
        this.cache = cache;
    }

    static Contents read(ProjectConfig config, HeaderCache cache) {
        var folder = new RevisionFolder(cache);
        config.versionLocations().forEach(location -> folder.read(location, config.recursiveVersionLocations()));
        var contents = folder.contents();
        return config.newFiles().format() == Format.PYTHON ? contents.withoutPlainSql() : contents;
    }

    private void read(Path location, boolean recursive) {
        try {
            headers.addAll(cache.isOn()
                    ? new CachedLocation(location, cache).read(() -> list(location, recursive))
                    : list(location, recursive).parallelStream().map(HeaderReader::read).toList());
        } catch (IOException | UncheckedIOException e) {
            problems.add(Problem.at(location, 0, ProblemKind.MISSING_FOLDER,
                    Files.exists(location) ? "The folder can't be read: " + e.getMessage() : "There is no such folder",
                    "The configuration says that revisions are there: create the folder or correct the path."));
        }
    }

    private static List<Path> list(Path location, boolean recursive) throws IOException {
        int nameStart = location.toString().length();
        try (Stream<Path> found = recursive ? Files.walk(location) : Files.list(location)) {
            return found.filter(HeaderReader::isRevisionFile).map(file -> Named.of(file, nameStart)).sorted()
                    .map(Named::file).toList();
        }
    }

    /// A file with what distinguishes its path from the others': comparing the whole paths of many files takes its time.
    private record Named(Path file, String name) implements Comparable<Named> {
        static Named of(Path file, int nameStart) {
            return new Named(file, file.toString().substring(nameStart));
        }

        @Override
        public int compareTo(Named other) {
            return name.compareTo(other.name);
        }
    }

    private Contents contents() {
        headers.forEach(header -> problems.addAll(header.problems()));
        return new Contents(present(), List.copyOf(problems));
    }

    /// The revisions that could be read. What one depends on under a condition counts if the folder has it.
    private List<Revision> present() {
        if (headers.stream().allMatch(header -> header.dependsOnIfPresent().isEmpty())) {
            return headers.stream().flatMap(header -> header.revision().stream()).toList();
        }
        var ids = headers.stream().flatMap(header -> header.revision().stream()).map(r -> r.id().value())
                .collect(Collectors.toSet());
        return headers.stream().flatMap(header -> header.revision()
                .map(r -> header.dependsOnIfPresent().isEmpty()
                        ? r
                        : r.dependingAlsoOn(header.dependsOnIfPresent().stream().filter(ids::contains).toList()))
                .stream()).toList();
    }
}
