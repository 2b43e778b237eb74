package org.athanor.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.athanor.engine.database.ConnectionSettings;
import org.athanor.engine.database.Database;
import org.athanor.engine.database.RunLock;
import org.athanor.engine.database.TestPostgres;
import org.athanor.engine.database.VersionTable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Many processes at once on one database, each of them the command line as it is. `-Dathanor.race.rounds=20` makes more
/// rounds.
@Timeout(1800)
class RaceTest {
    private static final int PROCESSES = 10;
    private static final int ROUNDS = Integer.getInteger("athanor.race.rounds", 1);

    @TempDir
    Path folder;
    private final List<Process> started = new ArrayList<>();

    /// What the processes run against each other.
    enum Course {
        POSTGRESQL("CREATE TABLE ran (id integer);\nSELECT pg_sleep(0.1);\nINSERT INTO ran VALUES (1);"),
        POSTGRESQL_CONCURRENTLY("CREATE TABLE ran (id integer);\n-- +transaction off\n"
                + "CREATE INDEX CONCURRENTLY i ON ran (id);\n-- +transaction on\nINSERT INTO ran VALUES (1);"),
        SQLITE("CREATE TABLE ran (id integer);\nINSERT INTO ran VALUES (1);\n"
                + "WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c WHERE n < 300000) SELECT max(n) FROM c;");

        private final String first;

        Course(String first) {
            this.first = first;
        }

        String database(Path folder, int round) {
            return this == SQLITE
                    ? "sqlite:///" + folder.resolve("race" + round + ".db")
                    : TestPostgres.freshDatabase();
        }
    }

    /// However a test ends, nothing it started goes on.
    @AfterEach
    void endAll() {
        started.forEach(Process::destroyForcibly);
    }

    @ParameterizedTest
    @EnumSource
    void exactly_one_works_and_the_others_end_well(Course course) throws Exception {
        project(course.first, "INSERT INTO ran VALUES (2);", "INSERT INTO ran VALUES (3);");
        for (int round = 0; round < ROUNDS; round++) {
            var url = course.database(folder, round);

            var ended = race(url);

            assertThat(ended).as("round %d: %s", round, ended.stream().map(Call::err).toList())
                    .extracting(Call::exitCode).containsOnly(0);
            assertThat(ended).filteredOn(call -> call.err().contains("Done: 3 steps")).hasSize(1);
            assertThat(ended).filteredOn(call -> call.err().contains("Nothing to do")).hasSize(PROCESSES - 1);
            assertThat(ask(url, "SELECT id FROM ran ORDER BY 1")).containsExactly("1", "2", "3");
            assertThat(ask(url, "SELECT version_num FROM alembic_version")).containsExactly("r3");
        }
        assertThat(folder.resolve("race0.db-athanor-lock")).doesNotExist();
    }

    private List<Call> race(String url) throws Exception {
        var calls = new ArrayList<Call>();
        for (int i = 0; i < PROCESSES; i++) {
            calls.add(start(url, "upgrade", "head", "--wait", "240"));
        }
        for (var call : calls) {
            call.await(Duration.ofMinutes(5));
        }
        return calls;
    }

    @Test
    void a_killed_run_on_postgresql_frees_the_lock_within_5_seconds() throws Exception {
        project("SELECT pg_sleep(60);");
        killedRunFreesTheLock(TestPostgres.freshDatabase());
    }

    @Test
    void a_killed_run_on_sqlite_frees_the_lock_within_5_seconds() throws Exception {
        project("WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c) SELECT max(n) FROM c;");
        killedRunFreesTheLock("sqlite:///" + folder.resolve("killed.db"));
    }

    private void killedRunFreesTheLock(String url) throws Exception {
        var database = Database.of(ConnectionSettings.parse(url, folder));
        var run = start(url, "upgrade", "head");
        run.awaitMessage("[1/1]");
        try (var lock = RunLock.of(database, VersionTable.DEFAULT)) {
            var holder = lock.take();
            assertThat(holder.orElseThrow().application()).contains("athanor");
            assertThat(holder.orElseThrow().user()).isPresent();

            run.process.destroyForcibly().waitFor();
            long killed = System.nanoTime();
            while (lock.take().isPresent()) {
                Thread.sleep(20);
                assertThat(Duration.ofNanos(System.nanoTime() - killed)).isLessThan(Duration.ofSeconds(5));
            }
        }
    }

