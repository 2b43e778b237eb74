package org.athanor.engine.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A server made of the system's own PostgreSQL (Debian's package `postgresql`), because that comes with a `pg_dump` of the same
/// version. It refuses to run as root, and is given to the user `postgres` then.
public final class SystemPostgres implements AutoCloseable {
    private static final Path VERSIONS = Path.of("/usr/lib/postgresql");

    private final Path programs;
    private final Path folder;
    private final int port;

    private SystemPostgres(Path programs, Path folder, int port) {
        this.programs = programs;
        this.folder = folder;
        this.port = port;
    }

    /// The newest one, if there is any with all that is needed.
    public static Optional<SystemPostgres> start() throws IOException {
        var programs = programs();
        if (programs.isEmpty()) {
            return Optional.empty();
        }
        var folder = Files.createTempDirectory("athanor-postgres",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
        if (isRoot()) {
            run(List.of("chown", "postgres", folder.toString()));
        }
        var server = new SystemPostgres(programs.get(), folder, freePort());
        server.program("initdb", "-A", "trust", "-U", "postgres", "-E", "UTF8", "--locale=C", "-N", "-D",
                server.data());
        server.program("pg_ctl", "-w", "-D", server.data(), "-l", folder.resolve("log").toString(), "-o",
                "-p %d -c listen_addresses=localhost -c unix_socket_directories='' -c fsync=off".formatted(server.port),
                "start");
        return Optional.of(server);
    }

    private static Optional<Path> programs() throws IOException {
        if (!Files.isDirectory(VERSIONS)) {
            return Optional.empty();
        }
        try (Stream<Path> versions = Files.list(VERSIONS)) {
            return versions.filter(version -> version.toString().matches(".*/\\d+"))
                    .sorted(Comparator.comparingInt(SystemPostgres::number).reversed())
                    .map(version -> version.resolve("bin"))
                    .filter(bin -> Stream.of("initdb", "pg_ctl", "pg_dump").map(bin::resolve)
                            .allMatch(Files::isExecutable))
                    .findFirst();
        }
    }

    private static int number(Path version) {
        return Integer.parseInt(version.toString().replaceFirst(".*/", ""));
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    public String url() {
        return "postgresql://postgres@localhost:%d/postgres".formatted(port);
    }

    /// The whole database as SQL. Newer versions write a random word into it, against tricks with file names.
    public List<String> dump() {
        return program("pg_dump", "-h", "localhost", "-p", String.valueOf(port), "-U", "postgres", "postgres").lines()
                .filter(line -> !line.startsWith("\\restrict") && !line.startsWith("\\unrestrict")).toList();
    }

    private String data() {
        return folder.resolve("data").toString();
    }

    private String program(String name, String... arguments) {
        var command = new ArrayList<String>();
        if (isRoot()) {
            command.addAll(List.of("runuser", "-u", "postgres", "--"));
        }
        command.add(programs.resolve(name).toString());
        command.addAll(List.of(arguments));
        return run(command);
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private static String run(List<String> command) {
        try {
            var output = Files.createTempFile("athanor-postgres", ".out");
            var process = new ProcessBuilder(command).directory(Path.of("/").toFile()).redirectErrorStream(true)
                    .redirectOutput(output.toFile()).start();
            boolean ended = process.waitFor(60, TimeUnit.SECONDS);
            var text = Files.readString(output, StandardCharsets.UTF_8);
            Files.delete(output);
            if (!ended || process.exitValue() != 0) {
                throw new IllegalStateException(command + " failed: " + text);
            }
            return text;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        program("pg_ctl", "-w", "-m", "immediate", "-D", data(), "stop");
        run(List.of("rm", "-r", folder.toString()));
    }
}
