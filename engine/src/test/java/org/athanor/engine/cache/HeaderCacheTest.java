package org.athanor.engine.cache;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

import org.athanor.engine.project.Project;
import org.athanor.engine.revision.Revision;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A project that is read with the cache says what it says without, whatever happens to its files and to the cache's.
class HeaderCacheTest {
    private static final String USER = System.getProperty("user.name");
    private static final FileTime LONG_AGO = FileTime.from(Instant.parse("2026-01-01T09:00:00.123456789Z"));

    @TempDir
    private Path folder;
    private Path versions = Path.of("");
    private Path caches = Path.of("");
    private final List<Integer> written = new ArrayList<>();

    @BeforeEach
    void writeProject() throws IOException {
        versions = Files.createDirectories(folder.resolve("migrations/versions"));
        caches = folder.resolve("caches");
        Files.writeString(folder.resolve("alembic.ini"),
                "[alembic]\nscript_location = %(here)s/migrations\nrecursive_version_locations = true\n");
        python("a1.py", "a1", "None", "Ein Anfang äöü 🜍");
        python("b2.py", "b2", "'a1'", "Second");
        settle(Files.writeString(versions.resolve("c3.sql"), """
                -- revision: c3
                -- down_revision: b2
                -- branch_labels: billing
                -- depends_on: a1
                -- message: Third
                -- created: 2026-02-03T08:45:00Z

                -- +upgrade
                SELECT 1;
                """));
    }

    @Test
    void a_second_reading_says_the_same_as_the_first() {
        assertThat(agreed()).extracting(Revision::toString).containsExactly("a1", "b2", "c3");
        assertThat(agreed()).extracting(Revision::toString).containsExactly("a1", "b2", "c3");
        assertThat(written).as("headers written, by each reading that wrote").containsExactly(3);
    }

    @Test
    void texts_of_every_alphabet_are_kept_as_they_are() throws IOException {
        python("d4.py", "d4", "'c3'", "Café, naïve ÿ\u0080");
        python("e5.py", "e5", "'d4'", "Änderung für Łódź, データ 🜍");
        var first = agreed();
        assertThat(agreed()).isEqualTo(first).extracting(Revision::title).endsWith("Café, naïve ÿ\u0080",
                "Änderung für Łódź, データ 🜍");
        assertThat(written).containsExactly(5);
    }

    @Test
    void files_that_are_new_stand_in_their_place_among_the_kept() throws IOException {
        python("d4.py", "d4", "'c3'", "Fourth");
        agreed();
        python("b3.py", "b3", "'d4'", "Between");
        python("0.py", "e5", "'b3'", "Before all");
        assertThat(agreed()).extracting(Revision::toString).containsExactly("e5", "a1", "b2", "b3", "c3", "d4");
    }

    @Test
    void a_kept_header_stands_for_its_file() throws IOException {
        agreed();
        var file = versions.resolve("b2.py");
        Files.writeString(file, Files.readString(file).replace("Second", "Zweite"));
        settle(file);
        assertThat(revisions(cache())).as("a change that hides behind its old stamp").element(1)
                .extracting(Revision::title).isEqualTo("Second");
    }

    @Test
    void other_content_of_the_same_size_is_read() throws IOException {
        agreed();
        python("b2.py", "b2", "'a1'", "Zweite");
        Files.setLastModifiedTime(versions.resolve("b2.py"), FileTime.from(LONG_AGO.toInstant().plusNanos(1)));
        assertThat(agreed()).element(1).extracting(Revision::title).isEqualTo("Zweite");
        assertThat(written).containsExactly(3, 3);
    }

    @Test
    void content_of_another_size_is_read_though_the_time_is_the_same() throws IOException {
        agreed();
        python("b2.py", "b2", "'a1'", "Another");
        assertThat(agreed()).element(1).extracting(Revision::title).isEqualTo("Another");
    }

    @Test
    void a_file_in_anothers_place_is_read_though_size_and_time_are_the_same() throws IOException {
        agreed();
        var file = versions.resolve("b2.py");
        var other = Files.writeString(folder.resolve("other"), Files.readString(file).replace("Second", "Zweite"));
        settle(other);
        Files.move(other, file, REPLACE_EXISTING);
        assertThat(agreed()).element(1).extracting(Revision::title).isEqualTo("Zweite");
    }

    @Test
    void files_come_and_go_and_change_their_names() throws IOException {
        agreed();
        python("d4.py", "d4", "'c3'", "Fourth");
        assertThat(agreed()).hasSize(4);
        Files.move(versions.resolve("d4.py"), versions.resolve("0.py"));
        assertThat(agreed()).extracting(r -> r.path().getFileName().toString()).first().isEqualTo("0.py");
        Files.delete(versions.resolve("0.py"));
        assertThat(agreed()).hasSize(3);
        Files.createDirectories(versions.resolve("more"));
        python("more/d4.py", "d4", "'c3'", "Fourth");
        assertThat(agreed()).extracting(Revision::toString).contains("d4");
        assertThat(written).containsExactly(3, 4, 4, 3, 4);
    }

