package org.athanor.engine.project;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;

import org.athanor.engine.problem.Problem;
import org.athanor.engine.problem.ProblemKind;
import org.athanor.engine.problem.Refusal;
import org.athanor.engine.project.Project.Written;
import org.athanor.engine.project.ProjectConfig.NewFiles;
import org.athanor.engine.revision.Revision;
import org.athanor.engine.revision.RevisionId;
import org.athanor.engine.script.python.syntax.Encodings;

/// Writes the file of a new revision, and then reads the folder again to see that the graph has what was asked for. A file
/// that is there is never written over, and one that doesn't say what was asked for doesn't stay.
final class RevisionWriter {
    private static final int ID_LENGTH = 12;
    private static final long ID_MASK = (1L << 4 * ID_LENGTH) - 1;

    private final Project project;
    private final ProjectConfig config;
    private final NewPlace place;
    private final FileNames names;
    private final Clock clock;
    private final RandomGenerator ids;

    RevisionWriter(Project project, Clock clock, RandomGenerator ids) {
        this.project = project;
        this.config = project.config();
        this.place = new NewPlace(project.graph(), config.newFiles().format());
        this.names = new FileNames(config);
        this.clock = clock;
        this.ids = ids;
    }

    /// What would be written.
    Draft draft(NewRevision wanted) {
        return draft(wanted, header -> new NewText(config).text(header, wanted.template()));
    }

    /// The same, with contents that are known.
    Draft draft(NewRevision wanted, Contents contents) {
        boolean named = new SqlSectionNames(project.graph()).anyNamesItsProduct();
        return draft(wanted, header -> new NewText(config).text(header, contents, named));
    }

    private Draft draft(NewRevision wanted, Function<NewHeader, String> contents) {
        project.refuseUnlessSound();
        wanted.id().ifPresent(place::refuseUnlessFree);
        wanted.branchLabel().ifPresent(place::refuseLabelUnlessFree);
        var parents = place.parents(wanted.parents(), wanted.splice());
        var dependsOn = place.dependencies(wanted.dependsOn());
        var location = location(wanted, parents);
        var created = names.now(clock);
        var header = new NewHeader(wanted.id().orElseGet(this::freshId), wanted.message(),
                parents.stream().map(r -> r.id().value()).toList(), wanted.branchLabel().stream().toList(), dependsOn,
                created, config.newFiles().timezone().isPresent());
        return new Draft(file(location, header.id(), wanted.message(), created), contents.apply(header), header);
    }

    Written save(Draft draft) {
        project.refuseUnlessSound();
        var folder = Optional.ofNullable(draft.file().getParent()).filter(Files::notExists);
        save(draft.file(), encoded(draft.text()));
        return verified(draft, folder);
    }

    /// Takes a file away again that is still as it was written, with the folder that was made for it.
    void undo(Written written) {
        var file = written.draft().file();
        try {
            if (!Arrays.equals(Files.readAllBytes(file), encoded(written.draft().text()))) {
                throw new Refusal(Problem.at(file, 0, ProblemKind.FILE_EXISTS,
                        "The file was changed since it was written, so it stays",
                        "Remove it by hand if nobody needs it."));
            }
            Files.delete(file);
            if (written.madeFolder().isPresent()) {
                removeIfEmpty(written.madeFolder().get());
            }
        } catch (NoSuchFileException e) {
            throw new Refusal(Problem.at(file, 0, ProblemKind.UNREADABLE_FILE, "The file isn't there any more",
                    "There is nothing to undo."));
        } catch (IOException e) {
            throw new Refusal(Problem.at(file, 0, ProblemKind.CANNOT_WRITE,
                    "The file can't be removed: " + e.getClass().getSimpleName(), "May you write to its folder?"));
        }
    }

    private static void removeIfEmpty(Path folder) throws IOException {
        try {
            Files.deleteIfExists(folder);
        } catch (DirectoryNotEmptyException _) {
            // Somebody has put something else there meanwhile.
        }
    }

    private String freshId() {
        while (true) {
            var id = ("%0" + ID_LENGTH + "x").formatted(ids.nextLong() & ID_MASK);
            if (place.isFree(id)) {
                return id;
            }
        }
    }

    /// The folder that the file goes to: the one that was named, the only one, or its parent's.
    private Path location(NewRevision wanted, List<Revision> parents) {
        var locations = config.versionLocations();
        if (wanted.versionPath().isPresent()) {
            var named = wanted.versionPath().get().toAbsolutePath().normalize();
            return locations.stream().filter(l -> l.toAbsolutePath().normalize().equals(named)).findFirst()
                    .orElseThrow(() -> new Refusal(ProblemKind.MISSING_FOLDER,
                            "%s is not one of the project's version locations".formatted(named),
                            "They are: " + joined(locations)));
        }
        if (locations.size() == 1) {
            return locations.getFirst();
        }
        return parents.stream().flatMap(parent -> locations.stream().filter(l -> parent.path().startsWith(l)))
                .findFirst()
                .orElseThrow(() -> new Refusal(ProblemKind.MISSING_FOLDER,
                        "The project has several version locations, and a first revision could go to any",
                        "Name one with --version-path: " + joined(locations)));
    }

