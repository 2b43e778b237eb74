package org.athanor.engine.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.athanor.engine.Offline;
import org.athanor.engine.cache.HeaderCache;
import org.athanor.engine.dialect.Product;
import org.athanor.engine.plan.Course;
import org.athanor.engine.script.CallerArguments;
import org.athanor.engine.sql.Statement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A file is changed behind its stamp, so that only a kept script can still say "first".
class CachedScriptsTest {
    private static final FileTime LONG_AGO = FileTime.from(Instant.parse("2026-01-01T09:00:00Z"));
    private static final String FIRST = "    op.execute('SELECT first')\n";

    @TempDir
    private Path folder;
    private Path versions = Path.of("");

    @BeforeEach
    void writeProject() throws IOException {
        versions = Files.createDirectories(folder.resolve("migrations/versions"));
        Files.writeString(folder.resolve("alembic.ini"), "[alembic]\nscript_location = %(here)s/migrations\n");
    }

    @Test
    void a_kept_script_stands_for_its_file() throws IOException {
        revision("a", "None", FIRST);
        assertThat(upgrade()).containsExactly("SELECT first");
        changeBehindItsStamp("a");
        assertThat(upgrade()).containsExactly("SELECT first");
    }

    @ParameterizedTest
    @ValueSource(strings = {"äöü", "żółw", "🜍"})
    void words_of_all_languages_are_kept(String word) throws IOException {
        revision("a", "None", "    op.execute('SELECT \\'%s\\', first')\n".formatted(word));
        assertThat(upgrade()).containsExactly("SELECT '%s', first".formatted(word));
        changeBehindItsStamp("a");
        assertThat(upgrade()).containsExactly("SELECT '%s', first".formatted(word));
    }

    @Test
    void a_changed_file_is_read() throws IOException {
        revision("a", "None", FIRST);
        upgrade();
        revision("a", "None", FIRST.replace("first", "another"));
        assertThat(upgrade()).containsExactly("SELECT another");
    }

    @Test
    void a_file_that_was_written_just_now_is_not_kept() throws IOException {
        revision("a", "None", FIRST);
        var now = FileTime.from(Instant.now());
        Files.setLastModifiedTime(file("a"), now);
        upgrade();
        changeBehindItsStamp("a");
        Files.setLastModifiedTime(file("a"), now);
        assertThat(upgrade()).containsExactly("SELECT other");
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "import datetime\nnow = datetime.datetime.now()",
            "import uuid\nkey = uuid.uuid4()",
            "import neighbour",
            "text = open(__file__.replace('a.py', 'words')).read()",
            "import os\nhere = os.getcwd()",
            "import os\nthere = os.path.exists('words')"})
    void what_depends_on_more_than_its_file_is_read_each_time(String beyond) throws IOException {
        Files.writeString(versions.resolve("words"), "words");
        revision("a", "None", FIRST, beyond);
        assertThat(upgrade()).containsExactly("SELECT first");
        changeBehindItsStamp("a");
        assertThat(upgrade()).containsExactly("SELECT other");
    }

    @Test
    void what_asks_for_the_schema_before_it_is_read_each_time() throws IOException {
        revision("a", "None", "    op.create_table('t', sa.Column('old', sa.Integer()))\n");
        revision("b", "'a'", """
                    with op.batch_alter_table('t', recreate='always') as batch:
                        batch.alter_column('old', new_column_name='new')
                """);
        var statements = upgrade();
        assertThat(statements).anyMatch(s -> s.contains("INSERT INTO _alembic_tmp_t"));
        assertThat(upgrade()).isEqualTo(statements);
        revision("a", "None", "    op.create_table('t', sa.Column('old', sa.Text()))\n");
        assertThat(upgrade()).anyMatch(s -> s.contains("_alembic_tmp_t") && s.contains("new TEXT"));
    }

    @Test
    void what_a_person_gave_is_never_answered_from_the_cache() throws IOException {
        revision("a", "None", """
                    from alembic import context
                    op.execute('SELECT ' + context.get_x_argument(as_dictionary=True).get('word', 'first'))
                """);
        assertThat(upgrade()).containsExactly("SELECT first");
        var given = new CallerArguments(List.of("word=given"), Optional.empty());
        assertThat(upgrade(offline(Product.SQLITE, given))).containsExactly("SELECT given");
        assertThat(upgrade()).containsExactly("SELECT first");
    }

    @Test
    void each_product_and_direction_has_its_own() throws IOException {
        revision("a", "None", "    op.execute('SELECT ' + op.get_bind().dialect.name)\n");
        for (int i = 0; i < 2; i++) {
            assertThat(upgrade()).containsExactly("SELECT sqlite");
            assertThat(upgrade(offline(Product.POSTGRESQL, CallerArguments.NONE)))
                    .containsExactly("SELECT postgresql");
            var offline = offline(Product.SQLITE, CallerArguments.NONE);
            assertThat(statements(offline, offline.downgrade(Offline.Range.parse("heads:base"))))
                    .containsExactly("SELECT back");
        }
    }

    @Test
    void a_damaged_cache_is_none() throws IOException {
        revision("a", "None", FIRST);
        upgrade();
        try (Stream<Path> kept = Files.list(folder.resolve("cache"))) {
            for (var file : kept.filter(f -> f.getFileName().toString().startsWith("scripts")).toList()) {
                var bytes = Files.readAllBytes(file);
                bytes[bytes.length / 2] ^= 1;
                Files.write(file, bytes);
            }
        }
        changeBehindItsStamp("a");
        assertThat(upgrade()).containsExactly("SELECT other");
    }

    private void changeBehindItsStamp(String id) throws IOException {
        Files.writeString(file(id), Files.readString(file(id)).replace("first", "other"));
        Files.setLastModifiedTime(file(id), LONG_AGO);
    }

    private void revision(String id, String down, String body) throws IOException {
        revision(id, down, body, "");
    }

    private void revision(String id, String down, String body, String top) throws IOException {
        Files.writeString(file(id), """
                from alembic import op
                import sqlalchemy as sa
                %s
                revision = '%s'
                down_revision = %s


                def upgrade():
                %s

                def downgrade():
                    op.execute('SELECT back')
                """.formatted(top, id, down, body));
        Files.setLastModifiedTime(file(id), LONG_AGO);
    }

    private Path file(String id) {
        return versions.resolve(id + ".py");
    }

    private List<String> upgrade() {
        return upgrade(offline(Product.SQLITE, CallerArguments.NONE));
    }

    private static List<String> upgrade(Offline offline) {
        return statements(offline, offline.upgrade(Offline.Range.parse("heads")));
    }

    private static List<String> statements(Offline offline, Course course) {
        return offline.runnable(course).steps().stream().flatMap(s -> s.statements().stream()).map(Statement::text)
                .toList();
    }

    private Offline offline(Product product, CallerArguments given) {
        var cache = HeaderCache.in(folder.resolve("cache"), "1", System.getProperty("user.name"),
                InstantSource.system());
        return Offline.open(Project.open(folder.resolve("alembic.ini"), Project.DEFAULT_SECTION, Map.of(), cache),
                product, given);
    }
}
