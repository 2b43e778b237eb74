package org.athanor.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.athanor.engine.project.Initializer.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Batches for SQLite say only what Alembic, too, makes of them.
class WrittenBatchesTest {
    @TempDir
    Path folder;

    @Test
    void a_new_foreign_key_without_a_name_stands_in_the_description() throws Exception {
        var text = thereAndBack(
                "CREATE TABLE p (id INTEGER PRIMARY KEY); CREATE TABLE t (id INTEGER PRIMARY KEY, p INT)",
                "CREATE TABLE p (id INTEGER PRIMARY KEY); CREATE TABLE t (id INTEGER PRIMARY KEY, p INT REFERENCES p (id))");
        assertThat(up(text))
                .containsSubsequence("copy_from=", "sa.ForeignKeyConstraint(['p'], ['p.id'])", ") as batch_op")
                .doesNotContain("table_args");
    }

    @Test
    void that_of_a_new_column_does_so_once_the_column_is_there() throws Exception {
        var text = thereAndBack("CREATE TABLE t (id INTEGER PRIMARY KEY)",
                "CREATE TABLE t (id INTEGER PRIMARY KEY, parent INT REFERENCES t (id))");
        assertThat(up(text)).containsSubsequence("batch_op.add_column(sa.Column('parent'", "copy_from=",
                "sa.Column('parent'", "sa.ForeignKeyConstraint(['parent'], ['t.id'])").doesNotContain("table_args");
    }

    @Test
    void a_primary_key_keeps_the_order_of_its_columns() throws Exception {
        var text = thereAndBack("CREATE TABLE t (a INT, b INT, PRIMARY KEY (a))",
                "CREATE TABLE t (a INT, b INT, PRIMARY KEY (b, a))");
        assertThat(up(text)).contains("recreate='always'", "sa.PrimaryKeyConstraint('b', 'a')")
                .doesNotContain("table_args");
    }

    @Test
    void a_column_that_is_computed_otherwise_is_dropped_and_added() throws Exception {
        var text = thereAndBack(
                "CREATE TABLE t (n INT, g INT AS (n + 1) STORED, h INT AS (n * 2), i INT, CHECK (g > i))",
                "CREATE TABLE t (n INT, g INT AS (n + 2) STORED, h INT, i INT AS (n + 3), CHECK (g > i))");
        assertThat(up(text)).contains("batch_op.drop_column('g')",
                "batch_op.add_column(sa.Column('g', sa.Integer(), sa.Computed('n + 2', persisted=True)",
                "sa.Column('h', sa.Integer(), nullable=True),").doesNotContain("server_default=");
    }

    private static String up(String text) {
        return text.substring(text.indexOf("def upgrade"), text.indexOf("def downgrade"));
    }

    private String thereAndBack(String before, String after) throws Exception {
        var here = Files.writeString(folder.resolve("here.sql"), before + ";");
        var there = new SchemaSource.File(Files.writeString(folder.resolve("there.sql"), after + ";"));
        var project = WrittenProject.create(Kind.GENERIC, folder.resolve("project"),
                "sqlite:///" + folder.resolve("test.db"));
        try (var connection = project.database().connect(); var statement = connection.createStatement()) {
            for (var sql : List.of(before.split("; "))) {
                statement.execute(sql);
            }
        }
        var text = project.write(project.autogenerate(there, RenameAnswers.NONE), "batches");
        project.upgrade();
        assertThat(WrittenProject.told(project.compare(there))).isEmpty();
        project.downgrade();
        assertThat(WrittenProject.told(project.compare(new SchemaSource.File(here)))).isEmpty();
        return text;
    }
}