    @Test
    void who_waits_too_long_is_told_who_holds_the_lock() throws Exception {
        project("SELECT pg_sleep(60);");
        var url = TestPostgres.freshDatabase();
        var run = start(url, "upgrade", "head");
        run.awaitMessage("[1/1]");

        var second = start(url, "upgrade", "head", "--wait", "1").await(Duration.ofSeconds(20));
        run.process.destroyForcibly().waitFor();

        assertThat(second.exitCode()).isEqualTo(1);
        assertThat(second.err()).contains("Waiting for another run: athanor (pid ",
                "Another run is under way on postgres@localhost", "user postgres");
    }

    @Test
    void ctrl_c_cancels_the_run_and_says_what_was_applied() throws Exception {
        project("CREATE TABLE a (id integer);", "SELECT pg_sleep(60);");
        var url = TestPostgres.freshDatabase();
        var run = start(url, "upgrade", "head");
        run.awaitMessage("[2/2]");
        Thread.sleep(300);

        int signal = passesOnCtrlC() ? 2 : 15;
        long asked = System.nanoTime();
        new ProcessBuilder("kill", "-" + signal, Long.toString(run.process.pid())).start().waitFor();
        run.await(Duration.ofSeconds(20));

        assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(Duration.ofSeconds(3));
        assertThat(run.exitCode()).isEqualTo(128 + signal);
        assertThat(run.err()).contains("Stopping …", "Stopped after 0 steps. The database stands at base.");
        assertThat(ask(url, "SELECT to_regclass('a')::text")).containsOnlyNulls();
        assertThat(ask(url, "SELECT count(*) FROM pg_stat_activity WHERE query LIKE 'SELECT pg_sleep(60)%'"))
                .containsExactly("0");
    }

    /// A shell that starts something in the background has it ignore Ctrl+C, and so does all that this starts in turn. The
    /// other polite signal ends a run in the same way.
    private static boolean passesOnCtrlC() throws IOException {
        var status = Path.of("/proc/self/status");
        return !Files.exists(status) || Files.readAllLines(status).stream().filter(line -> line.startsWith("SigIgn:"))
                .noneMatch(line -> (Long.parseUnsignedLong(line.substring(7).strip(), 16) & 0b10) != 0);
    }

    private void project(String... upgrades) throws IOException {
        Files.createDirectories(folder.resolve("versions"));
        Files.writeString(folder.resolve("athanor.toml"), "[athanor]\n");
        for (int i = 1; i <= upgrades.length; i++) {
            Files.writeString(folder.resolve("versions/r%d.sql".formatted(i)),
                    "-- revision: r%d\n-- down_revision: %s\n-- +upgrade\n%s\n".formatted(i,
                            i == 1 ? "" : "r" + (i - 1),
                            upgrades[i - 1]));
        }
    }

    private Call start(String url, String... arguments) throws IOException {
        var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path"),
                "org.athanor.app.Main", "--url", url));
        command.addAll(Stream.of(arguments).toList());
        var err = Files.createTempFile(folder, "call", ".err");
        var process = new ProcessBuilder(command).directory(folder.toFile()).redirectError(err.toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        started.add(process);
        return new Call(process, err);
    }

    private record Call(Process process, Path messages) {
        Call await(Duration patience) throws InterruptedException {
            assertThat(process.waitFor(patience)).as("ends: " + err()).isTrue();
            return this;
        }

        void awaitMessage(String text) throws InterruptedException {
            while (!err().contains(text)) {
                assertThat(process.isAlive()).as(err()).isTrue();
                Thread.sleep(20);
            }
        }

        int exitCode() {
            return process.exitValue();
        }

        String err() {
            try {
                return Files.readString(messages);
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }

        @Override
        public String toString() {
            return (process.isAlive() ? "alive" : process.exitValue()) + ": " + err();
        }
    }

    private List<String> ask(String url, String question) throws SQLException {
        try (var connection = Database.of(ConnectionSettings.parse(url, folder)).connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(question)) {
            var answers = new ArrayList<String>();
            while (rows.next()) {
                answers.add(rows.getString(1));
            }
            return answers;
        }
    }
}
