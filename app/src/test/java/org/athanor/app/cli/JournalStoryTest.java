package org.athanor.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The journal from the command line.
class JournalStoryTest {
    @TempDir
    Path folder;
    private Shell shell;

    @BeforeEach
    void openShell() throws IOException {
        shell = new Shell(folder);
        Files.createDirectory(folder.resolve("versions"));
        Files.writeString(folder.resolve("athanor.toml"), "[athanor]\nurl = \"sqlite:///x.db\"\n");
        write("a", "", "CREATE TABLE a (id integer);");
        write("b", "a", "CREATE TABLE b (id integer);");
    }

    @Test
    void runs_are_listed_oldest_first() {
        assertThat(shell.athanor("journal").err()).contains("Nothing was recorded yet.");
        shell.athanor("upgrade", "a");
        shell.athanor("upgrade", "head");

        var list = shell.athanor("journal").out().lines().toList();

        assertThat(list).hasSize(2);
        assertThat(list.getFirst()).contains("upgrade from base to a  completed");
        assertThat(list.getLast()).contains("upgrade from a to b  completed");
        var json = shell.athanor("journal", "--json").json().at("/runs/1");
        assertThat(json.at("/state").asString()).isEqualTo("completed");
        assertThat(json.at("/applied_steps").asInt()).isEqualTo(1);
        assertThat(json.at("/who/program").asString()).isEqualTo("athanor");
    }

    @Test
    void a_run_is_told_with_its_statements() {
        shell.athanor("upgrade", "head");

        assertThat(shell.athanor("journal", runId()).out()).contains("What:      upgrade from base to b",
                "[2/2] upgrade b, ", "  CREATE TABLE b (id integer)", "-- 0 rows, ");
        assertThat(shell.athanor("journal", runId(), "--json").json().at("/steps/1/statements/0/sql").asString())
                .isEqualTo("CREATE TABLE b (id integer)");
        assertThat(shell.athanor("journal", "zz").err()).contains("There is no run zz");
    }

    @Test
    void all_databases_are_listed_on_wish() {
        shell.athanor("upgrade", "head");
        shell.athanor("--url", "sqlite:///y.db", "upgrade", "a");

        assertThat(shell.athanor("journal").out().lines()).hasSize(1);
        assertThat(shell.athanor("journal", "--all").out().lines()).hasSize(2).last().asString().contains("y.db");
    }

    @Test
    void a_changed_journal_is_told_with_its_line() throws IOException {
        shell.athanor("upgrade", "head");
        assertThat(shell.athanor("journal", "--verify").exitCode()).isZero();
        var file = book();
        Files.writeString(file, Files.readString(file).replace("CREATE TABLE b", "CREATE TABLE c"));

        var answer = shell.athanor("journal", "--verify");

        assertThat(answer.exitCode()).isEqualTo(1);
        assertThat(answer.err()).contains(file + ":8: The journal was tampered with");
        assertThat(shell.athanor("journal", "--verify", "--json").json().at("/files/0/line").asInt()).isEqualTo(8);
    }

    @Test
    void an_interrupted_run_is_told_until_it_is_marked() throws IOException {
        shell.athanor("upgrade", "a");
        var lines = Files.readAllLines(book());
        Files.write(book(), lines.subList(0, lines.size() - 1));
        Files.writeString(book(), Files.readString(book()).replaceAll("\"started\":\"[^\"]*\"",
                "\"started\":\"1970-01-01T00:00:00Z\""));

        for (var call : List.of("status", "plan head", "doctor")) {
            assertThat(shell.athanor(call.split(" ")).err()).as(call)
                    .contains("warning: The run %s, upgrade from base to a by".formatted(runId()))
                    .contains("has no end: 1 of 1 steps are applied", "Every step went through");
        }
        assertThat(shell.athanor("status", "--json").json().at("/unsettled/0/run").asString()).isEqualTo(runId());
        assertThat(shell.athanor("journal").out()).contains("interrupted");
        assertThat(shell.athanor("journal", runId()).out()).contains("-- committed: the version table counts its step");
        assertThat(shell.athanor("journal", "--mark", runId()).err()).contains("--mark needs a reason");

        assertThat(shell.athanor("journal", "--mark", runId(), "--reason", "looked at").exitCode()).isZero();

        assertThat(shell.athanor("status").err()).doesNotContain("warning");
        assertThat(shell.athanor("journal", runId()).out()).contains("Marked:    looked at");
        assertThat(shell.athanor("journal", "--mark", runId().substring(0, 4), "--reason", "x").exitCode()).isZero();
    }

    @Test
    void only_an_interrupted_run_is_marked() {
        shell.athanor("upgrade", "head");

        assertThat(shell.athanor("journal", "--mark", runId(), "--reason", "x").err())
                .contains("has an end: completed");
    }

    @Test
    void an_edited_file_is_told_with_the_difference() {
        shell.athanor("upgrade", "head");
        write("b", "a", "CREATE TABLE b (id bigint);");

        for (var call : List.of("status", "doctor")) {
            assertThat(shell.athanor(call).err()).contains("b was edited after it had been applied",
                    "-CREATE TABLE b (id integer);", "+CREATE TABLE b (id bigint);");
            assertThat(shell.athanor(call).exitCode()).isZero();
            assertThat(shell.athanor(call, "--json").json().at("/edited/0/revision").asString()).isEqualTo("b");
        }
    }

    @Test
    void without_a_place_or_a_writable_one_nothing_runs() throws IOException {
        Files.writeString(folder.resolve("file"), "This is no folder.");
        var blocked = shell.with("XDG_STATE_HOME", folder.resolve("file").toString());

        assertThat(blocked.athanor("upgrade", "head").err()).contains("The journal can't be ");
        assertThat(folder.resolve("x.db")).satisfiesAnyOf(file -> assertThat(file).doesNotExist(),
                file -> assertThat(file).isEmptyFile());
        assertThat(shell.with("XDG_STATE_HOME", "").athanor("upgrade", "head").err())
                .contains("There is no place for the journal");

        assertThat(shell.with("ATHANOR_JOURNAL", "off").athanor("upgrade", "head").exitCode()).isZero();
        assertThat(shell.athanor("journal").err()).contains("There is no journal");
    }

    private String runId() {
        return shell.athanor("journal").out().substring(0, 8);
    }

    private Path book() {
        try (var files = Files.list(folder.resolve(".state/athanor/journal"))) {
            return files.filter(file -> file.toString().endsWith(".jsonl")).findFirst().orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(String id, String after, String upgrade) {
        try {
            Files.writeString(folder.resolve("versions").resolve(id + ".sql"), """
                    -- revision: %s
                    -- down_revision: %s

                    -- +upgrade
                    %s
                    -- +downgrade
                    SELECT 1;
                    """.formatted(id, after, upgrade));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
