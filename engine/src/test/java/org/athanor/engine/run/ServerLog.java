package org.athanor.engine.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/// A PostgreSQL server of a test's own that writes down every statement it is sent.
final class ServerLog implements AutoCloseable {
    private static final int PROCESS = 3;
    private static final int MESSAGE = 13;

    private final EmbeddedPostgres server;

    /// A statement, and the process that was sent it.
    record Line(String process, String sql) {}

    private ServerLog(EmbeddedPostgres server) {
        this.server = server;
    }

    static ServerLog start() throws IOException {
        return new ServerLog(EmbeddedPostgres.builder().setServerConfig("fsync", "off")
                .setServerConfig("log_statement", "all").setServerConfig("logging_collector", "on")
                .setServerConfig("log_destination", "csvlog").setServerConfig("log_filename", "log")
                .setServerConfig("log_rotation_size", "0").start());
    }

    String url() {
        return "postgresql://postgres@localhost:%d/postgres".formatted(server.getPort());
    }

    /// All statements so far, once this one is among them.
    List<Line> until(String last) {
        for (int tries = 0; tries < 200; tries++) {
            var lines = lines();
            if (lines.stream().anyMatch(line -> line.sql().equals(last))) {
                return lines;
            }
            pause();
        }
        throw new IllegalStateException("The log has no " + last);
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private List<Line> lines() {
        var lines = new ArrayList<Line>();
        for (var record : records(text())) {
            var message = record.size() > MESSAGE ? record.get(MESSAGE) : "";
            int start = message.startsWith("statement: ") || message.startsWith("execute ")
                    ? message.indexOf(": ") + 2
                    : 0;
            if (start > 0) {
                lines.add(new Line(record.get(PROCESS), message.substring(start)));
            }
        }
        return lines;
    }

    private String text() {
        try (Stream<Path> files = Files.walk(logs())) {
            var log = files.filter(file -> file.toString().endsWith(".csv")).findFirst();
            return log.isPresent() ? Files.readString(log.get()) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path logs() {
        try (var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement();
                var row = statement
                        .executeQuery("SELECT setting || '/log' FROM pg_settings WHERE name = 'data_directory'")) {
            row.next();
            return Path.of(row.getString(1));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Comma-separated values; a last record that isn't written to its end is left out.
    private static List<List<String>> records(String text) {
        var records = new ArrayList<List<String>>();
        var record = new ArrayList<String>();
        var field = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                boolean doubled = quoted && i + 1 < text.length() && text.charAt(i + 1) == '"';
                if (doubled) {
                    field.append(c);
                    i++;
                } else {
                    quoted = !quoted;
                }
            } else if (quoted || c != ',' && c != '\n') {
                field.append(c);
            } else {
                record.add(field.toString());
                field.setLength(0);
                if (c == '\n') {
                    records.add(List.copyOf(record));
                    record.clear();
                }
            }
        }
        return records;
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
