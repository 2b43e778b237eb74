package org.athanor.engine.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.athanor.engine.Refusals.refused;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import org.athanor.engine.database.TestPostgres;
import org.athanor.engine.problem.ProblemKind;
import org.athanor.engine.run.RunListener;
import org.athanor.engine.run.RunOptions;
import org.athanor.engine.run.RunResult;
import org.athanor.engine.run.Stop;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is written of a run, and that nobody can change it unnoticed.
class JournalTest {
    private static final Pattern WHAT = Pattern.compile("\"what\":\"(\\w+)\"");

    @TempDir
    Path folder;
    private Scene scene;

    @BeforeEach
    void prepare() {
        scene = Scene.onSqlite(folder).write("a", "", "CREATE TABLE a (id integer);\nINSERT INTO a VALUES (1), (2);")
                .write("b", "a", "CREATE TABLE b (id integer);");
    }

    @Test
    void each_statement_is_written_before_it_is_sent_and_each_step_after_it_is_committed() throws IOException {
        scene.upgrade("head");

        assertThat(whats()).containsExactly("begin", "step", "sending", "sending", "sending", "sending", "applied",
                "step", "sending", "sending", "applied", "end");
    }

    @Test
    void a_run_can_be_read_back() {
        var result = scene.upgrade("head");

        var run = scene.book().runs().getFirst();

        assertThat(run.begin().who()).isEqualTo(scene.journal().who());
        assertThat(run.route()).isEqualTo("upgrade from base to b");
        assertThat(run.state(scene.journal().who())).isEqualTo(RecordedRun.State.COMPLETED);
        assertThat(run.ending().orElseThrow().end().applied()).hasValue(2);
        assertThat(run.ending().orElseThrow().end().rows()).isEqualTo(result.heads());
        assertThat(run.steps()).extracting(step -> step.begun().revision()).containsExactly("a", "b");
        assertThat(run.steps().getFirst().statements()).extracting(sent -> sent.sending().sql())
                .contains("CREATE TABLE a (id integer)", "INSERT INTO a VALUES (1), (2)");
        assertThat(run.steps().getFirst().done().orElseThrow().statements()).extracting(Entry.Effect::rows)
                .containsExactly(0L, 0L, 2L, 1L);
    }

    @Test
    void a_failed_run_is_told_with_its_problem() {
        scene.write("c", "b", "INSERT INTO nowhere VALUES (1);");
        assertThat(scene.upgrade("head")).isInstanceOf(RunResult.Failed.class);

        var end = scene.book().runs().getFirst().ending().orElseThrow().end();

        assertThat(end.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(end.applied()).hasValue(2);
        assertThat(end.problem().orElseThrow()).contains("nowhere");
    }

    @Test
    void a_run_without_steps_leaves_no_line() {
        scene.upgrade("head");
        scene.upgrade("head");

        assertThat(scene.book().runs()).hasSize(1);
    }

    @Test
    void the_chain_goes_on_from_run_to_run() {
        scene.upgrade("a");
        scene.upgrade("b");

        assertThat(scene.book().runs()).hasSize(2);
        assertThat(scene.book().verify()).isEqualTo(new Verdict(scene.book().file(), 14, Optional.empty(), List.of()));
    }

    @Test
    void a_changed_line_breaks_the_chain() throws IOException {
        scene.upgrade("head");
        var lines = lines();
        lines.set(4, lines.get(4).replace("(1), (2)", "(1), (3)"));
        rewrite(lines);

        assertThat(scene.book().verify().broken())
                .contains(new Verdict.Break(5, "the line was changed after it had been written"));
    }

    @Test
    void a_line_that_is_missing_added_or_moved_breaks_the_chain() throws IOException {
        scene.upgrade("head");
        var whole = lines();

        rewrite(without(whole, 3));
        assertThat(breaks()).contains(4);
        rewrite(without(whole, 0));
        assertThat(breaks()).contains(1);
        var moved = lines(whole);
        moved.add(7, moved.remove(5));
        rewrite(moved);
        assertThat(breaks()).contains(6);
        var twice = lines(whole);
        twice.add(5, twice.get(5));
        rewrite(twice);
        assertThat(breaks()).contains(7);
        var foreign = lines(whole);
        foreign.set(2, "{}");
        rewrite(foreign);
        assertThat(breaks()).contains(3);
    }

    @Test
    void what_was_cut_off_at_the_end_or_put_behind_it_breaks_the_chain() throws IOException {
        scene.upgrade("head");
        var whole = lines();

        rewrite(whole.subList(0, 9));
        assertThat(scene.book().verify().broken()).contains(new Verdict.Break(10,
                "12 lines had been written, and only 9 are left: the end was cut off"));
        rewrite(List.of());
        assertThat(breaks()).contains(1);
        Files.delete(scene.book().file());
        assertThat(scene.journal().books()).containsExactly(scene.book());
        assertThat(breaks()).contains(1);
        var more = lines(whole);
        more.add("This is no line.");
        rewrite(more);
        assertThat(breaks()).contains(13);
        Files.writeString(scene.book().file(), String.join("\r\n", whole) + "\r\n");
        assertThat(breaks()).contains(1);
        Files.writeString(scene.book().file(), String.join("\n", whole) + "\n" + "{\"n\":13,\"at\":\"20");
        assertThat(scene.book().verify().holds()).isTrue();
        assertThat(scene.book().verify().torn()).containsExactly(13);
        Files.writeString(scene.book().file(), String.join("\n", whole) + "\n" + "garbage");
        assertThat(breaks()).contains(13);
    }

    @Test
    void a_later_run_does_not_cover_what_was_cut_off() throws IOException {
        scene.upgrade("a");
        rewrite(lines().subList(0, 3));
        scene.upgrade("b");

        assertThat(breaks()).contains(4);
    }

    @Test
    void a_line_that_was_cut_off_is_told_and_breaks_nothing() throws IOException {
        scene.upgrade("a");
        try (var file = FileChannel.open(scene.book().file(), StandardOpenOption.WRITE)) {
            file.truncate(file.size() - 20);
        }
        scene.upgrade("b");

        var verdict = scene.book().verify();

        assertThat(verdict.holds()).as(verdict.toString()).isTrue();
        assertThat(verdict.torn()).containsExactly(8);
        assertThat(scene.book().runs()).hasSize(2);
    }

    @Test
    void those_who_write_at_once_make_one_chain() throws Exception {
        scene.upgrade("head");
        var run = scene.book().runs().getFirst();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var marks = IntStream.range(0, 20).<Callable<Boolean>>mapToObj(_ -> () -> {
                scene.journal().mark(scene.book(), run, "seen");
                return true;
            }).toList();
            for (var mark : threads.invokeAll(marks)) {
                assertThat(mark.get()).isTrue();
            }
        }

        assertThat(scene.book().verify().holds()).isTrue();
        assertThat(scene.book().verify().lines()).isEqualTo(12 + 20);
    }

