package org.athanor.engine.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import org.athanor.engine.Athanor;
import org.athanor.engine.database.ConnectionSettings;
import org.athanor.engine.database.Database;
import org.athanor.engine.problem.Refusal;
import org.athanor.engine.run.RunListener;
import org.athanor.engine.run.RunResult;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A run of twelve steps is cut off at every one of its events: whatever is killed, the database stands at the end of a step,
/// each statement is classed right, and the next run completes. `-Dathanor.crash=all` takes every event; without it a share
/// is taken, so that the build doesn't wait for long.
abstract class CrashContract {
    private static final boolean ALL = System.getProperty("athanor.crash", "").equals("all");
    private static final int SHARE = 29;
    private static final Pattern MADE = Pattern
            .compile("CREATE (?:TABLE|INDEX CONCURRENTLY)(?: IF NOT EXISTS)? (s\\w+)");
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(20);

    @TempDir
    Path folder;
    private Scene scene;
    private String url;

    abstract String emptyDatabase(Path folder, int number);

    /// What stands outside of a transaction in step 5, and in the middle of step 9.
    abstract String alone(int step);

    /// A question for the names of all tables and indexes that are fit for use.
    abstract String objects();

    /// Ends a connection from the server's side; false where there is no server.
    abstract boolean terminate(Connection connection) throws SQLException;

    /// Cuts a connection without a word to the other side, where there is one.
    abstract void abort(Connection connection) throws SQLException;

    @BeforeEach
    void nothingYet() {
        url = "";
        scene = new Scene(folder.resolve("0"), "sqlite:///none.db");
    }

    Database database() {
        return scene.database();
    }

    private void prepare(int number) {
        var place = folder.resolve("scene" + number);
        url = emptyDatabase(place, number);
        scene = new Scene(place, url);
        for (int step = 1; step <= 12; step++) {
            var id = "r%02d".formatted(step);
            scene.write(id, step == 1 ? "" : "r%02d".formatted(step - 1), upgrade(step));
        }
    }

    private String upgrade(int step) {
        return switch (step) {
            case 5 -> "-- +transaction off\n" + alone(4) + ";";
            case 9 -> "CREATE TABLE IF NOT EXISTS s09_a (id integer);\n-- +transaction off\n" + alone(9)
                    + ";\n-- +transaction on\nCREATE TABLE s09_b (id integer);";
            default -> """
                    CREATE TABLE s%1$02d_a (id integer);
                    INSERT INTO s%1$02d_a VALUES (1);
                    CREATE TABLE s%1$02d_b (id integer);""".formatted(step);
        };
    }

    @Test
    void a_killed_process() throws IOException {
        int events = countEvents();
        var points = points(events);
        for (int point : points) {
            prepare(point);
            killProcessAt(point);
            assertAllIsTold("process, event " + point);
            assertTheNextRunCompletes();
        }
        note("kill -9 of the process", events, points.size());
    }

    @Test
    void a_process_that_is_killed_at_any_time() throws IOException, InterruptedException {
        int rounds = ALL ? 40 : 1;
        for (int round = 0; round < rounds; round++) {
            prepare(1000 + round);
            killProcessAfter(round * 7L % 200);
            assertAllIsTold("process, round " + round);
            assertTheNextRunCompletes();
        }
        note("kill -9 of the process, at random times", rounds, rounds);
    }

    @Test
    void a_connection_that_is_cut() throws SQLException {
        cutEverywhere("the connection, cut on our side", connection -> {
            abort(connection);
            return true;
        });
    }

    @Test
    void a_connection_that_the_server_ends() throws SQLException {
        cutEverywhere("pg_terminate_backend", this::terminate);
    }

    /// Ends a connection; false if that can't be done.
    @FunctionalInterface
    private interface Cut {
        boolean cut(Connection connection) throws SQLException;
    }

    private void cutEverywhere(String what, Cut cut) throws SQLException {
        int events = countEvents();
        int done = 0;
        for (int point : points(events)) {
            prepare(point);
            var used = new CopyOnWriteArrayList<Connection>();
            var settings = ConnectionSettings.parse(url, folder.resolve("scene" + point));
            var database = Database.of(settings, () -> {
                var connection = Database.of(settings).connect();
                used.add(connection);
                return connection;
            });
            var athanor = Athanor.open(scene.open().project(), database).withJournal(scene.journal());
            boolean[] was = {true};
            try {
                var result = athanor.run(athanor.planUpgrade("head"), at(point, () -> was[0] = cutAll(used, cut)),
                        () -> false);
                assertThat(scene.open().rows().orElse(List.of())).as(what + ", event " + point)
                        .isEqualTo(result.heads());
            } catch (Refusal _) {
                // Before the first step or behind the last one: the rows say what holds.
            }
            if (!was[0]) {
                return;
            }
            assertAtTheEndOfAStep(what + ", event " + point);
            assertTheNextRunCompletes();
            done++;
        }
        note(what, events, done);
    }

