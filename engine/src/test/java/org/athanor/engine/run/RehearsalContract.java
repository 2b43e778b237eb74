package org.athanor.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.athanor.engine.Refusals.refused;
import static org.athanor.engine.graph.Histories.ids;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.athanor.engine.database.BeforeAndAfter.Comparison;
import org.athanor.engine.database.RunLock;
import org.athanor.engine.database.VersionTable;
import org.athanor.engine.guard.Environment;
import org.athanor.engine.guard.Policy;
import org.athanor.engine.hazard.Hazard.Kind;
import org.athanor.engine.problem.ProblemKind;
import org.athanor.engine.run.RehearsalResult.Ending;
import org.athanor.engine.run.RehearsedStatement.Part;
import org.athanor.engine.run.RehearsedStep.Outcome;
import org.athanor.engine.sql.Statement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What a rehearsal does on every product.
@Timeout(60)
abstract class RehearsalContract {
    static final String DOUBLING = """
            conn = op.get_bind()
            for row in conn.execute(sa.text("SELECT id, name FROM item ORDER BY id")).fetchall():
                op.execute("INSERT INTO copy (id, name) VALUES (%d, '%s')" % (row[0] * 10, row[1]))""";

    @TempDir
    Path folder;
    private Revisions revisions;

    /// A URL of a database with nothing in it.
    abstract String emptyDatabase();

    /// A statement that can't run inside a transaction.
    abstract String alone();

    /// A statement that takes for ever.
    abstract String endless();

    @BeforeEach
    void prepare() {
        revisions = new Revisions(folder, emptyDatabase());
    }

    Revisions revisions() {
        return revisions;
    }

    /// DDL, data, and a step that asks what the one before it did.
    private void threeSteps() {
        revisions
                .then("a",
                        "CREATE TABLE item (id integer, name varchar(20));\nCREATE TABLE copy (id integer, name text);")
                .then("b", "INSERT INTO item VALUES (1, 'one'), (2, 'two');")
                .thenPython("c", "import sqlalchemy as sa\n" + DOUBLING);
    }

    @Test
    void a_rehearsal_tells_what_would_be_sent_and_nothing_stays() {
        revisions.execute("CREATE TABLE other (id integer)");
        threeSteps();
        var result = rehearse();

        assertThat(result.ending()).isEqualTo(new Ending.Completed());
        assertThat(result.isWhole()).isTrue();
        assertThat(result.comparison()).isEqualTo(Comparison.EQUAL);
        assertThat(result.steps()).extracting(RehearsedStep::outcome).containsOnly(Outcome.REHEARSED);
        assertThat(result.steps()).extracting(RehearsedStep::rows).containsExactly(0L, 2L, 2L);
        assertThat(result.steps().get(2).script()).extracting(s -> s.statement().text()).containsExactly(
                "SELECT id, name FROM item ORDER BY id", "INSERT INTO copy (id, name) VALUES (10, 'one')",
                "INSERT INTO copy (id, name) VALUES (20, 'two')");
        assertThat(revisions.athanor().rows()).isEmpty();
    }

    @Test
    void a_run_sends_what_was_rehearsed() {
        threeSteps();
        var rehearsed = rehearse().steps().stream().flatMap(s -> s.statements().stream())
                .map(s -> s.statement().text()).toList();
        var sent = new ArrayList<String>();

        var result = revisions.athanor().upgrade("head", RunOptions.USUAL, event -> {
            if (event instanceof RunEvent.StatementFinished(_, var statement, _, _)) {
                sent.add(statement.text());
            }
        }, new Stop());

        assertThat(result.heads()).isEqualTo(ids("c"));
        assertThat(sent).hasSizeGreaterThan(8).isEqualTo(rehearsed);
    }

    @Test
    void events_go_on_as_in_a_run_but_nothing_is_committed_or_finished() {
        revisions.then("a", "CREATE TABLE a (id integer);");
        var heard = new ArrayList<String>();

        rehearse(RunOptions.USUAL, event -> heard.add(event.getClass().getSimpleName()), new Stop());

        assertThat(heard).startsWith("Planned", "Started", "StepStarted", "StatementStarted", "StatementFinished")
                .endsWith("StepFinished").doesNotContain("Committed", "Finished");
    }

