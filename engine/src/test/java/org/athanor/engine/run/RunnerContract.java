package org.athanor.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.athanor.engine.Refusals.refused;
import static org.athanor.engine.graph.Histories.ids;
import static org.athanor.engine.graph.Histories.names;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

import org.athanor.engine.Athanor;
import org.athanor.engine.Samples;
import org.athanor.engine.database.ConnectionSettings;
import org.athanor.engine.database.Database;
import org.athanor.engine.plan.Plan;
import org.athanor.engine.plan.Step;
import org.athanor.engine.problem.ProblemKind;
import org.athanor.engine.project.Project;
import org.athanor.engine.revision.RevisionId;
import org.athanor.engine.script.Script;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a run does on every product.
abstract class RunnerContract {
    static final String TRANSACTION_PER_STEP = "transaction_per_migration = true";
    private static final List<String> NO_TABLES = List.of();

    private Path folder = Path.of("");
    private Database database = Database.of(ConnectionSettings.parse("sqlite://", Path.of("")));

    /// A URL of a database with nothing in it.
    abstract String emptyDatabase(Path folder);

    /// A question for the names of all tables and views, sorted.
    abstract String tableNames();

    @BeforeEach
    void prepare(@TempDir Path folder) {
        this.folder = folder;
        this.database = Database.of(ConnectionSettings.parse(emptyDatabase(folder), folder));
    }

    @Test
    void the_shop_goes_up_and_down_and_up_again() {
        var shop = Athanor.open(Samples.project("shop"), database);

        var up = shop.planUpgrade("head");
        assertThat(runChecked(shop, up)).isEqualTo(new RunResult.Completed(up.steps(), ids("3aa1a1a61566")));
        assertThat(shop.rows()).contains(ids("3aa1a1a61566"));
        assertThat(shop.status().isAtHead()).isTrue();

        var one = shop.planDowngrade("-1");
        assertThat(runChecked(shop, one)).isEqualTo(new RunResult.Completed(one.steps(), ids("be05683d214d")));

        var down = shop.planDowngrade("base");
        assertThat(runChecked(shop, down)).isEqualTo(new RunResult.Completed(down.steps(), List.of()));
        assertThat(shop.rows()).contains(List.of());
        assertThat(tables()).containsExactly("alembic_version");

        var again = shop.planUpgrade("heads");
        assertThat(again.setup()).isEmpty();
        assertThat(runChecked(shop, again)).isEqualTo(new RunResult.Completed(again.steps(), ids("3aa1a1a61566")));
    }

    @Test
    void lines_that_are_not_merged_yet_have_a_row_each() {
        var shop = Athanor.open(Samples.project("shop"), database);

        runChecked(shop, shop.planUpgrade("19e707c6ca8b"));
        runChecked(shop, shop.planUpgrade("8bbf842fb093"));
        assertThat(shop.rows()).contains(ids("19e707c6ca8b 8bbf842fb093"));

        runChecked(shop, shop.planDowngrade("billing@e9c411b4fe1f"));
        assertThat(shop.rows()).contains(ids("8bbf842fb093"));
    }

    @Test
    void a_failing_statement_rolls_its_step_back_and_keeps_the_ones_before() {
        write("a", "", "CREATE TABLE a (id integer);");
        write("b", "a", "CREATE TABLE b (id integer);\nINSERT INTO nowhere VALUES (1);");
        write("c", "b", "CREATE TABLE c (id integer);");
        var athanor = open();
        var plan = athanor.planUpgrade("head");

        var result = run(athanor, plan);

        assertThat(result).isInstanceOfSatisfying(RunResult.Failed.class, failed -> {
            assertThat(failed.applied()).isEqualTo(plan.steps().subList(0, 1));
            assertThat(failed.heads()).isEqualTo(ids("a"));
            assertThat(failed.step()).isEqualTo(plan.steps().get(1));
            assertThat(failed.partly()).isEmpty();
            assertThat(failed.problem().kind()).isEqualTo(ProblemKind.STATEMENT_FAILED);
            assertThat(failed.problem().message()).contains("nowhere");
            assertThat(failed.problem().place().orElseThrow()).hasToString(folder + "/versions/b.sql:5");
            assertThat(failed.problem().hint()).startsWith("In: INSERT INTO nowhere VALUES (1)");
        });
        assertThat(athanor.rows()).contains(ids("a"));
        assertThat(tables()).containsExactly("a", "alembic_version");
    }