    private static boolean cutAll(List<Connection> used, Cut cut) {
        try {
            boolean could = true;
            for (var connection : used) {
                could &= connection.isClosed() || cut.cut(connection);
            }
            return could;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static RunListener at(int point, Runnable deed) {
        int[] count = {0};
        return _ -> {
            if (count[0]++ == point) {
                deed.run();
            }
        };
    }

    private int countEvents() {
        prepare(9999);
        int[] count = {0};
        scene.upgrade("head", _ -> count[0]++);
        return count[0];
    }

    private static List<Integer> points(int events) {
        return IntStream.range(0, events).filter(i -> ALL || i % SHARE == SHARE / 2).boxed().toList();
    }

    private void killProcessAt(int event) throws IOException {
        var process = start(event);
        try (var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            var said = new ArrayList<String>();
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                said.add(line);
                if (line.equals(CrashChild.HERE)) {
                    break;
                }
            }
            assertThat(said).contains(CrashChild.HERE);
        } finally {
            process.destroyForcibly().onExit().join();
        }
    }

    private void killProcessAfter(long millis) throws IOException, InterruptedException {
        var process = start(-1);
        try (var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            assertThat(lines.readLine()).isEqualTo("ready");
            process.waitFor(millis, TimeUnit.MILLISECONDS);
        } finally {
            process.destroyForcibly().onExit().join();
        }
    }

    private Process start(int event) throws IOException {
        return new ProcessBuilder(ProcessHandle.current().info().command().orElseThrow(), "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path"),
                CrashChild.class.getName(), scene.folder().toString(), url, String.valueOf(event))
                .redirectErrorStream(true).start();
    }

    private void assertAllIsTold(String when) {
        var interrupted = settledNews().unsettled();
        var there = there();
        for (var aftermath : interrupted) {
            for (var fate : aftermath.fates()) {
                var made = MADE.matcher(fate.statement().sending().sql());
                if (made.lookingAt()) {
                    assertThat(fate.kind()).as(when + ": " + fate).isEqualTo(truth(made.group(1), fate, there));
                }
            }
        }
        assertAtTheEndOfAStep(when);
        assertThat(scene.book().verify().holds()).as(when).isTrue();
    }

    /// An index that was left half-way is neither there nor not there.
    private static Aftermath.Kind truth(String object, Aftermath.Fate fate, Set<String> there) {
        if (there.contains(object) && !fate.reason().contains("about to commit")) {
            return Aftermath.Kind.COMMITTED;
        }
        return fate.reason().contains("not valid") || fate.reason().contains("about to commit")
                ? Aftermath.Kind.UNKNOWN
                : Aftermath.Kind.ROLLED_BACK;
    }

    /// The server may need a moment to notice that nobody is there any more.
    private News settledNews() {
        long until = System.nanoTime() + PATIENCE_NANOS;
        while (true) {
            var news = scene.news();
            boolean working = news.unsettled().stream().flatMap(a -> a.fates().stream())
                    .anyMatch(fate -> fate.reason().contains("still works"));
            if (!working || System.nanoTime() > until) {
                return news;
            }
            Thread.onSpinWait();
        }
    }

    /// What the rows count is all there; of the rest there is only what stays whatever comes, at most of one step.
    private void assertAtTheEndOfAStep(String when) {
        var rows = scene.open().rows().orElse(List.of());
        int step = rows.isEmpty() ? 0 : Integer.parseInt(rows.getFirst().value().substring(1));
        var expected = objectsUntil(step);
        var there = there();
        assertThat(there).as(when).containsAll(expected);
        there.removeAll(expected);
        there.removeAll(Set.of("s04_i", "s09_a", "s09_i"));
        assertThat(there).as(when).isEmpty();
    }

    private void assertTheNextRunCompletes() {
        assertThat(scene.upgrade("head")).isInstanceOf(RunResult.Completed.class);
        assertThat(there()).isEqualTo(objectsUntil(12));
    }

    /// What the first steps make.
    private Set<String> objectsUntil(int last) {
        var objects = new TreeSet<String>();
        for (int step = 1; step <= last; step++) {
            var made = MADE.matcher(upgrade(step));
            while (made.find()) {
                objects.add(made.group(1));
            }
        }
        return objects;
    }

    private Set<String> there() {
        var names = new TreeSet<String>();
        if (!scene.database().exists()) {
            return names;
        }
        try (var connection = scene.database().connect();
                var statement = connection.createStatement();
                var result = statement.executeQuery(objects())) {
            while (result.next()) {
                names.add(result.getString(1));
            }
            return names;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /// What docs/reliability.md is made from.
    private void note(String what, int events, int points) {
        try {
            Files.writeString(Path.of("target", "reliability.txt"),
                    "| %s | %s | %d | %d | held |%n".formatted(getClass().getSimpleName(), what, events, points),
                    StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
