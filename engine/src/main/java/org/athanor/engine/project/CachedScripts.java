package org.athanor.engine.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

import org.athanor.engine.cache.FileStamp;
import org.athanor.engine.cache.HeaderCache;
import org.athanor.engine.cache.KeptScript;
import org.athanor.engine.cache.KeptScripts;
import org.athanor.engine.dialect.Product;
import org.athanor.engine.graph.RevisionGraph;
import org.athanor.engine.revision.Revision;
import org.athanor.engine.script.Direction;
import org.athanor.engine.script.Occasion;
import org.athanor.engine.script.Reading;
import org.athanor.engine.script.Script;
import org.athanor.engine.script.ScriptReader;

/// Takes scripts from the cache where no database is at hand, and reads all others. Only a script that its own file alone
/// decides is kept: what looked at the schema before it, at another file or at a clock is read anew each time.
final class CachedScripts implements ScriptReader {
    private final ScriptReader scripts;
    private final HeaderCache cache;
    private final Path project;
    private final RevisionGraph graph;
    private final Map<Product, KeptScripts> kept = new EnumMap<>(Product.class);
    private final Map<Product, Map<String, KeptScript>> fresh = new EnumMap<>(Product.class);

    CachedScripts(ScriptReader scripts, HeaderCache cache, Path project, RevisionGraph graph) {
        this.scripts = scripts;
        this.cache = cache;
        this.project = project;
        this.graph = graph;
    }

    @Override
    public Reading read(Revision revision, Direction direction, Occasion occasion) {
        var stamp = occasion.mode() == Occasion.Mode.OFFLINE ? stamp(revision) : Optional.<FileStamp>empty();
        return stamp.flatMap(s -> known(revision, direction, occasion, s))
                .orElseGet(() -> read(revision, direction, occasion, stamp));
    }

    /// What the cache has of a script is most likely still right: only the others are made ready.
    @Override
    public void expect(List<Revision> route, Direction direction, Occasion start) {
        scripts.expect(start.mode() == Occasion.Mode.OFFLINE
                ? route.stream().filter(r -> !isKept(r, direction, start.dialect().product())).toList()
                : route, direction, start);
    }

    private synchronized boolean isKept(Revision revision, Direction direction, Product product) {
        return kept(product).has(name(revision, direction));
    }

    private KeptScripts kept(Product product) {
        return kept.computeIfAbsent(product, p -> cache.scripts(project, p.code()));
    }

    private static Optional<FileStamp> stamp(Revision revision) {
        try {
            return Optional.of(FileStamp.of(Files.readAttributes(revision.path(), BasicFileAttributes.class)));
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    private synchronized Optional<Reading> known(Revision revision, Direction direction, Occasion occasion,
            FileStamp stamp) {
        return kept(occasion.dialect().product()).find(name(revision, direction), stamp)
                .map(script -> new Reading(new Script.Static(script.statements()), occasion.before()
                        .after(schema -> scripts.read(revision, direction, occasion.at(schema)).after()), true));
    }

    private Reading read(Revision revision, Direction direction, Occasion occasion, Optional<FileStamp> stamp) {
        boolean isKeepable = stamp.filter(cache::isKeepable).isPresent();
        var asked = new AtomicBoolean();
        var reading = scripts.read(revision, direction,
                occasion.at(occasion.before().telling(() -> asked.set(true))));
        if (isKeepable && !asked.get() && reading.isSelfContained()
                && reading.script() instanceof Script.Static(var statements, var limits) && limits.isNone()) {
            keep(occasion.dialect().product(), name(revision, direction),
                    new KeptScript(stamp.orElseThrow(), statements));
        }
        return reading;
    }

    private synchronized void keep(Product product, String name, KeptScript script) {
        fresh.computeIfAbsent(product, _ -> new HashMap<>()).put(name, script);
    }

    private static String name(Revision revision, Direction direction) {
        return direction.code() + " " + revision.path();
    }

    @Override
    public synchronized void keep() {
        fresh.forEach((product, scripts) -> {
            var names = graph.newestFirst().stream()
                    .flatMap(r -> Stream.of(Direction.values()).map(d -> name(r, d))).toList();
            var all = new HashMap<>(kept.getOrDefault(product, cache.scripts(project, product.code())).all(names));
            all.putAll(scripts);
            cache.keepScripts(project, product.code(), all);
        });
        fresh.clear();
    }
}
