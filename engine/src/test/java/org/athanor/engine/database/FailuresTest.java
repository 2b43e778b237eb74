package org.athanor.engine.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.athanor.engine.Refusals.refused;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

import org.athanor.engine.Athanor;
import org.athanor.engine.Samples;
import org.athanor.engine.dialect.Product;
import org.athanor.engine.problem.Problem;
import org.athanor.engine.problem.ProblemKind;
import org.athanor.engine.run.Patience;
import org.athanor.engine.run.RunListener;
import org.athanor.engine.run.RunOptions;
import org.athanor.engine.run.RunResult;
import org.athanor.engine.run.Stop;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FailuresTest {
    private final Path file;

    FailuresTest(@TempDir Path folder) {
        this.file = folder.resolve("shop.db");
    }

    @Test
    void a_file_that_another_program_writes_is_locked() throws SQLException {
        try (var writer = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            execute(writer, "BEGIN IMMEDIATE");

            var impatient = new RunOptions(new Patience(Duration.ZERO, Optional.of(Duration.ofMillis(20)),
                    Optional.empty(), 0));
            var result = shop(sqlite(Map.of())).upgrade("head", impatient, RunListener.SILENT, new Stop());

            assertThat(result).isInstanceOfSatisfying(RunResult.Failed.class, failed -> {
                assertThat(failed.problem().kind()).isEqualTo(ProblemKind.DATABASE_LOCKED);
                assertThat(failed.problem().message()).isEqualTo(file + " is locked by another program");
                assertThat(failed.problem().hint()).contains("Close what writes to it");
                assertThat(failed.applied()).isEmpty();
            });
        }
    }

    @Test
    void a_file_that_another_program_holds_for_itself_can_not_even_be_read() throws SQLException {
        try (var writer = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            execute(writer, "BEGIN EXCLUSIVE");

            assertThat(refused(() -> shop(sqlite(Map.of("busy_timeout", "20"))).rows()).kind())
                    .isEqualTo(ProblemKind.DATABASE_LOCKED);
        }
    }

    @Test
    void a_file_that_may_only_be_read_is_read_only() throws SQLException {
        try (var writer = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            execute(writer, "CREATE TABLE t (id integer)");
        }

        var shop = shop(sqlite(Map.of("open_mode", "1")));

        assertThat(shop.run(shop.planUpgrade("head"), RunListener.SILENT, () -> false))
                .isInstanceOfSatisfying(RunResult.Failed.class,
                        failed -> assertThat(failed.problem().kind()).isEqualTo(ProblemKind.READ_ONLY));
    }

    @Test
    void a_file_that_is_something_else_is_not_a_database() throws IOException {
        Files.writeString(file, "Dear diary, today I learned about B-trees. ".repeat(100));

        assertThat(refused(() -> shop(sqlite(Map.of())).rows())).isEqualTo(Problem.of(ProblemKind.CANNOT_CONNECT,
                file + " is not a SQLite database",
                "Check the file name in the URL; an encrypted database can't be opened either."));
    }

    @Test
    void a_folder_is_not_a_database_file() {
        var folder = file.getParent();

        assertThat(refused(() -> connect("sqlite:///" + folder).close()).kind())
                .isEqualTo(ProblemKind.CANNOT_CONNECT);
    }

    @Test
    void a_file_in_a_folder_that_is_not_there_can_not_be_opened() {
        var missing = file.resolveSibling("nowhere");

        assertThat(refused(() -> connect("sqlite:///" + missing + "/shop.db").close())).isEqualTo(Problem.of(
                ProblemKind.CANNOT_CONNECT,
                "%s/shop.db can't be opened: there is no folder %s".formatted(missing, missing),
                "Create the folder, or check the file name in the URL."));
        assertThat(missing).doesNotExist();
    }

    @Test
    void the_right_password_opens_the_database() throws SQLException {
        try (var connection = connect(guarded(TestPostgres.PASSWORD.replace(" ", "%20")))) {
            assertThat(connection.isValid(1)).isTrue();
        }
    }

    @Test
    void a_wrong_password_is_denied_and_not_told() {
        var problem = refused(() -> connect(guarded("hocuspocus")).close());

        assertThat(problem.kind()).isEqualTo(ProblemKind.ACCESS_DENIED);
        assertThat(problem.message()).isEqualTo("guarded@localhost:%d/postgres does not let this user in: password"
                .formatted(TestPostgres.port()) + " authentication failed for user \"guarded\"");
        assertThat(problem.text()).doesNotContain("hocuspocus");
    }

    @Test
    void no_password_where_one_is_wanted_is_denied() {
        var problem = refused(
                () -> connect("postgresql://guarded@localhost:%d/postgres".formatted(TestPostgres.port())).close());

        assertThat(problem.kind()).isEqualTo(ProblemKind.ACCESS_DENIED);
        assertThat(problem.hint()).isEqualTo("Give a password in the URL, in PGPASSWORD or in ~/.pgpass.");
    }

    @Test
    void a_database_that_is_not_there_is_told() {
        assertThat(refused(
                () -> connect("postgresql://postgres@localhost:%d/nowhere".formatted(TestPostgres.port())).close()))
                .isEqualTo(Problem.of(ProblemKind.CANNOT_CONNECT,
                        "postgres@localhost:%d/nowhere: database \"nowhere\" does not exist"
                                .formatted(TestPostgres.port()),
                        "Create the database first, or check its name in the URL."));
    }

    @Test
    void a_port_where_nobody_listens_is_told() throws IOException {
        int port;
        try (var socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }

        var problem = refused(() -> connect("postgresql://ada:hocuspocus@localhost:%d/shop".formatted(port)).close());

        assertThat(problem.kind()).isEqualTo(ProblemKind.CANNOT_CONNECT);
        assertThat(problem.message()).startsWith("ada@localhost:%d/shop can't be reached: ".formatted(port));
        assertThat(problem.text()).doesNotContain("hocuspocus");
    }

    @Test
    void a_host_that_is_not_there_is_told() {
        assertThat(refused(() -> connect("postgresql://ada@no-such-host.invalid/shop").close())).isEqualTo(
                Problem.of(ProblemKind.CANNOT_CONNECT, "ada@no-such-host.invalid/shop: there is no such host",
                        "Check host and port, that the server runs, and that a firewall lets you through."));
    }

    @Test
    void a_right_that_is_missing_is_told() throws SQLException {
        try (var connection = connect(guarded(TestPostgres.PASSWORD.replace(" ", "%20")))) {
            assertThat(assertFails(connection, "CREATE TABLE public.t (id integer)").kind())
                    .isEqualTo(ProblemKind.ACCESS_DENIED);
        }
    }

    @Test
    void a_session_that_only_reads_is_told() throws SQLException {
        try (var connection = connect(TestPostgres.freshDatabase())) {
            execute(connection, "SET default_transaction_read_only = on");

            assertThat(assertFails(connection, "CREATE TABLE t (id integer)").kind())
                    .isEqualTo(ProblemKind.READ_ONLY);
        }
    }

    @Test
    void anything_else_is_in_the_database_s_own_words() throws SQLException {
        try (var connection = connect("sqlite:///" + file)) {
            assertThat(assertFails(connection, "SELEC 1")).isEqualTo(Problem.of(ProblemKind.DATABASE_ERROR,
                    "x: near \"SELEC\": syntax error",
                    "The message is the database's own."));
        }
    }

    private static Problem assertFails(Connection connection, String sql) {
        try {
            execute(connection, sql);
        } catch (SQLException e) {
            return SqlFailure.explain(e, "x");
        }
        throw new AssertionError("This went through: " + sql);
    }

    private static String guarded(String password) {
        return "postgresql://%s:%s@localhost:%d/postgres".formatted(TestPostgres.GUARDED, password,
                TestPostgres.port());
    }

    private static Connection connect(String url) {
        return Database.of(ConnectionSettings.parse(url, Path.of("/"))).connect();
    }

    private ConnectionSettings sqlite(Map<String, String> options) {
        return new ConnectionSettings(Product.SQLITE, "jdbc:sqlite:" + file, Optional.of(file), Optional.empty(),
                Optional.empty(), options);
    }

    private static Athanor shop(ConnectionSettings settings) {
        return Athanor.open(Samples.project("shop"), Database.of(settings));
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
