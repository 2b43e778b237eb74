package org.athanor.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.athanor.engine.database.TestPostgres;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The connection of a run is cut while a step is committed; a check that is deferred to the commit makes that take its time.
@Timeout(60)
class CutAtCommitTest {
    @TempDir
    Path folder;
    private Revisions revisions;

    @BeforeEach
    void prepare() {
        revisions = new Revisions(folder, TestPostgres.freshDatabase());
        revisions.execute("CREATE TABLE t (id integer)");
        revisions.execute("CREATE FUNCTION slow() RETURNS trigger LANGUAGE plpgsql AS"
                + " $$ BEGIN PERFORM pg_sleep(30); RETURN NULL; END $$");
        revisions.execute("CREATE CONSTRAINT TRIGGER slow AFTER INSERT ON t DEFERRABLE INITIALLY DEFERRED"
                + " FOR EACH ROW EXECUTE FUNCTION slow()");
    }

    @Test
    void a_live_step_is_told_to_be_rolled_back_once_that_is_sure() throws Exception {
        revisions.thenPython("a", """
                for row in op.get_bind().execute("SELECT count(*) FROM t").fetchall():
                    op.execute("INSERT INTO t VALUES (%d)" % row[0])""");

        var failed = failed();

        assertThat(failed.problem().message()).contains("it was rolled back");
        assertThat(failed.problem().hint()).contains("athanor status").doesNotContain("Mend");
        assertThat(failed.applied()).isEmpty();
        assertThat(revisions.ask("SELECT id FROM t")).isEmpty();
    }

    @Test
    void of_a_step_that_commits_on_its_way_nobody_can_tell() throws Exception {
        revisions.then("a", "INSERT INTO t VALUES (1);\n-- +transaction off\nVACUUM t;");

        assertThat(failed().problem()).satisfies(problem -> {
            assertThat(problem.message()).contains("it can't be known");
            assertThat(problem.hint()).doesNotContain("was rolled back");
        });
    }

    private RunResult.Failed failed() throws Exception {
        var run = CompletableFuture.supplyAsync(() -> revisions.athanor().upgrade("head", RunOptions.USUAL,
                RunListener.SILENT, new Stop()));
        while (cut().isEmpty()) {
            Thread.sleep(50);
        }
        return (RunResult.Failed) run.get(30, TimeUnit.SECONDS);
    }

    /// Ends the session that commits just now, if there is one.
    private List<String> cut() {
        return revisions.ask("SELECT pg_terminate_backend(pid)::text FROM pg_stat_activity"
                + " WHERE query = 'COMMIT' AND state = 'active' AND datname = current_database()");
    }
}
