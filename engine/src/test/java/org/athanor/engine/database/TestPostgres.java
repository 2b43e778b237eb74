package org.athanor.engine.database;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/// A real PostgreSQL server, started when the first test asks for it and shared by all tests of one run. The role
/// `guarded` must give its password, `open sesame`; everybody else is trusted.
public final class TestPostgres {
    public static final String GUARDED = "guarded";
    public static final String PASSWORD = "open sesame";

    private static final AtomicInteger CREATED = new AtomicInteger();

    private TestPostgres() {}

    /// A database of its own for one test, as a URL without a password.
    public static String freshDatabase() {
        var name = "test_" + CREATED.incrementAndGet();
        execute("CREATE DATABASE " + name);
        return "postgresql://postgres@localhost:%d/%s".formatted(port(), name);
    }

    public static int port() {
        return Server.RUNNING.getPort();
    }

    private static void execute(String sql) {
        try (var connection = DriverManager.getConnection(Server.RUNNING.getJdbcUrl("postgres", "postgres"));
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Server {
        private static final EmbeddedPostgres RUNNING = start();

        private static EmbeddedPostgres start() {
            try {
                var server = EmbeddedPostgres.builder().setServerConfig("fsync", "off")
                        .setServerConfig("full_page_writes", "off").setServerConfig("synchronous_commit", "off")
                        .setDataDirectoryCustomizer(Server::askGuardedForItsPassword).start();
                try (var connection = server.getPostgresDatabase().getConnection();
                        var statement = connection.createStatement()) {
                    statement.execute("CREATE ROLE %s LOGIN PASSWORD '%s'".formatted(GUARDED, PASSWORD));
                }
                return server;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        private static void askGuardedForItsPassword(File dataDirectory) {
            try {
                Path rules = dataDirectory.toPath().resolve("pg_hba.conf");
                Files.writeString(rules,
                        "host all %s all scram-sha-256\n".formatted(GUARDED) + Files.readString(rules));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
