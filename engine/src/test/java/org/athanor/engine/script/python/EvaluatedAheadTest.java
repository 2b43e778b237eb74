package org.athanor.engine.script.python;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import org.athanor.engine.Offline;
import org.athanor.engine.dialect.Product;
import org.athanor.engine.problem.Refusal;
import org.athanor.engine.project.Project;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A line of revisions that is longer than what is evaluated ahead.
class EvaluatedAheadTest {
    private static final int LAST = 150;

    @TempDir
    private Path folder;
    private final List<String> blocks = new ArrayList<>();

    @BeforeEach
    void writeProject() throws IOException {
        Files.createDirectories(folder.resolve("migrations/versions"));
        Files.writeString(folder.resolve("alembic.ini"), "[alembic]\nscript_location = %(here)s/migrations\n");
        for (int n = 0; n <= LAST; n++) {
            write(n, "op.execute('SELECT %d')".formatted(n));
        }
    }

    @Test
    void the_statements_come_in_the_order_of_the_revisions() {
        print(blocks::add);
        assertThat(selects()).isEqualTo(upTo(LAST + 1));
    }

    @Test
    void the_way_down_comes_in_its_order() {
        var offline = offline();
        offline.write(offline.between(Offline.Range.parse("head:base")), Object::toString, blocks::add);
        assertThat(selects()).isEqualTo(upTo(LAST + 1).reversed());
    }

    @Test
    void the_first_statements_come_before_the_last_files_are_looked_at() {
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> print(block -> {
            blocks.add(block);
            if (block.equals("SELECT 0;")) {
                delete(file(LAST));
            }
        })).withMessageContaining("can't be read");
        assertThat(selects()).isEqualTo(upTo(LAST));
    }

    @Test
    void what_can_not_be_read_stops_the_script_in_its_place() throws IOException {
        write(20, "op.no_such_thing()");
        write(21, "op.execute(");
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> print(blocks::add))
                .withMessageContaining("no_such_thing");
        assertThat(selects()).isEqualTo(upTo(20));
    }

    @Test
    void what_no_database_takes_stops_the_script_in_its_place() throws IOException {
        write(20, "op.execute('SELECT \\ud83d')");
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> print(blocks::add))
                .withMessageContaining("r20.py:7").withMessageContaining("the lone surrogate U+D83D");
        write(20, "op.bulk_insert(sa.table('t', sa.column('a')), [{'a': chr(0)}])");
        blocks.clear();
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> print(blocks::add))
                .withMessageContaining("holds a NUL character");
        assertThat(selects()).isEqualTo(upTo(20));
    }

    @Test
    void what_is_nested_too_deeply_is_a_problem_on_the_other_thread_too() throws IOException {
        write(20, "op.execute('SELECT ' + str(" + "1 + ".repeat(100_000) + "1))");
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> print(blocks::add))
                .withMessageContaining("nested too deeply");
        assertThat(selects()).isEqualTo(upTo(20));
    }

    @Test
    void who_stops_early_leaves_nothing_running() {
        var course = offline().between(Offline.Range.parse("base:head"));
        assertThat(course.steps().findFirst()).isPresent();
        assertThat(ForkJoinPool.commonPool().awaitQuiescence(20, TimeUnit.SECONDS)).isTrue();
    }

    private void print(Consumer<String> to) {
        var offline = offline();
        offline.write(offline.between(Offline.Range.parse("base:head")), Object::toString, to);
    }

    private Offline offline() {
        return Offline.open(Project.open(folder.resolve("alembic.ini"), Map.of()), Product.SQLITE);
    }

    private List<String> selects() {
        return blocks.stream().filter(block -> block.startsWith("SELECT")).toList();
    }

    private static List<String> upTo(int end) {
        return IntStream.range(0, end).mapToObj("SELECT %d;"::formatted).toList();
    }

    private void write(int n, String instruction) throws IOException {
        Files.writeString(file(n), """
                from alembic import op
                import sqlalchemy as sa
                revision = 'r%d'
                down_revision = %s

                def upgrade():
                    %s

                def downgrade():
                    %s
                """.formatted(n, n == 0 ? "None" : "'r%d'".formatted(n - 1), instruction, instruction));
    }

    private Path file(int n) {
        return folder.resolve("migrations/versions/r%d.py".formatted(n));
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
