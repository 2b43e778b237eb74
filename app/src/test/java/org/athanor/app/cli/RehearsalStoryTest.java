package org.athanor.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A person rehearses before running.
class RehearsalStoryTest {
    @TempDir
    Path folder;
    private Shell shell;

    @BeforeEach
    void openShell() {
        shell = new Shell(folder);
    }

    @Test
    void the_way_up_is_rehearsed_and_no_database_is_made() {
        var answer = shell.shop("rehearse", "head");

        assertThat(answer.exitCode()).as(answer.err()).isZero();
        assertThat(answer.out()).contains("Running upgrade ", "-- rehearsed in ", "CREATE TABLE product");
        assertThat(answer.err()).contains("Rehearsed 15 steps to 3aa1a1a61566; everything was rolled back.",
                "The database is as it was before.");
        assertThat(folder.resolve("x.db")).doesNotExist();
    }

    @Test
    void the_way_down_is_rehearsed_on_the_database_and_its_file_stays() throws IOException {
        shell.shop("upgrade", "head");
        var before = Files.readAllBytes(folder.resolve("x.db"));

        var json = shell.shop("rehearse", "base", "--json").json();

        assertThat(json.at("/outcome").asString()).isEqualTo("completed");
        assertThat(json.at("/equal").asBoolean()).isTrue();
        assertThat(json.at("/to").size()).isZero();
        assertThat(json.at("/runnable").asBoolean()).isTrue();
        assertThat(json.at("/steps").size()).isEqualTo(15);
        assertThat(json.at("/steps/0/direction").asString()).isEqualTo("downgrade");
        assertThat(json.at("/steps/0/outcome").asString()).isEqualTo("rehearsed");
        assertThat(json.at("/steps/0/statements/0/sent").asBoolean()).isTrue();
        assertThat(json.at("/steps/0/statements/0/millis").isNumber()).isTrue();
        assertThat(json.at("/steps/0/statements/0/locks").isArray()).isTrue();
        assertThat(json.at("/steps/0/version_statements/0/rows").asInt()).isEqualTo(1);
        assertThat(Files.readAllBytes(folder.resolve("x.db"))).isEqualTo(before);
        assertThat(shell.shop("current").out()).contains("3aa1a1a61566");
        assertThat(shell.shop("journal", "--json").json().at("/runs").size()).isEqualTo(1);
    }

    @Test
    void a_rehearsal_that_fails_says_where_and_what_was_not_sent() throws IOException {
        Files.writeString(folder.resolve("athanor.toml"), "[athanor]\nurl = \"sqlite:///y.db\"\n");
        Files.createDirectories(folder.resolve("versions"));
        Files.writeString(folder.resolve("versions/a.sql"),
                "-- revision: a\n-- down_revision:\n-- +upgrade\n-- +transaction off\nVACUUM;\n-- +transaction on\nINSERT INTO nowhere VALUES (1);\n");

        var answer = shell.athanor("rehearse", "head");

        assertThat(answer.exitCode()).isEqualTo(1);
        assertThat(answer.out()).contains("-- NOT SENT: it runs outside of a transaction, and would stay\n-- VACUUM;",
                "--   refused: ");
        assertThat(answer.err()).contains("The rehearsal failed in a; everything was rolled back.", "a.sql:7",
                "1 statement can't be rehearsed", "can't be told", "The database is as it was before.");
    }

    @Test
    void where_only_reading_is_allowed_it_is_refused() {
        var answer = shell.shop("--read-only", "rehearse", "head");

        assertThat(answer.exitCode()).isEqualTo(1);
        assertThat(answer.err()).contains("opened for reading only");
    }

    @Test
    void a_profile_s_limits_count_for_a_rehearsal_too() throws IOException {
        Files.writeString(folder.resolve("athanor.toml"), "[athanor]\n");
        Files.createDirectories(folder.resolve("versions"));
        Files.writeString(folder.resolve("versions/a.sql"), """
                -- revision: a
                -- down_revision:
                -- +upgrade
                WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c LIMIT 2000000000) SELECT max(n) FROM c;
                """);
        shell.athanor("profile", "add", "shop", "--file", "x.db", "--project", "athanor.toml");
        var profiles = folder.resolve(".config/athanor/profiles.toml");
        Files.writeString(profiles, Files.readString(profiles).stripTrailing() + "\nstatement_timeout = \"300ms\"\n");

        var answer = shell.athanor("--profile", "shop", "rehearse", "head");

        assertThat(answer.exitCode()).isEqualTo(1);
        assertThat(answer.err()).contains("The statement took longer than it may");
    }
}
