package org.athanor.app.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.athanor.engine.database.Secret;
import org.athanor.engine.problem.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// Passwords from `.pgpass` and from commands.
@DisabledOnOs(OS.WINDOWS)
class PasswordSourcesTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void the_first_line_of_pgpass_that_fits_counts() throws IOException {
        pgpass("""
                # db:5432:shop:me:comment
                db:5432:shop:you:other
                db:5432:sh\\:op:me:with\\:colon\\\\
                db:*:*:me:any: with: colons
                *:*:*:*:last
                """, "rw-------");

        assertThat(find("db", 5432, "shop", "you")).contains("other");
        assertThat(find("db", 5432, "sh:op", "me")).contains("with:colon\\");
        assertThat(find("db", 1, "x", "me")).contains("any: with: colons");
        assertThat(find("elsewhere", 1, "x", "y")).contains("last");
    }

    @Test
    void a_pgpass_that_others_may_read_is_not_used() throws IOException {
        pgpass("db:*:*:me:canary\n", "rw-r-----");

        assertThatThrownBy(() -> find("db", 5432, "shop", "me")).isInstanceOf(Refusal.class)
                .hasMessageContaining("chmod 600").hasMessageNotContaining("canary");
        assertThat(find("elsewhere", 5432, "shop", "me")).isEmpty();
    }

    @Test
    void pgpassfile_names_another_file() throws IOException {
        var other = folder.resolve("other");
        Files.writeString(other, "*:*:*:*:there\n");
        Files.setPosixFilePermissions(other, PosixFilePermissions.fromString("rw-------"));

        var found = new PgPass(Map.of("HOME", folder.toString(), "PGPASSFILE", other.toString())).find("a", 1, "b",
                "c");

        assertThat(found.map(Secret::characters).map(String::new)).contains("there");
    }

    @Test
    void a_command_gives_its_first_line_and_no_shell_reads_it() {
        assertThat(run("printf", "%s\n%s\n", "$(echo x) päss", "second")).isEqualTo("$(echo x) päss");
        assertThat(run("/bin/sh", "-c", "echo a | tr a b")).isEqualTo("b");
    }

    @Test
    void what_a_failing_command_says_is_told_to_nobody() {
        assertThatThrownBy(() -> run("/bin/sh", "-c", "echo canary; echo canary >&2; exit 3"))
                .isInstanceOf(Refusal.class).hasMessageContaining("exit code 3").hasMessageNotContaining("canary");
        assertThatThrownBy(() -> run("no-such-program-here")).hasMessageContaining("can't be started");
        assertThatThrownBy(() -> run("true")).hasMessageContaining("printed nothing");
    }

    @Test
    void a_command_that_does_not_end_is_ended_with_its_children() {
        var start = System.nanoTime();

        assertThatThrownBy(() -> new PasswordCommand(List.of("/bin/sh", "-c", "sleep 60; echo x"),
                Duration.ofSeconds(1)).run()).hasMessageContaining("did not end within 1 seconds");

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(30));
    }

    private static String run(String... words) {
        return new String(PasswordCommand.of(List.of(words)).run().characters());
    }

    private Optional<String> find(String host, int port, String database, String user) {
        return new PgPass(Map.of("HOME", folder.toString())).find(host, port, database, user).map(Secret::characters)
                .map(String::new);
    }

    private void pgpass(String text, String permissions) throws IOException {
        var file = folder.resolve(".pgpass");
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    }
}