    @Test
    void what_runs_outside_of_a_transaction_is_named_and_not_sent() {
        revisions.then("a", "CREATE TABLE a (id integer);").then("b", "-- +transaction off\n" + alone() + ";")
                .then("c", "CREATE TABLE c (id integer);");
        var sent = new ArrayList<String>();
        var result = rehearse(RunOptions.USUAL, event -> {
            if (event instanceof RunEvent.StatementStarted(_, var statement)) {
                sent.add(statement.text());
            }
        }, new Stop());

        assertThat(result.isCompleted()).isTrue();
        assertThat(result.isWhole()).isFalse();
        assertThat(result.leftOut()).containsExactly(new RehearsedStatement.LeftOut(
                new Statement(alone(), 5, false), Part.SCRIPT, "it runs outside of a transaction, and would stay"));
        assertThat(result.steps()).extracting(RehearsedStep::outcome).containsExactly(Outcome.REHEARSED,
                Outcome.IN_PART, Outcome.AFTER_A_GAP);
        assertThat(sent).doesNotContain(alone());
    }

    @Test
    void what_would_end_the_transaction_is_never_sent() {
        revisions.thenPython("a", """
                op.execute("CREATE TABLE a (id integer)")
                op.execute("INSERT INTO a VALUES (1); COMMIT; CREATE TABLE left_behind (id integer)")
                op.execute("COMMIT")
                op.execute("-- done\\nROLLBACK")
                op.execute("/* ; */ end")""");
        var result = rehearse();

        assertThat(result.isCompleted()).isTrue();
        assertThat(result.leftOut()).hasSize(4).extracting(RehearsedStatement.LeftOut::reason)
                .containsOnly("it would end the transaction that is to be rolled back");
        assertThat(result.comparison()).isEqualTo(Comparison.EQUAL);
    }

    @Test
    void a_failure_that_a_run_would_have_too_is_told_with_its_place() {
        revisions.then("a", "CREATE TABLE a (id integer);").then("b", "INSERT INTO nowhere VALUES (1);").then("c",
                "CREATE TABLE c (id integer);");
        var result = rehearse();

        assertThat(result.ending()).isInstanceOfSatisfying(Ending.Failed.class, failed -> {
            assertThat(failed.step().name()).isEqualTo("b");
            assertThat(failed.problem().place().orElseThrow().line()).isEqualTo(4);
        });
        assertThat(result.steps()).extracting(RehearsedStep::outcome).containsExactly(Outcome.REHEARSED,
                Outcome.FAILED, Outcome.NOT_REACHED);
        assertThat(result.steps().get(1).statements()).singleElement()
                .isInstanceOf(RehearsedStatement.Refused.class);
        assertThat(result.comparison()).isEqualTo(Comparison.EQUAL);
    }

    @Test
    void a_failure_after_something_was_left_out_decides_nothing() {
        revisions.then("a", "-- +transaction off\n" + alone() + ";").then("b", "INSERT INTO nowhere VALUES (1);");

        assertThat(rehearse().ending()).isInstanceOfSatisfying(Ending.Undecided.class,
                undecided -> assertThat(undecided.problem().hint()).contains("left out", "can't be told"));
    }

