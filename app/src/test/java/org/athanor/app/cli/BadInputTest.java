package org.athanor.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever is typed: one clear message, the right exit code, no stack trace, nothing written.
class BadInputTest {
    @TempDir
    Path folder;
    private Shell shell;

    @BeforeEach
    void openShell() {
        shell = new Shell(folder);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "bogus                    | There is no verb 'bogus'",
            "upgrade                  | Missing required parameter: 'TARGET'",
            "upgrade head --wat       | Unknown option: '--wat'",
            "heads -c athanor.toml    | -c stands before the verb",
            "--url                    | Missing required parameter for option '--url'"})
    void wrong_usage_is_exit_code_2(String line, String message) {
        var answer = shell.athanor(line.split(" +"));

        assertThat(answer.exitCode()).isEqualTo(2);
        assertClear(answer, message);
    }

    static Stream<Arguments> refusals() {
        return Stream.of(Arguments.of("sqlite:///none/x.db", "there is no folder"),
                Arguments.of("sqlite:///junk.db", "is not a SQLite database"),
                Arguments.of("sqlite:x.db", "three slashes"), Arguments.of("mysql://root@h/d", "does not start with"),
                Arguments.of("postgresql://u:canary@127.0.0.1:1/d", "can't be reached"),
                Arguments.of("postgresql://u:canary@nohost.invalid/d", "there is no such host"));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void a_database_that_cannot_be_opened_is_named(String url, String message) throws IOException {
        Files.writeString(folder.resolve("junk.db"), "this is text and not a database, whatever its name says");

        var answer = shell.athanor("-c", Shell.shop(), "--url", url, "upgrade", "head");

        assertThat(answer.exitCode()).isEqualTo(1);
        assertClear(answer, message);
        assertThat(answer.err()).doesNotContain("canary");
        assertThat(folder.toFile().list()).containsExactly("junk.db");
    }

    @Test
    void a_locked_database_is_left_alone() throws Exception {
        try (var other = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("x.db"));
                var statement = other.createStatement()) {
            statement.execute("BEGIN EXCLUSIVE");

            var answer = shell.athanor("-c", Shell.shop(), "--url", "jdbc:sqlite:" + folder.resolve("x.db"), "upgrade",
                    "head");

            assertThat(answer.exitCode()).isEqualTo(1);
            assertClear(answer, "is locked by another program");
        }
    }

    @Test
    void a_missing_project_says_where_it_looked() {
        assertClear(shell.athanor("heads"), "with [tool.alembic] in " + folder);
        assertClear(shell.athanor("-c", "nowhere/athanor.toml", "heads"),
                "nowhere/athanor.toml: There is no such file");
    }

    @Test
    void a_config_with_faults_names_each_with_its_line() throws IOException {
        Files.writeString(folder.resolve("athanor.toml"), "[athanor]\nscript_locaton = \".\"\nurl = 3\n");

        var answer = shell.athanor("heads");

        assertThat(answer.exitCode()).isEqualTo(1);
        assertThat(answer.err()).contains("athanor.toml:2: 'script_locaton' is not a setting")
                .contains("athanor.toml:3: 'url' must be a text");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "missing-parent | b2c3d4e5f6a1_create_the_teapot_table.sql:2: b2c3d4e5f6a1 follows f00df00df00d",
            "cycle          | b2c3d4e5f6a1_create_the_teapot_table.sql:2: These revisions wait for each other",
            "duplicate-id   | b2c3d4e5f6a1_create_the_teapot_table.sql:1: Revision b2c3d4e5f6a1 is already declared",
            "bad-header     | b2c3d4e5f6a1_create_the_teapot_table.sql:2: 'dwon_revision' is not a header field",
            "two-heads      | c3d4e5f6a1b2_create_the_cup_table.sql:2: c3d4e5f6a1b2 is a head"})
    void each_broken_folder_is_refused_with_its_fault(String name, String message) {
        var config = Shell.samples().resolve("broken").resolve(name).resolve("athanor.toml").toString();

        var answer = shell.athanor("-c", config, "--url", "sqlite:///x.db", "upgrade", "head");

        assertThat(answer.exitCode()).isEqualTo(1);
        assertClear(answer, message);
        assertThat(folder.resolve("x.db")).doesNotExist();
        assertThat(shell.athanor("-c", config, "history").out()).contains("a1b2c3d4e5f6");
    }

    @Test
    void an_error_in_json_is_one_document_with_kind_message_and_hint() {
        var error = shell.shop("upgrade", "9f25x", "--json").json().at("/error");

        assertThat(error.at("/kind").asString()).isEqualTo("unknown-revision");
        assertThat(error.at("/message").asString()).contains("9f25x");
        assertThat(error.at("/hint").asString()).contains("9f2580d34104");
    }

    @Test
    void a_failing_statement_is_placed_and_the_step_rolled_back() throws IOException {
        var versions = Files.createDirectories(folder.resolve("versions"));
        Files.writeString(folder.resolve("athanor.toml"), "[athanor]\nurl = \"sqlite:///x.db\"\n");
        Files.writeString(versions.resolve("a1.sql"), """
                -- revision: a1
                -- down_revision:

                -- +upgrade
                CREATE TABLE t (id integer);
                INSERT INTO nowhere VALUES (1);
                -- +downgrade
                DROP TABLE t;
                """);

        var answer = shell.athanor("upgrade", "head", "--json");

        assertThat(answer.exitCode()).isEqualTo(1);
        assertThat(answer.json().at("/outcome").asString()).isEqualTo("failed");
        assertThat(answer.json().at("/error/line").asInt()).isEqualTo(6);
        assertThat(answer.err()).contains("a1.sql:6: ").contains("no such table: nowhere");
        assertThat(shell.athanor("current").out()).isEmpty();
        assertThat(shell.athanor("status").out()).contains("there is no version table");
    }

    private static void assertClear(Shell.Answer answer, String message) {
        assertThat(answer.err()).contains(message).doesNotContain("Exception").doesNotContain("\tat ");
        assertThat(answer.err().lines().count()).isLessThanOrEqualTo(6);
        assertThat(answer.out()).isEmpty();
    }
}
