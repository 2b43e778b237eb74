package org.athanor.engine.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.athanor.engine.project.Initializer.Kind;
import org.athanor.engine.revision.Revision;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What we write is what Alembic writes, and Alembic works with it.
class AlembicAcceptsTest {
    private final Path folder;

    AlembicAcceptsTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @BeforeAll
    static void needsAlembic() throws Exception {
        boolean found = false;
        try {
            found = new ProcessBuilder("alembic", "--version").start().waitFor() == 0;
        } catch (IOException e) {
            System.err
                    .println("SKIPPED: AlembicAcceptsTest needs the program `alembic` on the path. " + e.getMessage());
        }
        assumeTrue(found, "alembic is not installed");
    }

    @Test
    void the_files_are_the_same_byte_by_byte() throws Exception {
        alembic("init", "scripts");
        for (var template : List.of("", "<%!\nimport re\n%>", """
                ## comment
                % if branch_labels:
                # ${branch_labels | comma,n}
                % endif
                % for x in [up_revision]:
                # ${x} ${', '.join([x, 'b'])} ${"%s!" % x}
                % endfor
                """)) {
            var mako = folder.resolve("scripts/script.py.mako");
            Files.writeString(mako, Files.readString(mako) + template);
            assertSame("aaaa1", "Create the \"tea\" table, it's ä 茶", List.of("base"), List.of());
            assertSame("bbbb1", "A message that is very much longer than a slug may be", List.of("aaaa1"), List.of());
            assertSame("cccc1", "x", List.of("base"), List.of("aaaa", "bbbb1"));
            assertSame("dddd1", "x-y", List.of("base"), List.of("cccc"));
            assertSame("eeee1", "", List.of("bbbb1", "cccc1"), List.of());
            for (var file : versions()) {
                Files.delete(file);
            }
        }
    }

    /// Lets Alembic write a revision, then us, and compares; what we wrote stays.
    private void assertSame(String id, String message, List<String> parents, List<String> dependsOn) throws Exception {
        var command = new ArrayList<>(
                List.of("alembic", parents.size() > 1 ? "merge" : "revision", "--rev-id", id, "-m",
                        message, "--branch-label", "label_" + id));
        if (parents.size() > 1) {
            command.addAll(parents);
        } else {
            command.addAll(List.of("--head", parents.getFirst()));
        }
        dependsOn.forEach(name -> command.addAll(List.of("--depends-on", name)));
        run(command);
        var theirs = versions().stream().filter(f -> f.getFileName().toString().startsWith(id)).findFirst()
                .orElseThrow();
        var expected = Files.readString(theirs);
        Files.delete(theirs);

        var ours = NewProjects.at(folder.resolve("alembic.ini"))
                .write(new NewRevision(Optional.of(message), parents, false, Optional.of("label_" + id),
                        Optional.empty(), Optional.of(id), dependsOn, Optional.empty()));

        assertThat(ours.path()).isEqualTo(theirs);
        assertThat(undated(Files.readString(ours.path()))).isEqualTo(undated(expected));
    }

    private List<Path> versions() throws IOException {
        try (var files = Files.list(folder.resolve("scripts/versions"))) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private static String undated(String text) {
        return text.replaceFirst("Create Date: \\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d(\\.\\d{6})?\n",
                "Create Date: now\n");
    }

    @Test
    void alembic_works_in_a_project_of_ours() throws Exception {
        var project = NewProjects.create(Kind.GENERIC, folder);
        var ini = folder.resolve("alembic.ini");
        Files.writeString(ini,
                Files.readString(ini).replace("driver://user:pass@localhost/dbname", "sqlite:///tea.db"));

        var first = project.write("aaaa1", "Create the tea table", "head");
        alembic("revision", "-m", "theirs", "--rev-id", "bbbb1");
        var branch = project.write(new NewRevision(Optional.of("ours"), List.of("aaaa1"), true, Optional.of("billing"),
                Optional.empty(), Optional.of("cccc1"), List.of(), Optional.of("create-table")));
        var merge = project.write("dddd1", "Merge", "heads");

        assertThat(List.of(first, branch, merge)).extracting(Revision::toString).containsExactly("aaaa1", "cccc1",
                "dddd1");
        alembic("upgrade", "head");
        assertThat(alembic("current")).contains("dddd1 (head)");
        assertThat(alembic("history")).contains("bbbb1, cccc1 -> dddd1 (billing) (head) (mergepoint), Merge")
                .contains("aaaa1 -> cccc1 (billing), ours").contains("<base> -> aaaa1 (branchpoint), Create the tea");
        alembic("downgrade", "base");
        assertThat(alembic("upgrade", "head", "--sql")).contains("CREATE TABLE table_name");
    }

    @Test
    void every_template_of_the_gallery_is_python_that_alembic_loads() throws Exception {
        var project = NewProjects.create(Kind.GENERIC, folder);
        var ini = folder.resolve("alembic.ini");
        Files.writeString(ini,
                Files.readString(ini).replace("driver://user:pass@localhost/dbname", "postgresql://u@h/d"));
        for (var template : project.project().gallery().templates()) {
            project.write(new NewRevision(Optional.of(template.name()), List.of("head"), false, Optional.empty(),
                    Optional.empty(), Optional.empty(), List.of(), Optional.of(template.name())));
        }

        assertThat(alembic("history").lines().filter(line -> line.contains(" -> "))).hasSize(7);
    }

    private String alembic(String... arguments) throws Exception {
        var command = new ArrayList<>(List.of("alembic"));
        command.addAll(List.of(arguments));
        return run(command);
    }

    private String run(List<String> command) throws Exception {
        var process = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }
}
