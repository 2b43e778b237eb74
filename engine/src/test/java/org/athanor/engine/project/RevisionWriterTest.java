package org.athanor.engine.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.athanor.engine.Refusals.refusal;
import static org.athanor.engine.Refusals.refused;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.athanor.engine.database.Dialects;
import org.athanor.engine.dialect.Product;
import org.athanor.engine.plan.Occasions;
import org.athanor.engine.problem.Problem;
import org.athanor.engine.project.Initializer.Kind;
import org.athanor.engine.revision.Revision;
import org.athanor.engine.revision.RevisionId;
import org.athanor.engine.script.Direction;
import org.athanor.engine.script.Script;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RevisionWriterTest {
    private final Path folder;

    RevisionWriterTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void a_revision_follows_the_head_and_has_a_fresh_id() throws IOException {
        var sql = NewProjects.create(Kind.SQL, folder);

        var first = sql.write(NewRevision.after("Create the tea table", "head"));
        var second = sql.write(NewRevision.after("Add its price", "head"));

        assertThat(first.id().value()).matches("[0-9a-f]{12}");
        assertThat(second.downRevisions()).containsExactly(first.id());
        assertThat(first.path()).hasFileName(first + "_create_the_tea_table.sql")
                .hasContent("""
                        -- revision: %s
                        -- down_revision:
                        -- branch_labels:
                        -- depends_on:
                        -- message: Create the tea table
                        -- created: 2026-11-21T09:00:00Z

                        -- +upgrade


                        -- +downgrade
                        """.formatted(first));
        assertThat(files()).hasSize(2);
    }

    @Test
    void a_branch_has_its_label_its_dependency_and_comes_together_again() {
        var sql = NewProjects.create(Kind.SQL, folder);
        sql.write("aaaa1", "First", "base");
        sql.write("bbbb1", "Second", "head");

        var branch = sql.write(new NewRevision(Optional.of("Third"), List.of("aaaa"), true, Optional.of("billing"),
                Optional.empty(), Optional.of("cccc1"), List.of(), Optional.empty()));
        var other = sql.write(new NewRevision(Optional.empty(), List.of("base"), false, Optional.empty(),
                Optional.empty(), Optional.of("dddd1"), List.of("bbbb", "billing"), Optional.empty()));
        var merge = sql.write("eeee1", "Merge", "bbbb1", "billing@head");

        assertThat(branch.branchLabels()).containsExactly("billing");
        assertThat(other.dependsOn()).containsExactly("bbbb1", "billing");
        assertThat(other.message()).isEqualTo("empty message");
        assertThat(other.path()).hasFileName("dddd1_.sql");
        assertThat(merge.downRevisions()).containsExactly(new RevisionId("bbbb1"), new RevisionId("cccc1"));
    }

    @Test
    void what_cannot_be_is_refused_and_nothing_is_written() throws IOException {
        var sql = NewProjects.create(Kind.SQL, folder);
        sql.write("aaaa1", "First", "base");
        sql.write(new NewRevision(Optional.of("Second"), List.of("head"), false, Optional.of("billing"),
                Optional.empty(), Optional.of("bbbb1"), List.of(), Optional.empty()));
        sql.write("cccc1", "Third", "base");

        assertThat(refusal(() -> sql.write("x", "x", "head"))).startsWith("multiple-heads: There are 2 heads");
        assertThat(refusal(() -> sql.write("x", "x", "aaaa1")))
                .isEqualTo("not-a-head: Revision aaaa1 is not a head: bbbb1 follows it");
        assertThat(refusal(() -> sql.write("x", "x", "bbbb1", "billing")))
                .isEqualTo("bad-target: Two of the names mean the same revision: bbbb1, billing");
        assertThat(refusal(() -> sql.write("x", "x", "bbbb1", "base")))
                .isEqualTo("bad-target: The base can't be merged with a revision");
        assertThat(refusal(() -> sql.write("x", "x", "bbbb1-1"))).startsWith("bad-target: ");
        assertThat(refusal(() -> sql.write("aaaa1", "x", "bbbb1"))).startsWith("duplicate-id: 'aaaa1' is taken");
        assertThat(refusal(() -> sql.write("billing", "x", "bbbb1"))).startsWith("duplicate-id: 'billing' is taken");
        assertThat(refusal(() -> sql.write("x".repeat(33), "x", "bbbb1"))).startsWith("bad-id: ");
        assertThat(refusal(() -> sql.write(labelled("billing")))).startsWith("duplicate-label: 'billing' is taken");
        assertThat(refusal(() -> sql.write(labelled("a@b")))).startsWith("bad-id: ");
        assertThat(refusal(() -> sql.write(labelled("a-b")))).startsWith("bad-id: ");
        assertThat(refusal(() -> sql.write(new NewRevision(Optional.empty(), List.of("bbbb1"), false,
                Optional.empty(), Optional.of(folder), Optional.empty(), List.of(), Optional.empty()))))
                .startsWith("missing-folder: ");
        assertThat(files()).hasSize(3);
    }

    private static NewRevision labelled(String label) {
        return new NewRevision(Optional.empty(), List.of("bbbb1"), false, Optional.of(label), Optional.empty(),
                Optional.empty(), List.of(), Optional.empty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a-b", "a@b", "a:b", "a+b", "a/b", "..\\b", "", "a b", "head", "current"})
    void an_id_that_has_another_meaning_is_refused(String id) {
        var sql = NewProjects.create(Kind.SQL, folder);

        assertThat(refusal(() -> sql.write(id, "x", "head"))).isEqualTo("bad-id: '%s' can't be a revision id", id);
    }

    @Test
    void a_file_that_is_there_is_never_written_over() throws IOException {
        var generic = NewProjects.create(Kind.GENERIC, folder);
        var inTheWay = Files.writeString(folder.resolve("scripts/versions/a1_tea.py"), """
                revision = "b1"
                down_revision = None
                """);

        assertThat(refusal(() -> generic.write("a1", "tea", "b1"))).startsWith("file-exists: ");
        assertThat(inTheWay).hasContent("revision = \"b1\"\ndown_revision = None\n");
        assertThat(files()).hasSize(1);
    }

    @Test
    void a_template_from_before_labels_is_refused_and_leaves_no_file() throws IOException {
        var generic = NewProjects.create(Kind.GENERIC, folder);
        generic.write("bbbb1", "First", "head");
        Files.writeString(folder.resolve("scripts/script.py.mako"), """
                \"""${message}\"""
                revision = ${repr(up_revision)}
                down_revision = ${repr(down_revision)}
                """);

        assertThat(refusal(() -> generic.write(labelled("billing"))))
                .contains("it does not have the branch label billing");
        assertThat(files()).hasSize(1);
        assertThat(generic.write("cccc1", "Second", "head").downRevisions()).hasSize(1);
    }

    @Test
    void a_template_is_missing_or_wrong() throws IOException {
        var generic = NewProjects.create(Kind.GENERIC, folder);
        var mako = folder.resolve("scripts/script.py.mako");

        Files.writeString(mako, "\n${nothing}\n");
        assertThat(place(refused(() -> generic.write("a", "x", "head")))).endsWith("script.py.mako:2");
        Files.writeString(mako, "revision = 'other'\ndown_revision = None\n");
        assertThat(refusal(() -> generic.write("a", "x", "head"))).contains("it has no revision a");
        Files.delete(mako);
        assertThat(refusal(() -> generic.write("a", "x", "head")))
                .isEqualTo("bad-template: There is no template for new files");
        assertThat(files()).isEmpty();
    }

    private static String place(Problem problem) {
        return problem.place().orElseThrow().toString();
    }

    @Test
    void a_message_cannot_break_out_of_its_place() throws IOException {
        var generic = NewProjects.create(Kind.GENERIC, folder.resolve("python"));
        var sql = NewProjects.create(Kind.SQL, folder.resolve("sql"));
        var message = "C:\\users say \"\"\" and 'x'\n-- +upgrade";

        assertThat(generic.write("aaaa1", message, "head").message()).isEqualTo(message);
        assertThat(sql.write("aaaa1", message, "head").message())
                .isEqualTo("C:\\users say \"\"\" and 'x' -- +upgrade");
    }

    @Test
    void every_template_of_the_gallery_can_be_written_and_read() {
        var sql = NewProjects.create(Kind.SQL, folder.resolve("sql"));
        var generic = NewProjects.create(Kind.GENERIC, folder.resolve("python"));
        for (var template : sql.project().gallery().templates()) {
            assertThat(template.description()).isNotEmpty();
            var written = sql.write(from(template.name()));
            for (var product : Product.values()) {
                assertThat(script(sql, written, Direction.UPGRADE, product)).as(template.name())
                        .isInstanceOf(Script.Static.class);
            }
            generic.write(from(template.name()));
        }
        assertThat(sql.project().gallery().templates()).extracting(GalleryTemplate::name).containsExactly("empty",
                "create-table", "add-column", "index-concurrently", "add-enum-value", "seed-data", "merge");
    }

    private static Script script(NewProjects project, Revision revision, Direction direction, Product product) {
        return project.project().scripts().read(revision, direction, Occasions.on(Dialects.of(product))).script();
    }

    @Test
    void own_templates_join_the_gallery_and_win_over_ours() throws IOException {
        var generic = NewProjects.create(Kind.GENERIC, folder);
        var own = Files.createDirectories(folder.resolve("scripts/templates"));
        Files.writeString(own.resolve("audit.py"), """
                # Audit a table.
                # +imports
                from audit import watch
                # +upgrade
                watch("${message}")
                if True:
                    pass
                # +downgrade
                unwatch()
                """);
        Files.writeString(own.resolve("broken.py"), "# +upgarde\n");

        var text = Files.readString(generic.write(from("audit")).path());

        assertThat(text).contains("import sqlalchemy as sa\nfrom audit import watch\n")
                .contains("def upgrade() -> None:\n    watch(\"audit\")\n    if True:\n        pass\n\n\ndef downgrade")
                .endsWith("    unwatch()\n");
        assertThat(place(refused(() -> generic.write(from("broken"))))).endsWith("broken.py:1");
        assertThat(refused(() -> generic.write(from("adit"))).hint()).contains("audit, broken");
        assertThat(files()).hasSize(1);
    }

    private static NewRevision from(String template) {
        return new NewRevision(Optional.of(template), List.of("head"), false, Optional.empty(), Optional.empty(),
                Optional.empty(), List.of(), Optional.of(template));
    }

    @Test
    void folders_in_names_need_a_folder_that_is_looked_into() throws IOException {
        var sql = NewProjects.create(Kind.SQL, folder);
        var config = folder.resolve("athanor.toml");
        var text = Files.readString(config);

        Files.writeString(config, text + "file_template = \"%(year)d/%(rev)s\"\n");
        assertThat(refusal(() -> sql.write("a", "x", "head"))).contains("in which revisions are not looked for");
        Files.writeString(config, text + "file_template = \"../%(rev)s\"\nrecursive_version_locations = true\n");
        assertThat(refusal(() -> sql.write("a", "x", "head"))).contains("leads out of the folder");
        Files.writeString(config, text + "file_template = \"%(year)d/%(rev)s\"\nrecursive_version_locations = true\n");
        assertThat(sql.write("a", "x", "head").path()).endsWith(Path.of("versions/2026/a.sql"));
    }

    @Test
    void several_locations_are_chosen_by_the_parent_or_by_name() throws IOException {
        var sql = NewProjects.create(Kind.SQL, folder);
        var config = folder.resolve("athanor.toml");
        Files.writeString(config, Files.readString(config) + "version_locations = [\"one\", \"two\"]\n");
        Files.createDirectories(folder.resolve("one"));
        Files.createDirectories(folder.resolve("two"));

        assertThat(refusal(() -> sql.write("a", "x", "head"))).startsWith("missing-folder: ");
        sql.write(new NewRevision(Optional.empty(), List.of("base"), false, Optional.empty(),
                Optional.of(folder.resolve("two")), Optional.of("a"), List.of(), Optional.empty()));
        assertThat(sql.write("b", "x", "a").path()).hasParent(folder.resolve("two"));
    }

    @Test
    void a_new_project_is_made_in_an_empty_place_only() throws IOException {
        NewProjects.create(Kind.SQL, folder);

        assertThat(refusal(() -> NewProjects.create(Kind.SQL, folder))).startsWith("file-exists: There is a config");
        assertThat(refusal(() -> NewProjects.create(Kind.GENERIC, folder))).isEqualTo(
                "file-exists: There is a configuration already, and only one of the two would be found");
        Files.delete(folder.resolve("athanor.toml"));
        assertThat(refusal(() -> NewProjects.create(Kind.GENERIC, folder)))
                .isEqualTo("file-exists: Directory scripts already exists and is not empty");
    }

    private List<Path> files() throws IOException {
        try (var files = Files.list(folder.resolve("scripts/versions"))) {
            return files.toList();
        }
    }
}