    @Test
    void a_file_that_was_changed_just_now_is_not_kept() throws IOException {
        var now = Instant.parse("2026-03-01T12:00:00Z");
        var file = versions.resolve("b2.py");
        Files.setLastModifiedTime(file, FileTime.from(now.minus(Duration.ofSeconds(1))));
        revisions(cache("1", USER, now));
        Files.writeString(file, Files.readString(file).replace("Second", "Zweite"));
        Files.setLastModifiedTime(file, FileTime.from(now.minus(Duration.ofSeconds(1))));
        assertThat(revisions(cache("1", USER, now))).as("changed again within one tick of the clock").element(1)
                .extracting(Revision::title).isEqualTo("Zweite");
        revisions(cache("1", USER, now.plus(Duration.ofSeconds(2))));
        assertThat(written).containsExactly(2, 3);
    }

    @Test
    void a_file_from_the_future_is_not_kept() throws IOException {
        Files.setLastModifiedTime(versions.resolve("b2.py"), FileTime.from(Instant.parse("2400-01-01T00:00:00Z")));
        agreed();
        assertThat(written).containsExactly(2);
    }

    @Test
    void what_is_wrong_with_a_file_is_told_each_time() throws IOException {
        settle(Files.writeString(versions.resolve("d4.py"), "down_revision = compute()\n"));
        assertThat(open(cache()).problems()).isNotEmpty().isEqualTo(open(HeaderCache.off()).problems());
        assertThat(open(cache()).problems()).isEqualTo(open(HeaderCache.off()).problems());
        assertThat(written).containsExactly(3);
    }

    @Test
    void a_header_that_takes_a_value_from_another_file_is_not_kept() throws IOException {
        settle(Files.writeString(versions.resolve("d4.py"), """
                from .__init__labels import LABEL
                revision = "d4"
                down_revision = "c3"
                branch_labels = LABEL
                """));
        settle(Files.writeString(versions.resolve("__init__labels.py"), "LABEL = 'red'\n"));
        assertThat(agreed().getLast().branchLabels()).containsExactly("red");
        settle(Files.writeString(versions.resolve("__init__labels.py"), "LABEL = 'sea'\n"));
        assertThat(agreed().getLast().branchLabels()).containsExactly("sea");
        assertThat(written).containsExactly(3);
    }

    @Test
    void a_dependency_under_a_condition_is_kept_with_its_condition() throws IOException {
        settle(Files.writeString(versions.resolve("d4.py"), """
                revision = "d4"
                down_revision = "c3"
                depends_on = []
                if installed():
                    depends_on.append("e5")
                """));
        assertThat(agreed().getLast().dependsOn()).isEmpty();
        assertThat(agreed().getLast().dependsOn()).isEmpty();
        python("e5.py", "e5", "'a1'", "Fifth");
        assertThat(agreed().get(3).dependsOn()).containsExactly("e5");
    }

    @Test
    void half_a_character_has_no_bytes_and_so_nothing_is_kept() throws IOException {
        python("d4.py", "d4", "'c3'", "\\ud83d");
        agreed();
        agreed();
        assertThat(cached()).isEmpty();
    }

    @Test
    void a_cache_that_was_cut_short_or_spoilt_is_written_anew() throws IOException {
        agreed();
        var file = cached().getFirst();
        var whole = Files.readAllBytes(file);
        for (int i = 0; i < whole.length; i += 5) {
            var spoilt = whole.clone();
            spoilt[i] ^= 0x11;
            Files.write(file, spoilt);
            agreed();
            Files.write(file, Arrays.copyOf(whole, i));
            agreed();
            assertThat(file).hasBinaryContent(whole);
        }
    }

    @Test
    void what_another_build_of_the_program_wrote_is_not_read() {
        agreed();
        revisions(cache("2", USER, Instant.now()));
        revisions(cache("2", USER, Instant.now()));
        assertThat(written).containsExactly(3, 3);
    }

    @Test
    void a_cache_of_another_folder_is_not_read() throws IOException {
        agreed();
        var file = cached().getFirst();
        var moved = folder.resolve("elsewhere/versions");
        Files.createDirectories(moved.getParent());
        Files.move(versions, moved);
        Files.writeString(folder.resolve("alembic.ini"),
                "[alembic]\nscript_location = %(here)s/elsewhere\n");
        agreed();
        var other = cached().stream().filter(f -> !f.equals(file)).findFirst().orElseThrow();
        Files.copy(file, other, REPLACE_EXISTING);
        assertThat(agreed()).allMatch(revision -> revision.path().startsWith(moved));
        assertThat(written).containsExactly(3, 3, 3);
    }