    @Test
    void a_password_is_not_told_with_the_statement_that_failed() {
        write("a", "", "CREATE ROLE someone PASSWORD 'canary' NONSENSE;");
        var athanor = open();

        assertThat(run(athanor, athanor.planUpgrade("head"))).isInstanceOfSatisfying(RunResult.Failed.class,
                failed -> assertThat(failed.problem().toString()).contains("PASSWORD '***'").doesNotContain("canary"));
    }

    @Test
    void a_first_step_that_fails_leaves_nothing_at_all() {
        write("a", "", "CREATE TABLE a (id integer);\nSELECT * FROM nowhere;");
        var athanor = open();

        assertThat(run(athanor, athanor.planUpgrade("head"))).isInstanceOf(RunResult.Failed.class);
        assertThat(athanor.rows()).isEmpty();
        assertThat(tables()).isEqualTo(NO_TABLES);
    }

    @Test
    void a_first_step_that_makes_what_is_there_asks_for_a_stamp() {
        write("a", "", "CREATE TABLE a (id integer);");
        write("b", "a", "CREATE TABLE a (id integer);");
        assertThat(hintOfFailure("head")).endsWith("Mend the file and run again.");
        write("c", "", "CREATE TABLE a (id integer);");

        assertThat(hintOfFailure("c")).endsWith("If the database was made in another way, `athanor locate` finds "
                + "out where it stands, and `athanor stamp` writes that down; otherwise mend the file and run again.");
    }

    private String hintOfFailure(String target) {
        var athanor = open();
        return run(athanor, athanor.planUpgrade(target)) instanceof RunResult.Failed failed
                ? failed.problem().hint()
                : "no failure";
    }

    @Test
    void a_mended_file_goes_on_where_the_run_failed() {
        write("a", "", "CREATE TABLE a (id integer);");
        write("b", "a", "SELECT * FROM nowhere;");
        run(open(), open().planUpgrade("head"));

        write("b", "a", "CREATE TABLE b (id integer);");
        var mended = open();

        assertThat(run(mended, mended.planUpgrade("head")).heads()).isEqualTo(ids("b"));
    }

    @Test
    void a_plan_is_refused_after_somebody_else_moved_the_database() {
        writeLine();
        var athanor = open();
        run(athanor, athanor.planUpgrade("a"));
        var mine = athanor.planUpgrade("head");
        run(athanor, athanor.planUpgrade("b"));

        var problem = refused(() -> run(athanor, mine));

        assertThat(problem.kind()).isEqualTo(ProblemKind.VERSION_ROWS_CHANGED);
        assertThat(problem.message()).isEqualTo(database.name() + " has moved since this was planned");
        assertThat(athanor.rows()).contains(ids("b"));
    }

    @Test
    void a_plan_for_an_empty_database_is_refused_when_a_version_table_has_appeared() {
        writeLine();
        var athanor = open();
        var mine = athanor.planUpgrade("head");
        run(athanor, athanor.planUpgrade("a"));
        run(athanor, athanor.planDowngrade("base"));

        assertThat(refused(() -> run(athanor, mine)).kind()).isEqualTo(ProblemKind.VERSION_ROWS_CHANGED);
    }

    @Test
    void a_run_that_is_asked_to_stop_ends_between_two_steps() {
        writeLine();
        var athanor = open();
        var plan = athanor.planUpgrade("head");
        var stop = new AtomicBoolean();

        var result = athanor.run(plan, event -> stop.compareAndSet(false, event instanceof RunEvent.StepFinished),
                stop::get);

        assertThat(result).isEqualTo(new RunResult.Stopped(plan.steps().subList(0, 1), ids("a"),
                plan.steps().subList(1, 3), RunResult.Leftovers.NONE));
        assertThat(athanor.rows()).contains(ids("a"));
        assertThat(tables()).containsExactly("a", "alembic_version");
    }

