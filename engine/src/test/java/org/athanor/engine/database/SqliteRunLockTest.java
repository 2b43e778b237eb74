package org.athanor.engine.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// Two users and one database file. Root may write whatever there is, so as root the other one is `nobody`, in a process of
/// its own; whoever isn't root plays the other one with a file that can't be written.
@DisabledOnOs(OS.WINDOWS)
class SqliteRunLockTest {
    private static final boolean ROOT = "root".equals(System.getProperty("user.name"));
    private static final List<String> AS_NOBODY = List.of("setpriv", "--reuid=65534", "--regid=65534",
            "--clear-groups");

    @TempDir
    Path folder;
    private Path shared;
    private Path database;
    private Path lockFile;

    @BeforeEach
    void prepare() throws IOException {
        assumeTrue(!ROOT || Files.isExecutable(Path.of("/usr/bin/setpriv")), "there is no way to be somebody else");
        shared = Files.createDirectory(folder.resolve("shared"));
        allow(folder, "rwxr-xr-x");
        allow(shared, "rwxrwxrwx");
        database = Files.createFile(shared.resolve("shop.db")).toRealPath();
        allow(database, "rw-rw-rw-");
        lockFile = shared.resolve("shop.db-athanor-lock");
    }

    @Test
    void a_lock_in_a_folder_that_is_shared_keeps_other_users_out() throws Exception {
        try (var lock = new SqliteRunLock(database)) {
            assertThat(lock.take()).isEmpty();

            assertThat(Files.getPosixFilePermissions(lockFile)).isEqualTo(
                    PosixFilePermissions.fromString("rw-rw-rw-"));
            assertThat(otherUser()).startsWith("held by athanor (pid " + ProcessHandle.current().pid());
        }
        assertThat(otherUser()).isEqualTo("taken");
    }

    @Test
    void a_lock_whose_file_the_other_user_can_only_read_keeps_it_out_as_well() throws Exception {
        try (var lock = new SqliteRunLock(database)) {
            assertThat(lock.take()).isEmpty();
            allow(lockFile, "r--r--r--");

            assertThat(otherUser()).startsWith("held by athanor (pid " + ProcessHandle.current().pid());
            assertThat(lock.isHeld()).isTrue();
        }
    }

    @Test
    void a_lock_file_that_the_other_user_can_not_even_read_is_named_with_its_owner() throws Exception {
        try (var lock = new SqliteRunLock(database)) {
            assertThat(lock.take()).isEmpty();
            allow(lockFile, "---------");

            assertThat(otherUser())
                    .isEqualTo("refused: The lock file %s belongs to %s, and it can't be opened".formatted(
                            database.resolveSibling("shop.db-athanor-lock"), System.getProperty("user.name")));
        }
    }

    @Test
    void a_file_that_another_user_s_killed_program_left_is_no_lock() throws Exception {
        Files.writeString(lockFile, "1\tsomebody\t2026-01-01T00:00:00Z\n");
        allow(lockFile, "r--r--r--");

        assertThat(otherUser()).isEqualTo("taken");
        assertThat(lockFile).doesNotExist();
    }

    @Test
    void where_no_file_can_be_made_there_is_no_second_lock_elsewhere() throws Exception {
        allow(shared, "r-xr-xr-x");

        assertThat(otherUser()).startsWith("refused: ").contains("shop.db can't be locked: no file can be made in ",
                "permission denied");
        allow(shared, "rwxrwxrwx");
    }

    @Test
    void a_file_in_a_folder_of_one_s_own_stays_one_s_own() throws IOException {
        allow(shared, "rwx------");
        allow(database, "rw-------");
        try (var lock = new SqliteRunLock(database)) {
            assertThat(lock.take()).isEmpty();
            assertThat(Files.getPosixFilePermissions(lockFile)).doesNotContain(PosixFilePermission.OTHERS_WRITE);
        }
    }

    private static void allow(Path place, String permissions) throws IOException {
        Files.setPosixFilePermissions(place, PosixFilePermissions.fromString(permissions));
    }

    /// What came of it when another user tried.
    private String otherUser() throws IOException, InterruptedException {
        var command = new ArrayList<String>(ROOT ? AS_NOBODY : List.of());
        command.addAll(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1",
                        "-cp", classes(), OtherUser.class.getName(), database.toString()));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        process.waitFor();
        return said;
    }

    /// The classes that it needs, where everybody may read them.
    private String classes() throws IOException {
        var copy = folder.resolve("classes");
        if (!Files.exists(copy)) {
            for (var entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
                if (Files.isDirectory(Path.of(entry))) {
                    copy(Path.of(entry), copy);
                }
            }
        }
        return copy.toString();
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (var file : files.toList()) {
                var target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                    allow(target, "rwxr-xr-x");
                } else if (isNeeded(file) && !Files.exists(target)) {
                    Files.copy(file, target);
                    allow(target, "rw-r--r--");
                }
            }
        }
    }

    private static boolean isNeeded(Path file) {
        var name = file.toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".class")
                && (name.contains("lock") || name.contains("problem") || name.contains("otheruser"));
    }
}
