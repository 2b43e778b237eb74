package org.athanor.app.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

import org.athanor.app.connection.Diagnosis.Cause;
import org.athanor.app.profile.DatabasePlace;
import org.athanor.app.profile.Environment;
import org.athanor.app.profile.Limits;
import org.athanor.app.profile.PasswordSource;
import org.athanor.app.profile.Profile;
import org.athanor.app.profile.Tls;
import org.athanor.app.secret.Prompt;
import org.athanor.engine.database.Secret;
import org.athanor.engine.database.TestPostgres;
import org.athanor.engine.guard.Access;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is said of each way in which a connection can fail, on real servers and files.
class ConnectionTestTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void a_server_that_lets_us_in_says_who_it_is() {
        var fine = (Diagnosis.Fine) test(server("localhost", TestPostgres.port(), "postgres", "postgres"));

        assertThat(fine.server()).startsWith("PostgreSQL 18");
        assertThat(fine.encryption()).isEmpty();
    }

    @Test
    void a_name_that_is_not_found() {
        assertCause(test(server("no-such-host.invalid", 5432, "x", "me")), Cause.NAME_NOT_FOUND,
                "there is no host of this name");
    }

    @Test
    void a_port_where_nothing_answers() {
        assertCause(test(server("localhost", 1, "x", "me")), Cause.REFUSED, "nothing answers");
    }

    @Test
    void a_server_that_says_nothing() throws IOException {
        try (var silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            var profile = profile(server("127.0.0.1", silent.getLocalPort(), "x", "me"),
                    new Limits(Optional.of(Duration.ofSeconds(1)), Optional.empty(), Optional.empty()));

            assertCause(new ConnectionTest(profile, Map.of(), passwords()).run(Optional.empty()), Cause.TIMED_OUT,
                    "did not answer in time");
        }
    }

    @Test
    void a_wrong_password_and_none() {
        var guarded = server("localhost", TestPostgres.port(), "postgres", TestPostgres.GUARDED);

        var wrong = new ConnectionTest(profile(guarded, Limits.USUAL), Map.of(), passwords())
                .run(Optional.of(new Secret("canary")));
        assertCause(wrong, Cause.WRONG_PASSWORD, "password is wrong");
        assertThat(wrong.toString()).doesNotContain("canary");
        assertCause(test(guarded), Cause.NO_PASSWORD, "asks for a password");
        assertThat(new ConnectionTest(profile(guarded, Limits.USUAL), Map.of(), passwords())
                .run(Optional.of(new Secret(TestPostgres.PASSWORD)))).isInstanceOf(Diagnosis.Fine.class);
    }

    @Test
    void a_database_and_a_role_that_are_not_there() {
        assertCause(test(server("localhost", TestPostgres.port(), "nowhere", "postgres")), Cause.NO_SUCH_DATABASE,
                "no database of this name");
        assertCause(test(server("localhost", TestPostgres.port(), "postgres", "nobody")), Cause.NOT_LET_IN,
                "doesn't let this user in");
    }

    @Test
    void a_server_without_encryption() {
        assertCause(test(server("localhost", TestPostgres.port(), "postgres", "postgres")
                .with(Tls.USUAL.with(Tls.Mode.REQUIRE))), Cause.TLS_NOT_OFFERED, "doesn't encrypt");
    }

    @Test
    void a_certificate_that_is_not_trusted_or_for_another_host() throws Exception {
        try (var server = TlsServer.named("elsewhere.example", folder)) {
            var place = server("localhost", server.port(), "x", "me");
            assertCause(test(place.with(tls(server.strangerCertificate()))), Cause.CERTIFICATE_NOT_TRUSTED,
                    "not trusted");
            assertCause(test(place.with(tls(server.certificate()))), Cause.WRONG_HOST_NAME, "another host name");
            assertCause(test(place.with(tls(folder.resolve("missing.pem")))), Cause.BAD_CERTIFICATE_FILE,
                    "certificate's file");
        }
    }

    @Test
    void a_file_that_is_missing_or_no_database() throws IOException {
        assertCause(test(file("x.db")), Cause.FILE_MISSING, "There is no file");
        assertCause(test(file("no/x.db")), Cause.FOLDER_MISSING, "There is no folder");
        Files.writeString(folder.resolve("x.db"), "not a database, but long enough to be taken for one".repeat(40));
        assertCause(test(file("x.db")), Cause.NOT_A_DATABASE, "is not a SQLite database");
        assertCause(test(new DatabasePlace.SqliteFile(folder)), Cause.NOT_A_DATABASE, "is a folder");
    }

    @Test
    void a_file_that_another_program_has_locked() throws Exception {
        var url = "jdbc:sqlite:" + folder.resolve("x.db");
        try (var other = DriverManager.getConnection(url); var statement = other.createStatement()) {
            statement.execute("CREATE TABLE t (id)");
            statement.execute("BEGIN EXCLUSIVE");

            assertCause(test(file("x.db")), Cause.LOCKED, "locked by another program");
        }
        assertThat(test(file("x.db"))).isInstanceOf(Diagnosis.Fine.class);
        assertThat(Files.readString(folder.resolve("x.db"), StandardCharsets.ISO_8859_1)).startsWith("SQLite format 3");
    }

    private static Tls tls(Path root) {
        return new Tls(Tls.Mode.VERIFY_FULL, Optional.of(root), Optional.empty(), Optional.empty());
    }

    private DatabasePlace file(String name) {
        return new DatabasePlace.SqliteFile(folder.resolve(name));
    }

    private static DatabasePlace.Server server(String host, int port, String database, String user) {
        return new DatabasePlace.Server(host, port, database, user, Optional.empty(), Tls.USUAL, Optional.empty(),
                new PasswordSource.Elsewhere(), Map.of());
    }

    private static Profile profile(DatabasePlace place, Limits limits) {
        return new Profile("p", Optional.empty(), Environment.LOCAL, Access.FULL, Optional.empty(), "alembic",
                Optional.empty(), place, limits);
    }

    private static Diagnosis test(DatabasePlace place) {
        return new ConnectionTest(profile(place, Limits.USUAL), Map.of(), passwords()).run(Optional.empty());
    }

    private static Passwords passwords() {
        return Passwords.of(Map.of(), Prompt.NOBODY);
    }

    private static void assertCause(Diagnosis diagnosis, Cause cause, String words) {
        assertThat(diagnosis).isInstanceOfSatisfying(Diagnosis.Failed.class, failed -> {
            assertThat(failed.cause()).as(failed.problem().text()).isEqualTo(cause);
            assertThat(failed.problem().message()).contains(words);
            assertThat(failed.problem().hint()).isNotBlank();
        });
    }
}
