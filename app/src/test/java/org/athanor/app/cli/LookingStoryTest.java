package org.athanor.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the verbs that look at a project say, and what stamp and ensure_version write.
class LookingStoryTest {
    @TempDir
    Path folder;
    private Shell shell;

    /// `aaaa1` has two lines above it, `bbbb1` and `cccc1` (labelled billing); `dddd1` merges them, and `eeee1` is a line of
    /// its own that `dddd1` depends on.
    @BeforeEach
    void writeProject() throws IOException {
        shell = new Shell(folder);
        Files.createDirectories(folder.resolve("versions"));
        Files.writeString(folder.resolve("athanor.toml"), "[athanor]\nurl = \"sqlite:///x.db\"\n");
        revision("aaaa1", "", "", "", "Begin");
        revision("bbbb1", "aaaa1", "", "", "Left");
        revision("cccc1", "aaaa1", "billing", "", "Right");
        revision("eeee1", "", "tools", "", "Tools");
        revision("dddd1", "bbbb1, cccc1", "", "eeee1", "Join");
    }

    private void revision(String id, String parents, String labels, String dependsOn, String message)
            throws IOException {
        Files.writeString(folder.resolve("versions/%s.sql".formatted(id)), """
                -- revision: %s
                -- down_revision: %s
                -- branch_labels: %s
                -- depends_on: %s
                -- message: %s

                -- +upgrade
                CREATE TABLE t_%s (id integer);
                -- +downgrade
                DROP TABLE t_%s;
                """.formatted(id, parents, labels, dependsOn, message, id, id));
    }

    @Test
    void branches_names_each_branch_point_and_what_follows_it() {
        assertThat(shell.athanor("branches").out().strip().lines().map(String::strip)).containsExactly(
                "aaaa1 (branchpoint)",
                "-> bbbb1", "-> cccc1 (billing)");
        assertThat(shell.athanor("branches", "--json").json().at("/revisions/0/revision").asString())
                .isEqualTo("aaaa1");
    }

    @Test
    void show_tells_everything_about_a_revision() {
        assertThat(shell.athanor("show", "dddd1").out()).contains("Rev: dddd1 (head) (mergepoint)",
                "Merges: bbbb1, cccc1", "Also depends on: eeee1", "Path: " + folder.resolve("versions/dddd1.sql"),
                "Join");
        assertThat(shell.athanor("show", "billing@bas").exitCode()).isEqualTo(1);
        assertThat(shell.athanor("show", "cccc", "--json").json().at("/revisions/0/branch_labels/0").asString())
                .isEqualTo("billing");
    }

    @Test
    void history_takes_ranges_and_marks_where_the_database_stands() {
        shell.athanor("upgrade", "bbbb1");

        assertThat(shell.athanor("history", "-r", "aaaa1:bbbb1").out().lines()).containsExactly(
                "aaaa1 -> bbbb1, Left", "<base> -> aaaa1 (branchpoint), Begin");
        assertThat(shell.athanor("history", "-r", ":aaaa1").out().lines()).hasSize(1);
        assertThat(shell.athanor("history", "-r", "current:").out()).contains("dddd1", "bbbb1")
                .doesNotContain("<base> -> aaaa1");
        assertThat(shell.athanor("history", "-i").out()).contains("aaaa1 -> bbbb1 (current), Left");
        assertThat(shell.athanor("history", "-r", "aaaa1").err()).contains("range");
    }

    @Test
    void a_row_that_the_folder_lacks_is_told_wherever_the_rows_are_asked() throws SQLException {
        shell.athanor("upgrade", "bbbb1");
        row("gone1");

        for (var line : List.of("show current", "history -i", "history -r current:", "history -r current-1:",
                "current", "current --check-heads", "status")) {
            var answer = shell.athanor(line.split(" "));
            assertThat(answer.exitCode()).as(line).isEqualTo(1);
            assertThat(answer.err()).as(line).contains("The database stands at gone1, which is not in this folder");
        }
        assertThat(shell.athanor("history", "-r", "current:").out()).isEmpty();
        assertThat(shell.athanor("history", "-i").out()).contains("bbbb1 (current)");
    }

    @Test
    void rows_of_which_one_comes_before_the_other_are_told_wherever_the_rows_are_asked() throws SQLException {
        shell.athanor("upgrade", "bbbb1");
        row("aaaa1");

        for (var line : List.of("show current", "history -i", "current", "current --check-heads", "status",
                "downgrade -1", "upgrade +1", "upgrade heads")) {
            var answer = shell.athanor(line.split(" "));
            assertThat(answer.exitCode()).as(line).isEqualTo(1);
            assertThat(answer.err()).as(line)
                    .contains("The version table holds both bbbb1 and aaaa1, which comes before it");
        }
    }

