package org.athanor.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// From an empty folder to a project with revisions, from the command line.
class NewRevisionStoryTest {
    @TempDir
    Path folder;
    private Shell shell;

    @BeforeEach
    void openShell() {
        shell = new Shell(folder).with("PATH", System.getenv("PATH"));
    }

    @Test
    void a_project_is_made_and_grows() {
        var init = shell.athanor("init", "migrations");
        assertThat(init.exitCode()).isZero();
        assertThat(init.out()).contains("Creating directory %s ...  done".formatted(folder.resolve("migrations")))
                .contains("Generating %s ...  done".formatted(folder.resolve("athanor.toml")));
        assertThat(shell.athanor("status").out()).contains("Heads:    none; this folder has no revisions\n");

        var first = shell.athanor("revision", "-m", "Create the tea table", "--rev-id", "aaaa1", "--template",
                "create-table");
        assertThat(first.exitCode()).isZero();
        assertThat(first.out()).isEqualToIgnoringNewLines("Generating %s ...  done"
                .formatted(folder.resolve("migrations/versions/aaaa1_create_the_tea_table.sql")));
        shell.athanor("revision", "-m", "b", "--rev-id", "bbbb1", "-q");
        var branch = shell.athanor("revision", "-m", "c", "--rev-id", "cccc1", "--head", "aaaa1", "--splice",
                "--branch-label", "billing", "--depends-on", "bbbb", "--depends-on", "aaaa1", "--json");
        assertThat(branch.json().at("/revisions/0/revision").asString()).isEqualTo("cccc1");
        assertThat(branch.json().at("/revisions/0/depends_on").size()).isEqualTo(2);
        assertThat(branch.json().at("/revisions/0/branch_labels/0").asString()).isEqualTo("billing");

        assertThat(shell.athanor("merge", "-m", "Merge", "--rev-id", "dddd1", "bbbb1", "cccc1").exitCode()).isZero();
        assertThat(shell.athanor("upgrade", "head").exitCode()).isZero();
        assertThat(shell.athanor("current").out()).contains("dddd1 (head) (mergepoint)");
        assertThat(folder.resolve("local.db")).exists();
    }

    @Test
    void what_is_refused_says_why() {
        shell.athanor("init", "migrations", "-t", "generic");
        shell.athanor("revision", "--rev-id", "aaaa1");
        shell.athanor("revision", "--rev-id", "bbbb1");

        assertThat(shell.athanor("init", "other").err()).contains("only one of the two would be found");
        assertThat(shell.athanor("-c", "other.ini", "init", "migrations", "-t", "generic").err())
                .contains("already exists and is not empty");
        assertThat(shell.athanor("-c", "other.ini", "init", "x", "-t", "sql").err())
                .contains("does not have this name");
        assertThat(shell.athanor("-c", "sub/other.ini", "init", "sub/x").exitCode()).isZero();
        assertThat(folder.resolve("sub/other.ini")).content().contains("script_location = %(here)s/x");
        assertThat(shell.athanor("init", "x", "-t", "flask").err()).contains("There are sql and generic");
        assertThat(shell.athanor("revision", "--head", "aaaa1").err()).contains("Say --splice");
        assertThat(shell.athanor("revision", "--rev-id", "aaaa1", "--json").json().at("/error/kind").asString())
                .isEqualTo("duplicate-id");
        assertThat(shell.athanor("merge").exitCode()).isEqualTo(2);
        assertThat(shell.athanor("revision", "--template", "nothing").err()).contains("create-table");
    }

    @Test
    void templates_are_listed_with_those_of_the_project() throws IOException {
        assertThat(shell.athanor("list_templates").out()).startsWith("Available templates:").contains("generic - ")
                .doesNotContain("add-column");

        var created = shell.athanor("init", "migrations", "--json").json().at("/created");
        assertThat(created.size()).isEqualTo(3);
        var own = Files.createDirectories(folder.resolve("migrations/templates"));
        Files.writeString(own.resolve("audit.sql"), "-- Audit a table.\n-- +upgrade\nSELECT 1;\n");

        assertThat(shell.athanor("list_templates").out()).contains("add-column - Add a column")
                .contains("audit - Audit a table.");
        assertThat(shell.athanor("list_templates", "--json").json().at("/revision_templates/7/file").asString())
                .endsWith("audit.sql");
    }

