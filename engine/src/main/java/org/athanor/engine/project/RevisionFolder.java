package org.athanor.engine.project;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

import org.athanor.engine.cache.HeaderCache;
import org.athanor.engine.problem.Problem;
import org.athanor.engine.problem.ProblemKind;
import org.athanor.engine.project.HeaderReader.Header;
import org.athanor.engine.project.ProjectConfig.NewFiles.Format;
import org.athanor.engine.revision.Revision;

/// Reads all revision files of a project, in load order: locations as configured, files by name. A file that can't
/// be read is a problem in the list, not the end. A folder that is named twice, by whatever path, is read once.
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
        once(config.versionLocations()).stream().filter(location -> !config.isYetToBeMade(location))
                .forEach(location -> folder.read(location, config.recursiveVersionLocations()));
        var contents = folder.contents();
        return config.newFiles().format() == Format.PYTHON ? contents.withoutPlainSql() : contents;
    }

    private void read(Path location, boolean recursive) {
        try {
            headers.addAll(cache.isOn()
                    ? new CachedLocation(location, cache).read(recursive)
                    : FoundFile.in(location, recursive).parallelStream().sorted().map(HeaderReader::read).toList());
        } catch (IOException | UncheckedIOException e) {
            problems.add(Problem.at(location, 0, ProblemKind.MISSING_FOLDER, cause(location, e),
                    "The configuration says that revisions are there: create the folder or correct the path."));
        }
    }

    private static String cause(Path location, Exception e) {
        if (Files.notExists(location)) {
            return "There is no such folder";
        }
        return Files.isDirectory(location)
                ? "The folder can't be read: " + e.getMessage()
                : "This is a file, and a folder of revisions is wanted here";
    }

    private static Collection<Path> once(List<Path> locations) {
        if (locations.size() == 1) {
            return locations;
        }
        var byPlace = new LinkedHashMap<Path, Path>();
        locations.forEach(location -> byPlace.putIfAbsent(real(location), location));
        return byPlace.values();
    }

    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException _) {
            return path;
        }
    }

    /// The same without files that were reached twice. Links are rare, so that this is only asked where an id comes twice.
    static List<Revision> eachFileOnce(List<Revision> revisions) {
        var seen = new HashSet<Path>();
        return revisions.stream().filter(revision -> seen.add(real(revision.path()))).toList();
    }

    private Contents contents() {
        headers.forEach(header -> problems.addAll(header.problems()));
        return new Contents(present(), problems.stream().distinct().toList());
    }

    /// The revisions that could be read. What one depends on under a condition counts if the folder has it.
    private List<Revision> present() {
        var revisions = new ArrayList<Revision>(headers.size());
        headers.forEach(header -> header.revision().ifPresent(revisions::add));
        if (headers.stream().allMatch(header -> header.dependsOnIfPresent().isEmpty())) {
            return revisions;
        }
        var ids = revisions.stream().map(r -> r.id().value()).collect(Collectors.toSet());
        return headers.stream().flatMap(header -> header.revision()
                .map(r -> header.dependsOnIfPresent().isEmpty()
                        ? r
                        : r.dependingAlsoOn(header.dependsOnIfPresent().stream().filter(ids::contains).toList()))
                .stream()).toList();
    }
}
