package org.athanor.engine.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import org.athanor.engine.cache.FileStamp;
import org.athanor.engine.cache.HeaderCache;
import org.athanor.engine.cache.KeptHeader;
import org.athanor.engine.cache.KeptHeaders;
import org.athanor.engine.project.HeaderReader.Header;
import org.jspecify.annotations.Nullable;

/// Reads the headers of one folder of revisions: those from the cache whose files are as they were, the others from the
/// files. Then the cache gets what it may keep.
final class CachedLocation {
    private final Path location;
    private final HeaderCache cache;

    CachedLocation(Path location, HeaderCache cache) {
        this.location = location;
        this.cache = cache;
    }

    /// What a file says, and what of that the cache may keep.
    private record Answer(Header header, Optional<KeptHeader> keepable, boolean isKept) {}

    /// The cache is read while the folder is looked through.
    List<Header> read(boolean recursive) throws IOException {
        var reading = CompletableFuture.supplyAsync(() -> cache.read(location));
        var found = FoundFile.in(location, recursive);
        var kept = reading.join();
        var answers = sorted(found, kept).parallelStream().map(file -> answer(file, kept)).toList();
        update(kept, answers);
        var headers = new ArrayList<Header>(answers.size());
        answers.forEach(answer -> headers.add(answer.header()));
        return headers;
    }

    /// The files by name. Those that were kept were sorted then, and sorting what is sorted takes next to no time.
    private static List<FoundFile> sorted(List<FoundFile> found, KeptHeaders kept) {
        var known = new @Nullable FoundFile[kept.size()];
        var sorted = new ArrayList<FoundFile>(found.size());
        var others = new ArrayList<FoundFile>();
        found.forEach(
                file -> kept.place(file.name()).ifPresentOrElse(place -> known[place] = file, () -> others.add(file)));
        for (var file : known) {
            if (file != null) {
                sorted.add(file);
            }
        }
        sorted.addAll(others);
        Collections.sort(sorted);
        return sorted;
    }

    private Answer answer(FoundFile file, KeptHeaders kept) {
        try {
            var stamp = FileStamp.of(Files.readAttributes(file.path(), BasicFileAttributes.class));
            return kept.find(file.name(), stamp, file.path()).map(CachedLocation::known)
                    .orElseGet(() -> read(file, stamp));
        } catch (IOException _) {
            return new Answer(HeaderReader.read(file), Optional.empty(), false);
        }
    }

    private static Answer known(KeptHeader header) {
        return new Answer(Header.sound(header.revision(), header.dependsOnIfPresent()), Optional.of(header), true);
    }

    private Answer read(FoundFile file, FileStamp stamp) {
        boolean isSettled = cache.isKeepable(stamp);
        var header = HeaderReader.read(file);
        boolean isKeepable = isSettled && header.isSelfContained() && header.problems().isEmpty();
        var keepable = header.revision().filter(_ -> isKeepable)
                .map(revision -> new KeptHeader(file.name(), stamp, revision, header.dependsOnIfPresent()));
        return new Answer(header, keepable, false);
    }

    private void update(KeptHeaders kept, List<Answer> answers) {
        var keepable = new ArrayList<KeptHeader>(answers.size());
        answers.forEach(answer -> answer.keepable().ifPresent(keepable::add));
        boolean isSame = keepable.size() == kept.size()
                && answers.stream().allMatch(answer -> answer.isKept() || answer.keepable().isEmpty());
        if (!isSame) {
            cache.write(location, keepable);
        }
    }
}
