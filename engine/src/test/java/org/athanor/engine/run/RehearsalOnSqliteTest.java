package org.athanor.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;

import org.athanor.engine.database.BeforeAndAfter.Comparison;
import org.athanor.engine.run.RehearsalResult.Ending;
import org.athanor.engine.schema.TableName;
import org.junit.jupiter.api.Test;

class RehearsalOnSqliteTest extends RehearsalContract {
    private static final String REBUILD = """
            with op.batch_alter_table('parent') as batch:
                batch.alter_column('name', nullable=False, server_default='')""";

    @Override
    String emptyDatabase() {
        return "sqlite:///shop.db";
    }

    @Override
    String alone() {
        return "VACUUM";
    }

    @Override
    String endless() {
        return "WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c) SELECT max(n) FROM c;";
    }

    @Test
    void the_file_is_the_same_to_the_byte() throws IOException {
        revisions().execute("CREATE TABLE t (id integer PRIMARY KEY AUTOINCREMENT, name text)");
        revisions().execute("INSERT INTO t (name) VALUES ('one'), ('two')");
        var before = Files.readAllBytes(folder.resolve("shop.db"));
        revisions().then("a",
                "INSERT INTO t (name) SELECT name || '!' FROM t;\nDROP TABLE t;\nCREATE TABLE u (x text);");

        assertThat(rehearse().isWhole()).isTrue();
        assertThat(Files.readAllBytes(folder.resolve("shop.db"))).isEqualTo(before);
    }

    @Test
    void a_file_that_is_not_there_is_not_made() {
        revisions().then("a", "CREATE TABLE a (id integer);");

        assertThat(rehearse().isWhole()).isTrue();
        assertThat(folder).isDirectoryNotContaining("glob:**.db*");
    }

    @Test
    void a_table_that_is_rebuilt_is_told() {
        revisions().execute("CREATE TABLE parent (id integer PRIMARY KEY, name text)");
        revisions().execute("INSERT INTO parent VALUES (1, 'one')");
        revisions().thenPython("a", REBUILD);

        assertThat(rehearse().steps().getFirst().rewritten()).containsExactly(TableName.of("parent"));
    }

    @Test
    void rows_that_point_at_a_rebuilt_table_stay_and_the_reason_is_told() {
        var enforced = new Revisions(folder, "sqlite:///shop.db?foreign_keys=true");
        enforced.execute("CREATE TABLE parent (id integer PRIMARY KEY, name text)");
        enforced.execute("CREATE TABLE child (parent integer REFERENCES parent ON DELETE CASCADE)");
        enforced.execute("INSERT INTO parent VALUES (1, 'one')");
        enforced.execute("INSERT INTO child VALUES (1)");
        enforced.execute("CREATE TABLE copied (parent integer)");
        enforced.thenPython("a", REBUILD).then("b", "INSERT INTO copied SELECT parent FROM child;");

        var result = enforced.athanor().rehearse("head", RunOptions.USUAL, RunListener.SILENT, new Stop());

        assertThat(result.ending()).isEqualTo(new Ending.Completed());
        assertThat(result.steps().get(1).rows()).isEqualTo(1);
        assertThat(result.notes()).singleElement().asString().contains("Foreign keys");
        assertThat(result.comparison()).isEqualTo(Comparison.EQUAL);
    }

    @Test
    void a_deferred_check_fails_as_it_does_at_a_commit() {
        var enforced = new Revisions(folder, "sqlite:///shop.db?foreign_keys=true");
        enforced.execute("CREATE TABLE parent (id integer PRIMARY KEY)");
        enforced.execute("CREATE TABLE child (parent integer REFERENCES parent DEFERRABLE INITIALLY DEFERRED)");
        enforced.then("a", "INSERT INTO child VALUES (7);");

        var result = enforced.athanor().rehearse("head", RunOptions.USUAL, RunListener.SILENT, new Stop());

        assertThat(result.ending()).isInstanceOfSatisfying(Ending.Failed.class,
                failed -> assertThat(failed.problem().message()).contains("FOREIGN KEY"));
    }

    @Test
    void nothing_is_sent_once_sqlite_has_ended_the_transaction() {
        revisions().execute("CREATE TABLE t (id integer PRIMARY KEY)");
        revisions().thenPython("a", """
                import sqlalchemy as sa
                conn = op.get_bind()
                op.execute("INSERT INTO t VALUES (1)")
                try:
                    conn.execute(sa.text("INSERT OR ROLLBACK INTO t VALUES (1)"))
                except Exception:
                    pass
                op.execute("CREATE TABLE left_behind (id integer)")""");

        var result = rehearse();

        assertThat(result.ending()).isInstanceOfSatisfying(Ending.Failed.class,
                failed -> assertThat(failed.problem().message()).contains("ended on the way"));
        assertThat(result.comparison()).isEqualTo(Comparison.EQUAL);
    }

    @Test
    void somebody_else_s_commit_is_a_difference() {
        revisions().execute("CREATE TABLE t (id integer)");
        revisions().then("a", "CREATE TABLE a (id integer);");

        var result = rehearse(RunOptions.USUAL, event -> {
            if (event instanceof RunEvent.Started) {
                revisions().execute("INSERT INTO t VALUES (1)");
            }
        }, new Stop());

        assertThat(result.comparison().differences()).singleElement().asString().contains("committed meanwhile");
    }
}