    @Test
    void a_run_that_is_asked_to_stop_inside_a_step_rolls_it_back() {
        write("a", "", "CREATE TABLE a (id integer);\nCREATE TABLE a2 (id integer);");
        var athanor = open();
        var plan = athanor.planUpgrade("head");
        var stop = new AtomicBoolean();

        var result = athanor.run(plan,
                event -> stop.compareAndSet(false, event instanceof RunEvent.StatementFinished), stop::get);

        assertThat(result).isEqualTo(new RunResult.Stopped(List.of(), List.of(), plan.steps(),
                RunResult.Leftovers.NONE));
        assertThat(tables()).isEqualTo(NO_TABLES);
    }

    @Test
    void a_listener_hears_every_step_and_statement_in_order() {
        write("a", "", "CREATE TABLE a (id integer);\nINSERT INTO a VALUES (1), (2);");
        var athanor = open();
        var heard = new ArrayList<String>();

        athanor.run(athanor.planUpgrade("head"), event -> heard.add(told(event)), () -> false);

        assertThat(heard).containsExactly("started 1", "step 1/1 a", "> CREATE TABLE alembic_version (", "< 0",
                "> CREATE TABLE a (id integer)", "< 0", "> INSERT INTO a VALUES (1), (2)", "< 2",
                "> INSERT INTO alembic_version (version_num) VALUES ('a')", "< 1", "done 1/1 a", "committed [a] at [a]",
                "finished [a]");
    }

    @Test
    void a_plan_with_nothing_to_do_does_nothing() {
        writeLine();
        var athanor = open();
        run(athanor, athanor.planUpgrade("head"));

        assertThat(run(athanor, athanor.planUpgrade("head")))
                .isEqualTo(new RunResult.Completed(List.of(), ids("c")));
    }

    @Test
    void a_step_that_can_not_be_undone_stops_the_run_before_it_begins() {
        write("a", "", "CREATE TABLE a (id integer);");
        var athanor = open();
        run(athanor, athanor.planUpgrade("head"));
        var plan = athanor.planDowngrade("base");

        assertThat(plan.isRunnable()).isFalse();
        assertThat(refused(() -> run(athanor, plan)).kind()).isEqualTo(ProblemKind.NO_DOWNGRADE);
        assertThat(athanor.rows()).contains(ids("a"));
    }

    @Test
    void text_that_looks_like_a_parameter_is_sent_as_it_is() {
        write("a", "", "CREATE TABLE a (t varchar(40));\nINSERT INTO a VALUES ('{d what?} :name %s $1');");
        var athanor = open();

        assertThat(run(athanor, athanor.planUpgrade("head"))).isInstanceOf(RunResult.Completed.class);
        assertThat(ask("SELECT t FROM a")).containsExactly("{d what?} :name %s $1");
    }

    @Test
    void an_unsound_folder_changes_nothing() {
        write("a", "gone", "CREATE TABLE a (id integer);");

        assertThat(refused(() -> open().planUpgrade("head")).kind()).isEqualTo(ProblemKind.MISSING_PARENT);
    }

    @Test
    void reading_creates_nothing() {
        writeLine();
        var athanor = open();

        assertThat(athanor.rows()).isEmpty();
        assertThat(names(athanor.status().pending())).isEqualTo("a b c");
        assertThat(athanor.planUpgrade("head").setup()).hasSize(1);
        assertThat(athanor.planDowngrade("base").isEmpty()).isTrue();
        assertNothingThere();
    }

    void assertNothingThere() {
        assertThat(tables()).isEqualTo(NO_TABLES);
    }

    @Test
    void a_row_that_the_folder_lacks_is_told_by_the_status() {
        writeLine();
        var before = open();
        run(before, before.planUpgrade("head"));
        remove("c");

        var status = open().status();

        assertThat(status.unknown()).isEqualTo(ids("c"));
        assertThat(status.isAtHead()).isFalse();
        assertThat(status.problems()).extracting(p -> p.kind()).containsExactly(ProblemKind.UNKNOWN_REVISION);
    }