    @Test
    void a_run_that_can_not_be_recorded_is_refused_before_anything_is_sent() throws IOException {
        Files.writeString(scene.journalFolder(), "This is no folder.");

        var problem = refused(() -> scene.upgrade("head"));

        assertThat(problem.kind()).isEqualTo(ProblemKind.CANNOT_WRITE);
        assertThat(problem.message()).startsWith("The journal can't be written: ");
        assertThat(problem.hint()).contains("ATHANOR_JOURNAL=off");
        assertThat(scene.open().rows()).isEmpty();
        assertThat(scene.folder().resolve("scene.db")).as("no file is made for nothing").doesNotExist();
    }

    @Test
    void only_the_owner_may_read_it() throws IOException {
        scene.upgrade("head");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(scene.journalFolder())))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(scene.book().file())))
                .isEqualTo("rw-------");
    }

    @Test
    void the_password_of_the_connection_is_never_written_wherever_it_stands() throws IOException {
        var password = "h.un$ter2";
        var guarded = new Scene(folder.resolve("guarded"),
                TestPostgres.freshDatabase().replace("postgres@", "postgres:" + password + "@"))
                .write("a", "", "CREATE TABLE a (note text DEFAULT '%s');\nSELECT * FROM missing; -- %s".formatted(
                        password, password));
        var athanor = guarded.open();

        athanor.run(athanor.planUpgrade("head"), RunOptions.USUAL.because("they gave us " + password),
                RunListener.SILENT, new Stop());

        assertThat(Files.readString(guarded.book().file())).doesNotContain(password)
                .contains("they gave us ***", "DEFAULT '***'");
    }

    @Test
    void passwords_are_never_written() throws IOException {
        scene.write("c", "b", "SELECT 'ALTER ROLE x PASSWORD ''canary''';\n"
                + "-- postgresql://me:canary@host/db\nCREATE USER x IDENTIFIED BY 'canary';");
        scene.upgrade("head");

        assertThat(Files.readString(scene.book().file())).doesNotContain("canary").contains("***");
    }

    @Test
    void a_database_in_memory_has_no_journal() {
        var inMemory = new Scene(folder, "sqlite://");

        assertThat(inMemory.open().book()).isEmpty();
        assertThat(inMemory.upgrade("head")).isInstanceOf(RunResult.Completed.class);
    }

    @Test
    void several_paths_to_one_database_are_one_journal() throws IOException {
        scene.upgrade("a");
        Files.createSymbolicLink(folder.resolve("other.db"), folder.resolve("scene.db"));

        assertThat(new Scene(folder, "sqlite:///other.db").book()).isEqualTo(scene.book());
        assertThat(new Scene(folder, "sqlite:///third.db").book()).isNotEqualTo(scene.book());
    }

    @Test
    void a_process_that_began_at_another_time_is_another_one() {
        var here = Who.here("test", "1", Optional.empty());

        assertThat(here.isAlive()).isTrue();
        assertThat(new Who(here.user(), here.host(), here.pid(), here.started().minusSeconds(60), "test", "1",
                Optional.empty()).isAlive()).isFalse();
    }

    @Test
    void the_journal_lists_its_books() {
        assertThat(Journal.in(folder.resolve("none"), scene.journal().who(), InstantSource.system()).books()).isEmpty();
        scene.upgrade("head");

        assertThat(scene.journal().books()).containsExactly(scene.book());
    }

    private Optional<Integer> breaks() {
        return scene.book().verify().broken().map(Verdict.Break::line);
    }

    private List<String> whats() throws IOException {
        return lines().stream().map(line -> {
            var what = WHAT.matcher(line);
            return what.find() ? what.group(1) : "?";
        }).toList();
    }

    private List<String> lines() throws IOException {
        return lines(Files.readAllLines(scene.book().file()));
    }

    private static List<String> lines(List<String> lines) {
        return new ArrayList<>(lines);
    }

    private static List<String> without(List<String> lines, int index) {
        var rest = lines(lines);
        rest.remove(index);
        return rest;
    }

    private void rewrite(List<String> lines) throws IOException {
        Files.write(scene.book().file(), lines);
    }
}