    private static String joined(List<Path> paths) {
        return String.join(", ", paths.stream().map(Path::toString).toList());
    }

    private Path file(Path location, String id, Optional<String> message, ZonedDateTime created) {
        var ending = config.newFiles().format() == NewFiles.Format.SQL ? ".sql" : ".py";
        var name = names.name(id, message, created) + ending;
        try {
            var file = location.resolve(name).normalize();
            if (!file.startsWith(location)) {
                throw fault("file_template", "file_template leads out of the folder of revisions: " + name,
                        "Let it lead to folders below that one.");
            }
            if (!location.equals(file.getParent()) && !config.recursiveVersionLocations()) {
                throw fault("file_template",
                        "file_template leads to a folder in which revisions are not looked for: " + name,
                        "Set recursive_version_locations = true.");
            }
            return file;
        } catch (InvalidPathException e) {
            throw fault("file_template", "file_template makes a name that no file can have: " + name, "Correct it.");
        }
    }

    private Refusal fault(String key, String message, String hint) {
        return new Refusal(config.problem(key, message, hint));
    }

    private byte[] encoded(String text) {
        var name = config.newFiles().encoding();
        var charset = Encodings.named(name)
                .orElseThrow(() -> new Refusal(NewFileFaults.noEncoding(config)));
        try {
            return bytesOf(
                    charset.newEncoder().encode(CharBuffer.wrap(Encodings.isMarked(name) ? "\uFEFF" + text : text)));
        } catch (CharacterCodingException e) {
            throw fault("output_encoding", "The new file has a character that %s can't write".formatted(name),
                    "Set output_encoding = utf-8.");
        }
    }

    private static byte[] bytesOf(ByteBuffer buffer) {
        var bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return bytes;
    }

    private static void save(Path file, byte[] bytes) {
        var folder = Optional.ofNullable(file.getParent()).orElse(file);
        try {
            Files.createDirectories(folder);
            if (Files.exists(file)) {
                throw new FileAlreadyExistsException(file.toString());
            }
            var draft = folder.resolve(".%s.new".formatted(file.getFileName()));
            try {
                Files.write(draft, bytes);
                Files.move(draft, file);
            } finally {
                Files.deleteIfExists(draft);
            }
        } catch (FileAlreadyExistsException e) {
            throw new Refusal(Problem.at(file, 0, ProblemKind.FILE_EXISTS, "There is such a file already",
                    "It stays as it is. Choose another message or id, or move it away."));
        } catch (IOException e) {
            throw new Refusal(Problem.at(file, 0, ProblemKind.CANNOT_WRITE,
                    "The file can't be written: " + e.getClass().getSimpleName(),
                    "May you write to its folder, and is there space?"));
        }
    }

    /// The project with the new file in it, if that says what was asked for.
    private Written verified(Draft draft, Optional<Path> madeFolder) {
        var file = draft.file();
        var wanted = draft.header();
        var after = Project.read(config);
        var found = after.graph().find(new RevisionId(wanted.id())).filter(r -> r.path().equals(file));
        var fault = after.problems().isEmpty()
                ? found.map(r -> fault(r, wanted)).orElse(Optional.of("it has no revision " + wanted.id()))
                : Optional.of(after.problems().getFirst().text());
        if (fault.isEmpty() && found.isPresent()) {
            return new Written(found.get(), after, madeFolder, draft);
        }
        remove(file);
        throw new Refusal(Problem.at(new NewText(config).origin(), 0, ProblemKind.BAD_TEMPLATE,
                "The new file would not be the revision that was asked for: " + fault.orElse(""),
                "Nothing was written. Compare the template with a newer one; `athanor init -t generic` makes it."));
    }

    private static Optional<String> fault(Revision revision, NewHeader wanted) {
        if (!revision.downRevisions().stream().map(RevisionId::value).toList().equals(wanted.downRevisions())) {
            return Optional.of("its down_revision is not %s".formatted(wanted.downRevisions()));
        }
        if (!revision.branchLabels().equals(wanted.branchLabels())) {
            return Optional.of("it does not have the branch label %s; is there no `branch_labels = %s` in it?"
                    .formatted(String.join(", ", wanted.branchLabels()), "${repr(branch_labels)}"));
        }
        if (!new HashSet<>(revision.dependsOn()).equals(new HashSet<>(wanted.dependsOn()))) {
            return Optional.of("it does not depend on %s; is there no `depends_on = %s` in it?"
                    .formatted(String.join(", ", wanted.dependsOn()), "${repr(depends_on)}"));
        }
        return Optional.empty();
    }

    private static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new Refusal(Problem.at(file, 0, ProblemKind.CANNOT_WRITE,
                    "The file is not what was asked for and can't be removed: " + e.getMessage(), "Remove it."));
        }
    }
}
