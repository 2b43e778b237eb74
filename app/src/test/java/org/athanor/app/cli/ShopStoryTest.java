package org.athanor.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The sample shop on SQLite, from the command line.
class ShopStoryTest {
    private static final String HEAD = "3aa1a1a61566";
    private static final int REVISIONS = 15;

    @TempDir
    Path folder;
    private Shell shell;

    @BeforeEach
    void openShell() {
        shell = new Shell(folder);
    }

    @Test
    void upgrade_goes_to_head_and_current_says_so() {
        var upgrade = shell.shop("upgrade", "head");

        assertThat(upgrade.exitCode()).isZero();
        assertThat(upgrade.out()).isEmpty();
        assertThat(upgrade.err()).contains("[15/15] Running upgrade be05683d214d -> 3aa1a1a61566")
                .contains("The database stands at " + HEAD);
        assertThat(shell.shop("current").out()).isEqualToIgnoringNewLines(HEAD + " (head)");
    }

    @Test
    void downgrade_goes_one_down_and_then_to_base() {
        shell.shop("upgrade", "head");

        assertThat(shell.shop("downgrade", "-1").exitCode()).isZero();
        assertThat(shell.shop("current").out()).isEqualToIgnoringNewLines("be05683d214d (mergepoint)");
        assertThat(shell.shop("downgrade", "base", "--quiet").err()).isEmpty();
        assertThat(shell.shop("current").out()).isEmpty();
        assertThat(shell.shop("upgrade", "head").exitCode()).isZero();
    }

    @Test
    void a_plan_names_every_statement_and_creates_nothing() {
        var plan = shell.shop("plan", "head", "--json").json();

        assertThat(plan.at("/runnable").asBoolean()).isTrue();
        assertThat(plan.at("/steps").size()).isEqualTo(REVISIONS);
        assertThat(plan.at("/steps/0/statements/0/sql").asString()).startsWith("CREATE TABLE customer");
        assertThat(plan.at("/steps/0/version_changes/0/op").asString()).isEqualTo("insert");
        assertThat(plan.at("/to/0").asString()).isEqualTo(HEAD);
        assertThat(folder.resolve("x.db")).doesNotExist();
    }

    @Test
    void a_plan_down_shows_what_would_be_lost() {
        shell.shop("upgrade", "head");

        var plan = shell.shop("plan", "base", "--json").json();

        assertThat(plan.at("/steps/0/direction").asString()).isEqualTo("downgrade");
        assertThat(plan.findValuesAsString("kind")).contains("loses-data");
        assertThat(shell.shop("plan", "-1").out()).contains("DROP VIEW unpaid_invoice");
    }

    @Test
    void history_lists_newest_first_with_its_parents() {
        var history = shell.shop("history");

        assertThat(history.exitCode()).isZero();
        assertThat(history.out().lines()).hasSize(REVISIONS)
                .startsWith("be05683d214d -> 3aa1a1a61566 (billing) (head), Create the unpaid invoice view")
                .endsWith("<base> -> 9f2580d34104, Create the customer table");
        var revision = shell.shop("history", "--json").json().at("/revisions/1");
        assertThat(revision.at("/down_revision").size()).isEqualTo(2);
        assertThat(revision.at("/is_merge_point").asBoolean()).isTrue();
        assertThat(revision.at("/format").asString()).isEqualTo("sql");
    }

    @Test
    void status_counts_what_is_pending() {
        shell.shop("upgrade", "e9c4");

        var status = shell.shop("status", "--json").json();

        assertThat(status.at("/pending").size()).isEqualTo(10);
        assertThat(status.at("/applied").asInt()).isEqualTo(5);
        assertThat(status.at("/at_head").asBoolean()).isFalse();
        assertThat(shell.shop("status").out()).contains("e9c411b4fe1f (5 of 15 applied)");
    }

    @Test
    void the_nearest_project_and_the_environment_are_found() throws Exception {
        var project = Files.createDirectories(folder.resolve("project/versions"));
        Files.writeString(project.resolve("../athanor.toml"), "[athanor]\nurl = \"${HERE}\"\n");
        Files.writeString(project.resolve("a1.sql"), """
                -- revision: a1
                -- down_revision:
                -- message: First

                -- +upgrade
                CREATE TABLE t (id integer);
                -- +downgrade
                DROP TABLE t;
                """);

        var inside = new Shell(project).with("HERE", "sqlite:///here.db");

        assertThat(inside.athanor("upgrade", "head").exitCode()).isZero();
        assertThat(project.resolve("../here.db")).exists();
        assertThat(inside.with("DATABASE_URL", "sqlite:///other.db").athanor("current").out()).isEmpty();
    }
}