    @Test
    void a_stopped_rehearsal_ends_soon() {
        revisions.then("a", "CREATE TABLE a (id integer);").then("b", endless()).then("c",
                "CREATE TABLE c (id integer);");
        var stop = new Stop();
        long started = System.nanoTime();
        CompletableFuture.delayedExecutor(500, TimeUnit.MILLISECONDS).execute(stop::now);

        var result = rehearse(RunOptions.USUAL, RunListener.SILENT, stop);

        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofMillis(2500));
        assertThat(result.ending()).isEqualTo(new Ending.Stopped());
        assertThat(result.steps()).extracting(RehearsedStep::outcome).containsExactly(Outcome.REHEARSED,
                Outcome.STOPPED, Outcome.NOT_REACHED);
        assertThat(result.comparison()).isEqualTo(Comparison.EQUAL);
    }

    @Test
    void what_a_script_catches_is_told() {
        revisions.thenPython("a", """
                conn = op.get_bind()
                try:
                    with conn.begin_nested():
                        conn.execute(sa.text("INSERT INTO nowhere VALUES (1)"))
                except Exception:
                    op.execute("CREATE TABLE caught (id integer)")""".replace("conn =",
                "import sqlalchemy as sa\nconn ="));
        var result = rehearse();

        assertThat(result.ending()).isEqualTo(new Ending.Completed());
        assertThat(result.steps().getFirst().script()).filteredOn(RehearsedStatement.Refused.class::isInstance)
                .singleElement().satisfies(s -> assertThat(s.statement().text()).contains("nowhere"));
    }

    @Test
    void two_never_meet() throws SQLException {
        revisions.then("a", "CREATE TABLE a (id integer);");
        try (var lock = RunLock.of(revisions.database(), VersionTable.DEFAULT)) {
            assertThat(lock.take()).isEmpty();
            var patience = new Patience(Duration.ZERO, Optional.empty(), Optional.empty(), 0);

            assertThat(refused(() -> rehearse(new RunOptions(patience), RunListener.SILENT, new Stop())).kind())
                    .isEqualTo(ProblemKind.RUN_UNDER_WAY);
        }
        assertThat(rehearse().isCompleted()).isTrue();
    }

    @Test
    void a_plan_that_was_read_is_refused_once_the_database_has_moved() {
        revisions.then("a", "CREATE TABLE a (id integer);");
        var athanor = revisions.athanor();
        var plan = athanor.plan("head");
        athanor.upgrade("head", RunOptions.USUAL, RunListener.SILENT, new Stop());

        assertThat(refused(() -> athanor.rehearse(plan, RunOptions.USUAL, RunListener.SILENT, new Stop())).kind())
                .isEqualTo(ProblemKind.VERSION_ROWS_CHANGED);
    }

    @Test
    void where_only_reading_is_allowed_nothing_is_rehearsed() {
        revisions.then("a", "CREATE TABLE a (id integer);");
        var options = RunOptions.USUAL.with(Policy.USUAL.readOnly());

        assertThat(refused(() -> rehearse(options, RunListener.SILENT, new Stop())).kind())
                .isEqualTo(ProblemKind.READ_ONLY);
    }

    @Test
    void in_production_what_destroys_is_rehearsed_without_a_word() {
        revisions.execute("CREATE TABLE old (id integer)");
        revisions.execute("INSERT INTO old VALUES (1)");
        revisions.then("a", "DROP TABLE old;");
        var options = RunOptions.USUAL.with(Policy.of(Environment.PRODUCTION));
        assertThat(revisions.athanor().plan("head").hazards()).extracting(h -> h.kind()).contains(Kind.LOSES_DATA);

        assertThat(rehearse(options, RunListener.SILENT, new Stop()).comparison()).isEqualTo(Comparison.EQUAL);
        assertThat(revisions.ask("SELECT id FROM old")).containsExactly("1");
    }

    @Test
    void with_nothing_to_do_nothing_is_sent() {
        revisions.then("a", "CREATE TABLE a (id integer);");
        revisions.athanor().upgrade("head", RunOptions.USUAL, RunListener.SILENT, new Stop());
        var heard = new ArrayList<RunEvent>();

        var result = rehearse(RunOptions.USUAL, heard::add, new Stop());

        assertThat(result.steps()).isEmpty();
        assertThat(result.isWhole()).isTrue();
        assertThat(heard).singleElement().isInstanceOf(RunEvent.Planned.class);
    }

    RehearsalResult rehearse() {
        return rehearse(RunOptions.USUAL, RunListener.SILENT, new Stop());
    }

    RehearsalResult rehearse(RunOptions options, RunListener listener, Stop stop) {
        return revisions.athanor().rehearse("head", options, listener, stop);
    }

    static List<String> texts(List<? extends RehearsedStatement> statements) {
        return statements.stream().map(s -> s.statement().text()).toList();
    }
}