    @Test
    void the_editor_opens_the_file_with_its_own_arguments() throws IOException {
        shell.athanor("init", "migrations");
        shell.athanor("revision", "--rev-id", "aaaa1", "-m", "x");
        var file = folder.resolve("migrations/versions/aaaa1_x.sql");

        var edit = shell.with("EDITOR", "sh -c 'echo \"-- $0 $1\" >> \"$1\"' 'two words'").athanor("edit", "head");

        assertThat(edit.exitCode()).isZero();
        assertThat(Files.readString(file)).endsWith("-- two words " + file + "\n");
        assertThat(shell.with("VISUAL", "no-such-editor").athanor("edit", "aaaa").err())
                .contains("there is no program 'no-such-editor'");
        assertThat(shell.with("VISUAL", "false").athanor("edit", "aaaa").err()).contains("exit code 1");
        assertThat(shell.athanor("edit", "base").err()).contains("No revision files are indicated by 'base'");
    }

    @Test
    void hooks_run_only_when_they_are_asked_for() throws IOException {
        shell.athanor("init", "migrations", "-t", "generic");
        var ini = folder.resolve("alembic.ini");
        Files.writeString(ini, Files.readString(ini) + """
                [post_write_hooks]
                hooks = mark, black
                mark.type = exec
                mark.executable = sh
                mark.cwd = migrations
                mark.options = -c 'echo "# in $(basename "$PWD")" >> "$0"; echo marked' REVISION_SCRIPT_FILENAME
                black.type = module
                black.module = black
                """);

        var without = shell.athanor("revision", "--rev-id", "aaaa1");
        var with = shell.athanor("revision", "--rev-id", "bbbb1", "--hooks");

        var asJson = shell.athanor("revision", "--rev-id", "cccc1", "--hooks", "--json");
        assertThat(asJson.exitCode()).isEqualTo(1);
        assertThat(asJson.json().at("/revisions/0/revision").asString()).isEqualTo("cccc1");
        assertThat(asJson.json().at("/error/message").asString()).contains("The hook 'black' did not do its work");
        assertThat(shell.athanor("doctor").out()).contains("hook: mark (exec), run with --hooks only",
                "hook: black (module), not run here");
        assertThat(without.exitCode()).isZero();
        assertThat(without.err()).contains("The project's hooks did not run (mark, black)");
        assertThat(with.exitCode()).isEqualTo(1);
        assertThat(with.err()).contains("Running post write hook 'mark' ...").contains("marked")
                .contains("The hook 'black' did not do its work: it is not of a kind that is run here");
        assertThat(Files.readString(folder.resolve("migrations/versions/bbbb1_.py"))).endsWith("# in migrations\n");
    }

    @Test
    void the_folder_of_revisions_is_made_with_the_first_of_them() throws IOException {
        Files.writeString(folder.resolve("athanor.toml"), "[athanor]\n");

        assertThat(shell.athanor("history").exitCode()).isZero();
        assertThat(shell.athanor("revision", "--rev-id", "aaaa1").out().lines()).containsExactly(
                "Creating directory %s ...  done".formatted(folder.resolve("versions")),
                "Generating %s ...  done".formatted(folder.resolve("versions/aaaa1_.sql")));
    }

    @Test
    void new_files_are_written_in_pythons_encodings() throws IOException {
        for (var encoding : List.of("latin-1", "utf_8", "utf-8-sig")) {
            var project = Files.createDirectories(folder.resolve(encoding));
            Files.writeString(project.resolve("athanor.toml"),
                    "[athanor]\noutput_encoding = \"%s\"\n".formatted(encoding));
            var made = new Shell(project).athanor("revision", "--rev-id", "aaaa1", "-m", "x");

            assertThat(made.exitCode()).as(encoding + made.err()).isZero();
            assertThat(Files.readString(project.resolve("versions/aaaa1_x.sql")).startsWith("\uFEFF"))
                    .isEqualTo(encoding.equals("utf-8-sig"));
        }
    }

    @Test
    void an_address_that_lacks_something_says_what() throws IOException {
        Files.createDirectories(folder.resolve("mig/versions"));
        Files.writeString(folder.resolve("alembic.ini"), "[alembic]\nscript_location = mig\n");
        assertThat(shell.athanor("current").err()).contains("or write sqlalchemy.url = … in");
        Files.writeString(folder.resolve("athanor.toml"), "[athanor]\nurl = \"${NOPE}\"\n");
        assertThat(shell.athanor("current").err()).contains("The environment has no variable NOPE");
    }

    @Test
    void hooks_in_toml_are_read_too() throws IOException {
        shell.athanor("init", "migrations", "-t", "generic");
        Files.delete(folder.resolve("alembic.ini"));
        Files.writeString(folder.resolve("pyproject.toml"), """
                [tool.alembic]
                script_location = "%(here)s/migrations"
                [[tool.alembic.post_write_hooks]]
                name = "missing"
                type = "console_scripts"
                entrypoint = "no-such-formatter"
                """);

        assertThat(shell.athanor("revision", "--rev-id", "aaaa1", "--hooks").err())
                .contains("there is no program 'no-such-formatter'");
    }
}