    private void row(String id) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("x.db"));
                var statement = connection.createStatement()) {
            statement.execute("INSERT INTO alembic_version VALUES ('%s')".formatted(id));
        }
    }

    @Test
    void counts_start_from_a_name_too() {
        shell.athanor("upgrade", "bbbb1");

        assertThat(shell.athanor("show", "aaaa1+1").err()).contains("The way is not clear", "bbbb1, cccc1");
        assertThat(shell.athanor("show", "bbbb1-1").out()).contains("Rev: aaaa1");
        assertThat(shell.athanor("show", "bbbb1+1").out()).contains("Rev: dddd1");
        assertThat(shell.athanor("show", "bbbb1-2").err()).contains("'bbbb1-2' goes further than there are revisions");
        assertThat(shell.athanor("show", "tools@-9").err())
                .contains("'tools@-9' goes further than there are revisions");
        assertThat(shell.athanor("show", "billing@").err()).contains("'billing@' names no revision");
        assertThat(shell.athanor("history", "-r", "current-1:current").out().lines()).containsExactly(
                "aaaa1 -> bbbb1, Left", "<base> -> aaaa1 (branchpoint), Begin");
        assertThat(shell.athanor("upgrade", "current+1").err())
                .contains("'current' is known to history, show and edit only");
    }

    @Test
    void a_head_that_is_only_needed_has_no_row_and_no_mark() {
        shell.athanor("upgrade", "heads");

        assertThat(shell.athanor("history", "-i").out()).contains("(head) (current)")
                .doesNotContain("(effective head) (current)");
        assertThat(shell.athanor("current", "-v").out()).contains("Rev: eeee1").doesNotContain("(current)");
    }

    @Test
    void what_ensure_version_would_send_is_json_too() {
        assertThat(shell.athanor("ensure_version", "--sql", "--dialect", "sqlite", "--json").json().at("/sql")
                .asString()).startsWith("CREATE TABLE alembic_version");
    }

    @Test
    void a_new_revision_has_no_sql() {
        assertThat(shell.athanor("revision", "--sql", "-m", "x").err()).contains("A new revision has no --sql here");
    }

    @Test
    void a_drawn_history_has_a_row_for_each_revision() {
        var drawn = shell.athanor("history", "--graph").out();

        assertThat(drawn.lines().filter(line -> line.contains("●") || line.contains("*"))).hasSize(5);
        assertThat(drawn).contains("dddd1", "aaaa1");
    }

    @Test
    void current_can_check_that_all_heads_are_there_even_with_dependencies() {
        shell.athanor("upgrade", "bbbb1");
        var behind = shell.athanor("current", "--check-heads");
        assertThat(behind.exitCode()).isEqualTo(1);
        assertThat(behind.err()).contains("3 revisions pending");

        shell.athanor("upgrade", "heads");
        assertThat(shell.athanor("current", "--check-heads").exitCode()).isZero();
    }

    @Test
    void heads_tells_those_that_another_one_needs() {
        assertThat(shell.athanor("heads").out().lines()).containsExactlyInAnyOrder("eeee1 (tools) (effective head)",
                "dddd1 (billing) (head)");
    }

    @Test
    void stamp_moves_the_rows_and_runs_nothing() {
        assertThat(shell.athanor("stamp", "bbbb1", "--force", "--reason", "a test").exitCode()).isZero();
        assertThat(shell.athanor("current").out().lines()).containsExactly("bbbb1");
        shell.athanor("stamp", "heads", "--force", "--reason", "a test");
        assertThat(shell.athanor("current", "--json").json().at("/rows/0").asString()).isEqualTo("dddd1");
        assertThat(shell.athanor("downgrade", "bbbb1").err()).contains("no such table");

        assertThat(shell.athanor("stamp", "--purge", "aaaa1", "--force", "--reason", "a test").exitCode()).isZero();
        assertThat(shell.athanor("current").out()).contains("aaaa1");
        assertThat(shell.athanor("stamp", "nowhere").err()).contains("nowhere");
    }

    @Test
    void a_stamp_as_sql_asks_no_database() {
        var sql = shell.athanor("stamp", "aaaa1:bbbb1", "--sql", "--dialect", "postgresql");

        assertThat(sql.out()).startsWith("BEGIN;").contains("-- Running stamp_revision aaaa1 -> bbbb1",
                "UPDATE alembic_version SET version_num='bbbb1' WHERE alembic_version.version_num = 'aaaa1';",
                "COMMIT;");
        assertThat(folder.resolve("x.db")).doesNotExist();
    }

    @Test
    void one_start_holds_for_all_that_is_stamped() {
        assertThat(shell.athanor("stamp", "aaaa1:bbbb1", "bbbb1", "--sql", "--dialect", "sqlite").out())
                .contains("-- Running stamp_revision aaaa1 -> bbbb1").doesNotContain("CREATE TABLE");
        var several = shell.athanor("stamp", "aaaa1:bbbb1", "base:bbbb1", "--sql", "--dialect", "sqlite");
        assertThat(several.exitCode()).isEqualTo(1);
        assertThat(several.err()).contains("The targets start from different revisions: aaaa1, base");
    }

    @Test
    void ensure_version_makes_the_table_once() {
        assertThat(shell.athanor("ensure_version", "--sql", "--dialect", "sqlite").out())
                .startsWith("CREATE TABLE alembic_version");
        assertThat(shell.athanor("ensure_version", "--sql", "--dialect", "postgresql").out())
                .startsWith("BEGIN;\n\nCREATE TABLE alembic_version").contains(");\n\nCOMMIT;");
        assertThat(folder.resolve("x.db")).doesNotExist();

        assertThat(shell.athanor("ensure_version").exitCode()).isZero();
        assertThat(shell.athanor("ensure_version").exitCode()).isZero();
        assertThat(shell.athanor("current", "--json").json().at("/rows").isArray()).isTrue();
    }

    @Test
    void doctor_examines_every_script_both_ways() throws IOException {
        Files.writeString(folder.resolve("versions/ffff1.sql"),
                "-- revision: ffff1\n-- down_revision: dddd1\n\n-- +upgrade\nSELECT 1;\n");

        var doctor = shell.athanor("doctor", "--json").json();

        assertThat(doctor.at("/problems").size()).isZero();
        assertThat(doctor.at("/revisions").size()).isEqualTo(6);
        assertThat(doctor.at("/revisions/5/upgrade/kind").asString()).isEqualTo("static");
        assertThat(doctor.at("/revisions/5/downgrade/kind").asString()).isEqualTo("unreadable");
        assertThat(doctor.at("/revisions/5/downgrade/reason").asString()).contains("can't be undone");
    }

    @Test
    void revisions_below_the_heads_are_merged_with_splice_only() {
        var refused = shell.athanor("merge", "bbbb1", "eeee1", "--rev-id", "ffff1");
        assertThat(refused.err()).contains("is not a head", "Say --splice");

        assertThat(shell.athanor("merge", "bbbb1", "eeee1", "--rev-id", "ffff1", "--splice").exitCode()).isZero();
        assertThat(shell.athanor("show", "ffff1").out()).contains("Merges: bbbb1, eeee1");
    }

    @Test
    void a_script_for_a_part_of_the_way_starts_where_it_is_told() {
        var sql = shell.athanor("upgrade", "aaaa1:bbbb1", "--sql", "--dialect", "sqlite");

        assertThat(sql.out().lines().filter(line -> !line.isBlank())).containsExactly(
                "-- Running upgrade aaaa1 -> bbbb1", "CREATE TABLE t_bbbb1 (id integer);",
                "UPDATE alembic_version SET version_num='bbbb1' WHERE alembic_version.version_num = 'aaaa1';");
        assertThat(shell.athanor("downgrade", "bbbb1:aaaa1", "--sql", "--dialect", "postgresql").out())
                .contains("BEGIN;", "-- Running downgrade bbbb1 -> aaaa1", "DROP TABLE t_bbbb1;", "COMMIT;");
        assertThat(shell.athanor("downgrade", "aaaa1", "--sql", "--dialect", "sqlite").err()).contains("from:to");
    }

    @Test
    void a_script_that_can_t_be_finished_says_where_it_ends() throws IOException {
        Files.writeString(folder.resolve("versions/bbbb1.sql"),
                "-- revision: bbbb1\n-- down_revision: aaaa1\n\n-- +upgrade\nCOMMIT;\n");

        var sql = shell.athanor("upgrade", "bbbb1", "--sql", "--dialect", "postgresql");

        assertThat(sql.exitCode()).isEqualTo(1);
        assertThat(sql.out()).contains("CREATE TABLE t_aaaa1", "-- INCOMPLETE").doesNotContain("COMMIT;");
        assertThat(sql.err()).contains("bbbb1.sql:5: COMMIT would break the step's transaction");
    }
}
