package org.athanor.engine.differential.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

import org.athanor.engine.Samples;
import org.athanor.engine.dialect.Product;
import org.athanor.engine.script.Direction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Spoilt revisions end in statements or in a problem that says why not: never in another exception, never without end,
/// and nothing but their text is read.
///
/// `-Dathanor.fuzz.cases=100000` spoils more, `-Dathanor.fuzz.seed=7` spoils others.
class MutatedRevisionsTest {
    private static final int CASES = Integer.getInteger("athanor.fuzz.cases", 200);
    private static final long SEED = Long.getLong("athanor.fuzz.seed", 0);
    private static final int SECONDS = 90;
    private static final int MOST_SHOWN = 5;

    private final EngineStatements engine = new EngineStatements();
    private final List<String> faults = new ArrayList<>();

    @Test
    void a_spoilt_revision_harms_nobody(@TempDir Path folder, @TempDir Path canary) throws Exception {
        Files.writeString(canary.resolve("kept"), "as it was");
        var seeds = Stream.concat(WrittenCases.all().stream().map(RevisionCase::body), sample()).toList();
        long processes = ProcessHandle.current().descendants().count();
        try (var threads = Executors.newThreadPerTaskExecutor(Thread.ofPlatform().daemon().factory())) {
            for (int i = 0; i < CASES && faults.size() < MOST_SHOWN; i++) {
                var random = new Random(SEED + i);
                var mutation = new Mutation(random, canary.toString());
                var text = mutation.of(seeds.get(random.nextInt(seeds.size())),
                        seeds.get(random.nextInt(seeds.size())));
                var project = CaseFolder.write(text, folder.resolve("case" + i));
                var reading = threads.submit(() -> read(project));
                try {
                    reading.get(SECONDS, TimeUnit.SECONDS);
                } catch (ExecutionException e) {
                    faults.add(told(SEED + i, Objects.requireNonNull(e.getCause()), text));
                } catch (TimeoutException e) {
                    faults.add(told(SEED + i, e, text));
                    break;
                }
                assertUntouched(canary, text);
            }
        }
        assertThat(faults).isEmpty();
        assertThat(ProcessHandle.current().descendants().count()).isEqualTo(processes);
    }

    private void read(CaseFolder project) {
        for (var product : Product.values()) {
            for (var direction : Direction.values()) {
                assertThat(engine.print(project, product, direction)).isNotNull();
            }
        }
    }

    private static Stream<String> sample() throws IOException {
        try (var files = Files.list(Samples.folder("library/migrations/versions"))) {
            return files.filter(f -> f.toString().endsWith(".py")).sorted().map(Samples::text).toList().stream();
        }
    }

    private static void assertUntouched(Path canary, String text) throws IOException {
        try (var files = Files.list(canary)) {
            assertThat(files.map(f -> f.getFileName().toString())).as(text).containsExactly("kept");
        }
        assertThat(canary.resolve("kept")).as(text).hasContent("as it was");
    }

    private static String told(long seed, Throwable fault, String text) {
        var frames = Stream.of(fault.getStackTrace()).limit(12).map(StackTraceElement::toString).toList();
        return "seed %d: %s%n    %s%n%s%n".formatted(seed, fault, String.join("\n    ", frames), text);
    }
}
