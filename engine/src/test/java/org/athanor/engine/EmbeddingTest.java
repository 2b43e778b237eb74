package org.athanor.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.athanor.engine.graph.Histories.ids;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

import javax.tools.ToolProvider;

import org.athanor.engine.database.TestPostgres;
import org.athanor.engine.journal.Journal;
import org.athanor.engine.project.Project;
import org.athanor.engine.run.IncompleteRun;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteDataSource;

/// The example of the guide to embedding, compiled and run as it stands there.
@Timeout(300)
class EmbeddingTest {
    private static final Path EXAMPLE = Samples.folder("../docs/examples/embedding").normalize();
    private static final Path MIGRATIONS = EXAMPLE.resolve("migrations");
    private static final int INSTANCES = 10;

    private final Path folder;
    private final List<Process> started = new ArrayList<>();

    EmbeddingTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @AfterEach
    void endAll() {
        started.forEach(Process::destroyForcibly);
    }

    @Test
    void ten_instances_start_at_once_on_sqlite() throws Exception {
        tenInstancesStart("jdbc:sqlite:" + folder.resolve("shop.db"));
    }

    @Test
    void ten_instances_start_at_once_on_postgresql() throws Exception {
        tenInstancesStart("jdbc:" + TestPostgres.freshDatabase().replace("postgres@", "") + "?user=postgres");
    }

    private void tenInstancesStart(String url) throws Exception {
        compile();
        for (int i = 0; i < INSTANCES; i++) {
            start(i, url);
        }
        for (var instance : started) {
            assertThat(instance.waitFor(4, TimeUnit.MINUTES)).isTrue();
        }

        var words = new ArrayList<String>();
        for (int i = 0; i < INSTANCES; i++) {
            words.add(Files.readString(words(i)));
        }

        assertThat(words).allMatch(text -> text.contains("Open for business with 2 products."));
        assertThat(words).filteredOn(text -> text.contains("3 of 3: Prices")).hasSize(1);
        assertThat(words).filteredOn(text -> text.contains("Upgraded by 3 steps")).hasSize(1);
        assertThat(words).filteredOn(text -> text.contains("Upgraded by 0 steps")).hasSize(INSTANCES - 1);
    }

    @Test
    void the_guide_shows_the_example() throws IOException {
        assertThat(Samples.text(EXAMPLE.resolve("../../guide/embedding.md")))
                .contains(Samples.text(EXAMPLE.resolve("Shop.java")));
    }

    @Test
    void an_upgrade_that_fails_throws_and_says_where_the_database_stands() throws IOException {
        Files.createDirectories(folder.resolve("versions"));
        Files.writeString(folder.resolve("athanor.toml"), "[athanor]\n");
        Files.writeString(folder.resolve("versions/a.sql"),
                "-- revision: a1\n-- down_revision:\n-- +upgrade\nCREATE TABLE t (id integer);\n");
        Files.writeString(folder.resolve("versions/b.sql"),
                "-- revision: b1\n-- down_revision: a1\n-- +upgrade\nCREATE TABLE t (id integer);\n");
        var application = Athanor.open(Project.open(folder.resolve("athanor.toml")), sqlite());

        assertThatThrownBy(() -> application.upgrade("head")).isInstanceOfSatisfying(IncompleteRun.class,
                thrown -> assertThat(thrown.result().heads()).isEqualTo(ids("a1")))
                .hasMessageContaining("b.sql:4: ").hasMessageContaining("already exists")
                .hasMessageContaining("The database stands at a1.");
    }

    @Test
    void a_journal_is_kept_if_the_application_asks_for_one() {
        var project = Project.open(MIGRATIONS.resolve("athanor.toml"));
        var journal = Journal.in(folder.resolve("journal"), "shop", "1.4");
        var application = Athanor.open(project, sqlite()).withJournal(journal);

        assertThat(application.upgrade("head").heads()).isEqualTo(ids("0003"));
        assertThat(application.book().orElseThrow().runs()).hasSize(1)
                .allSatisfy(run -> assertThat(run.begin().who().program()).isEqualTo("shop"));
        assertThat(application.upgrade("head").applied()).isEmpty();
    }

    private SQLiteDataSource sqlite() {
        var source = new SQLiteDataSource();
        source.setUrl("jdbc:sqlite:" + folder.resolve("library.db"));
        return source;
    }

    private void compile() {
        int result = Objects.requireNonNull(ToolProvider.getSystemJavaCompiler()).run(null, null, null, "-proc:none",
                "-Xlint:all", "-Werror", "-d", folder.toString(), "-cp", System.getProperty("java.class.path"),
                EXAMPLE.resolve("Shop.java").toString());
        assertThat(result).isZero();
    }

    private void start(int number, String url) throws IOException {
        started.add(new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED", "-cp",
                folder + System.getProperty("path.separator") + System.getProperty("java.class.path"), "Shop", url,
                MIGRATIONS.toString()).redirectErrorStream(true).redirectOutput(words(number).toFile()).start());
    }

    private Path words(int number) {
        return folder.resolve("instance%d.txt".formatted(number));
    }
}
