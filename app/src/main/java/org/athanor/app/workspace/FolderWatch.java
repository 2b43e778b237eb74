package org.athanor.app.workspace;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.athanor.engine.project.Project;

/// Watches the folders of a project and says when a file in them has changed: once for changes that come together. Has
/// a thread of its own, on which it tells. Where the system can't tell of changes soon, or at all, it looks itself.
public final class FolderWatch implements AutoCloseable {
    private static final Duration QUIET = Duration.ofMillis(150);
    private static final Duration LONGEST_WAIT = Duration.ofMillis(600);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(700);

    private final List<Path> folders;
    private final Runnable changed;
    private final Thread thread;

    private FolderWatch(List<Path> folders, Runnable changed, boolean told) {
        this.folders = folders;
        this.changed = changed;
        this.thread = Thread.ofVirtual().name("folder-watch").unstarted(told ? this::listen : this::look);
    }

    /// The folders of a project: that of its configuration, and those of its revisions.
    public static List<Path> folders(Project project) {
        var config = project.config();
        return Stream.concat(Stream.of(config.folder()), config.versionLocations().stream())
                .map(folder -> folder.toAbsolutePath().normalize()).distinct().toList();
    }

    /// The first of the folders is watched alone, the others with all below them.
    public static FolderWatch start(List<Path> folders, Runnable changed) {
        return start(folders, changed, !System.getProperty("os.name", "").startsWith("Mac"));
    }

    /// `told` is whether the system says soon what has changed.
    static FolderWatch start(List<Path> folders, Runnable changed, boolean told) {
        var watch = new FolderWatch(List.copyOf(folders), changed, told);
        watch.thread.start();
        return watch;
    }

    @Override
    public void close() {
        thread.interrupt();
    }

    private void listen() {
        try (var service = FileSystems.getDefault().newWatchService()) {
            register(service);
            while (!Thread.currentThread().isInterrupted()) {
                boolean concerns = drain(service.take());
                var patience = Instant.now().plus(LONGEST_WAIT);
                for (var key = next(service); key != null; key = next(service)) {
                    concerns |= drain(key);
                    if (Instant.now().isAfter(patience)) {
                        break;
                    }
                }
                register(service);
                if (concerns) {
                    changed.run();
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (IOException | ClosedWatchServiceException _) {
            look();
        }
    }

    @SuppressWarnings("NullAway") // poll says by null that nothing came
    private static WatchKey next(WatchService service) throws InterruptedException {
        return service.poll(QUIET.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static boolean drain(WatchKey key) {
        boolean concerns = key.pollEvents().stream().anyMatch(FolderWatch::concerns);
        key.reset();
        return concerns;
    }

    private static boolean concerns(WatchEvent<?> event) {
        return event.kind().equals(StandardWatchEventKinds.OVERFLOW)
                || event.context() instanceof Path path && concerns(path);
    }

    /// Databases beside a project change all the time, and editors leave their own files. What has no ending may be a folder.
    private static boolean concerns(Path path) {
        var name = path.getFileName().toString();
        return Stream.of(".sql", ".py", ".toml", ".ini", ".mako").anyMatch(name::endsWith) && !name.startsWith(".")
                || !name.contains(".") && !name.equals("__pycache__");
    }

    private void register(WatchService service) throws IOException {
        for (var folder : existing()) {
            folder.register(service, StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_DELETE,
                    StandardWatchEventKinds.ENTRY_MODIFY);
        }
    }

    private void look() {
        try {
            var before = seen();
            while (!Thread.currentThread().isInterrupted()) {
                Thread.sleep(LOOK_AGAIN);
                var now = seen();
                if (!now.equals(before)) {
                    before = now;
                    changed.run();
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// The configuration's folder itself, and the folders of revisions with all below them.
    private Set<Path> existing() {
        var all = new HashSet<Path>();
        for (var folder : folders) {
            try (var below = Files.walk(folder, folder.equals(folders.getFirst()) ? 1 : Integer.MAX_VALUE)) {
                below.filter(path -> path.equals(folder) || !folder.equals(folders.getFirst()))
                        .filter(Files::isDirectory).forEach(all::add);
            } catch (IOException | java.io.UncheckedIOException _) {
                // A folder that isn't there yet, or no longer, is looked for again after the next change.
            }
        }
        return all;
    }

    private Map<Path, String> seen() {
        var stamps = new HashMap<Path, String>();
        for (var folder : existing()) {
            try (var files = Files.list(folder)) {
                files.filter(FolderWatch::concerns).forEach(file -> stamps.put(file, stamp(file)));
            } catch (IOException _) {
                // As above.
            }
        }
        return stamps;
    }

    private static String stamp(Path file) {
        try {
            return Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS) + " " + Files.size(file);
        } catch (IOException _) {
            return "gone";
        }
    }
}