    @Test
    void only_its_user_can_read_it() throws IOException {
        agreed();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(caches))).isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(cached().getFirst())))
                .isEqualTo("rw-------");
    }

    @Test
    void what_others_own_or_may_touch_is_not_read() throws IOException {
        agreed();
        revisions(cache("1", "somebody-else", Instant.now()));
        Files.setPosixFilePermissions(cached().getFirst(), PosixFilePermissions.fromString("rw-rw----"));
        agreed();
        assertThat(written).containsExactly(3, 3, 3);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(cached().getFirst())))
                .isEqualTo("rw-------");
    }

    @Test
    void a_link_in_the_place_of_a_cache_is_not_followed() throws IOException {
        agreed();
        var file = cached().getFirst();
        var elsewhere = Files.move(file, folder.resolve("elsewhere"));
        Files.createSymbolicLink(file, elsewhere);
        agreed();
        assertThat(written).containsExactly(3, 3);
        assertThat(file).isRegularFile().matches(f -> !Files.isSymbolicLink(f));
    }

    @Test
    void where_nothing_can_be_written_the_files_are_read() throws IOException {
        Files.writeString(caches, "not a folder");
        assertThat(agreed()).hasSize(3);
        assertThat(agreed()).hasSize(3);
        assertThat(caches).hasContent("not a folder");
    }

    @Test
    void many_at_once_agree_though_each_writes_over_the_others() throws Exception {
        try (var pool = Executors.newFixedThreadPool(6)) {
            for (var message : List.of("First turn", "Second turn", "The last turn")) {
                python("b2.py", "b2", "'a1'", message);
                var readers = new ArrayList<Callable<List<Revision>>>();
                for (int i = 0; i < 30; i++) {
                    var build = String.valueOf(i % 2);
                    readers.add(() -> revisions(HeaderCache.in(caches, build, USER, InstantSource.system())));
                }
                for (var reader : pool.invokeAll(readers)) {
                    assertThat(reader.get()).isEqualTo(revisions(HeaderCache.off()));
                }
            }
        }
        assertThat(cached()).as("no drafts are left behind").hasSize(1);
    }

    @Test
    void without_a_cache_nothing_is_written() {
        revisions(HeaderCache.off());
        assertThat(caches).doesNotExist();
    }

    /// The revisions as the cache has them, which must be those that the files have.
    private List<Revision> agreed() {
        var revisions = revisions(cache());
        assertThat(revisions).isEqualTo(revisions(HeaderCache.off()));
        return revisions;
    }

    private List<Revision> revisions(HeaderCache cache) {
        return open(cache).graph().revisions();
    }

    private Project open(HeaderCache cache) {
        return Project.open(folder.resolve("alembic.ini"), Project.DEFAULT_SECTION, Map.of(), cache);
    }

    private HeaderCache cache() {
        return cache("1", USER, Instant.now());
    }

    private HeaderCache cache(String program, String user, Instant now) {
        return new Counting(HeaderCache.in(caches, program, user, InstantSource.fixed(now)), written);
    }

    private List<Path> cached() throws IOException {
        if (!Files.exists(caches)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(caches)) {
            return files.sorted().toList();
        }
    }

    private void python(String name, String id, String down, String message) throws IOException {
        settle(Files.writeString(versions.resolve(name), """
                \"""%s

                Create Date: 2026-01-01 09:00:00.000000
                \"""
                revision = '%s'
                down_revision = %s
                branch_labels = None
                depends_on = None
                """.formatted(message, id, down)));
    }

    private static void settle(Path file) throws IOException {
        Files.setLastModifiedTime(file, LONG_AGO);
    }

    /// A cache that notes how many headers are written each time.
    private record Counting(HeaderCache cache, List<Integer> written) implements HeaderCache {
        @Override
        public KeptHeaders read(Path location) {
            return cache.read(location);
        }

        @Override
        public void write(Path location, List<KeptHeader> headers) {
            written.add(headers.size());
            cache.write(location, headers);
        }

        @Override
        public KeptScripts scripts(Path project, String product) {
            return cache.scripts(project, product);
        }

        @Override
        public void keepScripts(Path project, String product, Map<String, KeptScript> scripts) {
            cache.keepScripts(project, product, scripts);
        }

        @Override
        public boolean isKeepable(FileStamp stamp) {
            return cache.isKeepable(stamp);
        }

        @Override
        public boolean isOn() {
            return cache.isOn();
        }
    }
}
