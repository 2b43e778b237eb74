package org.athanor.engine.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import org.athanor.engine.cache.FileStamp;
import org.athanor.engine.cache.HeaderCache;
import org.athanor.engine.cache.KeptHeader;
import org.athanor.engine.cache.KeptHeaders;
import org.athanor.engine.project.HeaderReader.Header;

/// Reads the headers of one folder of revisions: those from the cache whose files are as they were, the others from the
/// files. Then the cache gets what it may keep.
final class CachedLocation {
    private final Path location;
    private final HeaderCache cache;
    private final int nameStart;

    CachedLocation(Path location, HeaderCache cache) {
        this.location = location;
        this.cache = cache;
        this.nameStart = location.toString().length();
    }

    /// Looks through the folder.
    @FunctionalInterface
    interface Listing {
        List<Path> files() throws IOException;
    }

    /// What a file says, and what of that the cache may keep.
    private record Answer(Header header, Optional<KeptHeader> keepable, boolean isKept) {}

    /// The cache is read while the folder is looked through.
    List<Header> read(Listing listing) throws IOException {
        var reading = CompletableFuture.supplyAsync(() -> cache.read(location));
        var files = listing.files();
        var kept = reading.join();
        var answers = files.parallelStream().map(file -> answer(file, kept)).toList();
        update(kept, answers);
        return answers.stream().map(Answer::header).toList();
    }

    private Answer answer(Path file, KeptHeaders kept) {
        try {
            var stamp = FileStamp.of(Files.readAttributes(file, BasicFileAttributes.class));
            var name = file.toString().substring(nameStart);
            return kept.find(name, stamp, file).map(CachedLocation::known).orElseGet(() -> read(file, name, stamp));
        } catch (IOException _) {
            return new Answer(HeaderReader.read(file), Optional.empty(), false);
        }
    }

    private static Answer known(KeptHeader header) {
        return new Answer(Header.sound(header.revision(), header.dependsOnIfPresent()), Optional.of(header), true);
    }

    private Answer read(Path file, String name, FileStamp stamp) {
        boolean isSettled = cache.isKeepable(stamp);
        var header = HeaderReader.read(file);
        boolean isKeepable = isSettled && header.isSelfContained() && header.problems().isEmpty();
        var keepable = header.revision().filter(_ -> isKeepable)
                .map(revision -> new KeptHeader(name, stamp, revision, header.dependsOnIfPresent()));
        return new Answer(header, keepable, false);
    }

    private void update(KeptHeaders kept, List<Answer> answers) {
        var keepable = answers.stream().flatMap(answer -> answer.keepable().stream()).toList();
        boolean isSame = keepable.size() == kept.size()
                && answers.stream().allMatch(answer -> answer.isKept() || answer.keepable().isEmpty());
        if (!isSame) {
            cache.write(location, keepable);
        }
    }
}
