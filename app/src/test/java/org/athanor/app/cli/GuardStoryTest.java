package org.athanor.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the command line asks for before it destroys something, and what it never does.
class GuardStoryTest {
    private static final String[] TO_BASE = {"downgrade", "base"};

    @TempDir
    Path folder;
    private Shell shell;

    @BeforeEach
    void openShell() {
        shell = new Shell(folder);
        assertThat(shell.shop("upgrade", "head").exitCode()).isZero();
    }

    @Test
    void hazards_are_shown_with_what_would_be_lost_and_a_safer_way() {
        var plan = shell.shop("plan", "base", "--json").json();
        var products = plan.findValues("hazards").stream().flatMap(hazards -> hazards.valueStream())
                .filter(h -> h.at("/message").asString().equals("The table product is dropped with 5 rows.")).toList();

        assertThat(products).singleElement().satisfies(hazard -> {
            assertThat(hazard.at("/kind").asString()).isEqualTo("loses-data");
            assertThat(hazard.at("/severity").asString()).isEqualTo("destructive");
            assertThat(hazard.at("/table").asString()).isEqualTo("product");
            assertThat(hazard.at("/rows/number").asInt()).isEqualTo(5);
            assertThat(hazard.at("/rows/precision").asString()).isEqualTo("exact");
            assertThat(hazard.at("/safer_way").asString()).startsWith("Keep a copy first");
        });
        assertThat(shell.shop("plan", "base").out())
                .contains("The table product is dropped with 5 rows.\n--   safer: ");
        assertThat(shell.shop("plan", "head:base").out()).contains("(how many there are isn't known)");
    }

    @Test
    void a_run_tells_its_hazards_before_it_starts() {
        assertThat(shell.shop(TO_BASE).err())
                .containsSubsequence(
                        "hazard (destructive, cf9cc437439e, line 41): The table product is dropped with 5 rows.",
                        "[1/15] Running downgrade");
    }

    @Test
    void production_wants_the_name_or_the_kind() {
        var production = new String[]{"--environment", "production", "downgrade", "base"};

        var refused = shell.shop(production);
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.err()).contains("The table product is dropped with 5 rows.", "--confirm x.db",
                "--allow loses-data");
        assertThat(shell.shop("current").out()).contains("(head)");
        assertThat(shell.shop("--environment", "production", "downgrade", "base", "--confirm", "y.db").err())
                .contains("'y.db' is not the name of this database");
        assertThat(shell.shop("--environment", "production", "downgrade", "base", "--allow", "long-lock").exitCode())
                .isEqualTo(1);
        assertThat(shell.shop("--environment", "production", "downgrade", "base", "--allow", "magic").err())
                .contains("There is no hazard 'magic'");
        assertThat(shell.shop("downgrade", "b202f7f7ab10", "--environment", "production", "--confirm", "x.db")
                .exitCode()).isZero();
        assertThat(shell.with("ATHANOR_ENVIRONMENT", "production").shop(TO_BASE).exitCode()).isEqualTo(1);
        assertThat(shell.shop("downgrade", "base", "--allow", "all").exitCode()).isZero();
        assertThat(shell.shop("upgrade", "head").exitCode()).as("nothing is lost on the way up").isZero();
    }

    @Test
    void on_a_terminal_somebody_is_asked_for_the_name() {
        assertThat(answering("n").exitCode()).isEqualTo(1);

        var answer = answering("x.db");
        assertThat(answer.err()).contains("Type the name of the database (x.db) to run this: ");
        assertThat(answer.exitCode()).isZero();
    }

    @Test
    void reading_only_refuses_every_verb_that_changes_something() {
        for (var verb : new String[][]{TO_BASE, {"upgrade", "head"}, {"stamp", "base"}, {"ensure_version"}}) {
            var readOnly = new java.util.ArrayList<>(java.util.List.of(verb));
            readOnly.add("--read-only");
            var answer = shell.shop(readOnly.toArray(String[]::new));
            assertThat(answer.exitCode()).as(answer.err()).isEqualTo(1);
            assertThat(answer.err()).contains("opened for reading only");
        }
        shell.with("ATHANOR_READ_ONLY", "true");
        assertThat(shell.shop("downgrade", "-1", "--confirm", "x.db", "--allow", "all").exitCode()).isEqualTo(1);
        assertThat(shell.shop("status").exitCode()).isZero();
        assertThat(shell.shop("plan", "base").exitCode()).isZero();
        assertThat(shell.with("ATHANOR_READ_ONLY", "perhaps").shop("status").err()).contains("'perhaps'");
    }

    @Test
    void a_stamp_that_the_database_contradicts_needs_a_reason() {
        var empty = new Shell(folder.resolve("..").resolve(folder.getFileName()));
        var stamp = empty.athanor("-c", Shell.shop(), "--url", "sqlite:///empty.db", "stamp", "head");

        assertThat(stamp.exitCode()).isEqualTo(1);
        assertThat(stamp.err()).contains("none of the 7 tables that its history creates is there (customer, category");
        assertThat(folder.resolve("empty.db")).doesNotExist();
        assertThat(shell.shop("stamp", "head", "--force").err()).contains("--force needs a reason");
        assertThat(shell.shop("stamp", "head", "--reason", "x").err()).contains("--reason goes with --force");
        assertThat(empty.athanor("-c", Shell.shop(), "--url", "sqlite:///empty.db", "stamp", "head", "--force",
                "--reason", "the tables come tonight").err()).contains("3aa1a1a61566 gets a row");
    }

    @Test
    void options_that_confirm_do_not_go_with_sql() {
        assertThat(shell.shop("upgrade", "head", "--sql", "--allow", "all").err()).contains("don't go with --sql");
        assertThat(shell.shop("stamp", "head", "--sql", "--force", "--reason", "x").err())
                .contains("--force and --sql don't go together");
    }

    private Shell.Answer answering(String line) {
        var out = new StringWriter();
        var err = new StringWriter();
        var output = new Output(new PrintWriter(out), new PrintWriter(err), true, () -> Optional.of(line));
        int exitCode = new CommandLineFace(folder, Map.of("ATHANOR_JOURNAL", "off"), output).run("-c", Shell.shop(),
                "--url", "sqlite:///x.db", "--environment", "production", "downgrade", "base");
        return new Shell.Answer(exitCode, out.toString(), err.toString());
    }
}