    @Test
    void the_version_table_may_have_another_name() {
        writeLine();
        config("version_table = \"Applied\"");
        var athanor = open();
        run(athanor, athanor.planUpgrade("b"));

        assertThat(athanor.rows()).contains(ids("b"));
        assertThat(tables()).containsExactlyInAnyOrder("Applied", "a", "b");
    }

    final Path folder() {
        return folder;
    }

    final void writeLine() {
        write("a", "", "CREATE TABLE a (id integer);", "DROP TABLE a;");
        write("b", "a", "CREATE TABLE b (id integer);", "DROP TABLE b;");
        write("c", "b", "CREATE TABLE c (id integer);", "DROP TABLE c;");
    }

    /// A revision whose first statement stands on line 4.
    final void write(String id, String parent, String upgrade) {
        file(id, "-- revision: %s\n-- down_revision: %s\n-- +upgrade\n%s\n".formatted(id, parent, upgrade));
    }

    final void write(String id, String parent, String upgrade, String downgrade) {
        write(id, parent, upgrade + "\n-- +downgrade\n" + downgrade);
    }

    final Athanor open() {
        var config = folder.resolve("athanor.toml");
        if (!Files.exists(config)) {
            config(TRANSACTION_PER_STEP);
        }
        return Athanor.open(Project.open(config, Map.of()), database);
    }

    final RunResult run(Athanor athanor, Plan plan) {
        return athanor.run(plan, RunListener.SILENT, () -> false);
    }

    final List<String> tables() {
        return ask(tableNames());
    }

    final List<String> ask(String question) {
        try (var connection = database.connect();
                var statement = connection.createStatement();
                var result = statement.executeQuery(question)) {
            var answers = new ArrayList<String>();
            while (result.next()) {
                answers.add(result.getString(1));
            }
            return answers;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Runs the plan and looks into the version table after each commit.
    private static RunResult runChecked(Athanor athanor, Plan plan) {
        var committed = new ArrayList<Step>();
        var expected = new ArrayList<Optional<List<RevisionId>>>();
        var found = new ArrayList<Optional<List<RevisionId>>>();
        var result = athanor.run(plan, event -> {
            if (event instanceof RunEvent.Committed(var steps, var heads)) {
                committed.addAll(steps);
                expected.add(Optional.of(heads));
                found.add(athanor.rows());
            }
        }, () -> false);
        assertThat(found).isEqualTo(expected).isNotEmpty();
        assertThat(committed).isEqualTo(plan.steps());
        assertThat(plan.steps()).extracting(Step::kind).containsOnly(Script.Kind.STATIC);
        return result;
    }

    static String told(RunEvent event) {
        return switch (event) {
            case RunEvent.Planned(var plan) -> "planned " + plan.steps().size();
            case RunEvent.Waiting _ -> "waiting";
            case RunEvent.Blocked _ -> "blocked";
            case RunEvent.TryingAgain(_, _, var retry, var of, _) -> "again %d/%d".formatted(retry, of);
            case RunEvent.Committed(var steps, var heads) ->
                "committed " + steps.stream().map(Step::name).toList() + " at " + heads;
            case RunEvent.Started(var plan, _) -> "started " + plan.steps().size();
            case RunEvent.StepStarted(var number, var of, var step) ->
                "step %d/%d %s".formatted(number, of, step.name());
            case RunEvent.StatementStarted(_, var statement) ->
                "> " + statement.text().lines().findFirst().orElseThrow();
            case RunEvent.StatementFinished(_, _, var rows, _) -> "< " + rows;
            case RunEvent.StepFinished(var number, var of, var step, _) ->
                "done %d/%d %s".formatted(number, of, step.name());
            case RunEvent.Examined(var notes) -> "examined " + notes;
            case RunEvent.LeftOut(_, var statement, _) -> "left out " + statement;
            case RunEvent.Finished(var result) -> "finished " + result.heads();
        };
    }

    final void config(String settings) {
        text(folder.resolve("athanor.toml"), "[athanor]\n" + settings + "\n");
    }

    private void file(String id, String text) {
        text(folder.resolve("versions").resolve(id + ".sql"), text);
    }

    private static void text(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void remove(String id) {
        try {
            Files.delete(folder.resolve("versions").resolve(id + ".sql"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
