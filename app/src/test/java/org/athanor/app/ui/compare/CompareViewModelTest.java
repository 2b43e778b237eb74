package org.athanor.app.ui.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.athanor.app.profile.DatabasePlace;
import org.athanor.app.profile.Environment;
import org.athanor.app.profile.Profile;
import org.athanor.app.profile.Profiles;
import org.athanor.app.text.Messages;
import org.athanor.app.ui.Background;
import org.athanor.app.ui.Samples;
import org.athanor.app.workspace.SchemaChoice;
import org.athanor.app.workspace.Workspace;
import org.athanor.app.workspace.WorkspaceState;
import org.athanor.engine.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompareViewModelTest {
    private final Messages messages = Messages.load();
    @TempDir
    private Path folder = Path.of("");

    @Test
    void differences_are_told_by_sign_and_word_below_their_table() throws Exception {
        var model = model(DriftedShop.drifted(folder));

        model.compare();

        assertThat(lines(model)).containsExactly("− remove table <b>loud</b>", "customer", "  − remove column nickname",
                "  + add column note", "  + add index customer_name", "May have another name now",
                "  ? renamed? customer.nickname → customer.note");
    }

    @Test
    void equal_schemas_have_nothing_to_tell() throws Exception {
        var model = model(DriftedShop.at(folder));

        model.compare();

        assertThat(model.compared().orElseThrow().comparison().isEmpty()).isTrue();
        assertThat(lines(model)).isEmpty();
    }

    @Test
    void what_a_rule_covers_is_listed_with_its_reason() throws Exception {
        var model = model(DriftedShop.at(folder, "CREATE TABLE legacy_log (id integer)"));

        model.compare();

        assertThat(model.compared().orElseThrow().comparison().isEmpty()).isTrue();
        assertThat(lines(model)).containsExactly("Ignored", "  − ignored table legacy_log");
        assertThat(nodes(model).getFirst().children().getFirst().detail()).isEqualTo("an older program's own");
    }

    @Test
    void any_revision_file_and_saved_database_can_be_chosen() throws Exception {
        var shop = DriftedShop.at(folder);
        var other = DriftedShop.at(Files.createDirectories(folder.resolve("other")),
                "ALTER TABLE customer ADD mail text");
        var staging = new Profile("staging", Environment.STAGING, other.profile().config(), Optional.empty())
                .with(new DatabasePlace.SqliteFile(other.folder().resolve("shop.db")));
        var model = model(shop, new Profiles(List.of(staging)));
        assertThat(model.choices()).contains(new SchemaChoice.ProjectTarget(), new SchemaChoice.OfProfile(staging));

        model.toProperty().set(new SchemaChoice.AtRevision("aaaa"));
        model.compare();
        assertThat(lines(model)).containsExactly("customer", "  − remove index customer_name", "views",
                "  − remove view loyal");

        model.toProperty().set(new SchemaChoice.OfProfile(staging));
        model.compare();
        assertThat(lines(model)).containsExactly("customer", "  + add column mail");
        assertThat(model.command()).endsWith("diff --from database --to profile:staging");

        Files.writeString(folder.resolve("schema.sql"), "CREATE TABLE customer (id integer PRIMARY KEY);\n");
        model.fromProperty().set(new SchemaChoice.ProjectTarget());
        model.toProperty().set(new SchemaChoice.OfFile("schema.sql"));
        model.compare();
        assertThat(model.compared().orElseThrow().comparison().isEmpty()).isTrue();

        model.swap();
        assertThat(model.toProperty().get()).isEqualTo(new SchemaChoice.ProjectTarget());
        assertThat(model.command())
                .endsWith("diff --from %s --to target".formatted(folder.resolve("schema.sql")));
    }

    @Test
    void what_cannot_be_read_is_told_with_its_place_and_a_hint() throws Exception {
        var model = model(DriftedShop.at(folder));

        Files.writeString(folder.resolve("bad.sql"), "CREATE TABLE a (id integer);\nCREATE TABEL b (id integer);\n");
        model.toProperty().set(new SchemaChoice.OfFile("bad.sql"));
        model.compare();
        assertThat(refused(model)).singleElement().satisfies(problem -> {
            assertThat(problem.place().orElseThrow().line()).isEqualTo(2);
            assertThat(problem.hint()).contains("scratch database");
        });

        model.toProperty().set(new SchemaChoice.AtRevision("ffff"));
        model.compare();
        assertThat(refused(model)).singleElement().satisfies(p -> assertThat(p.message()).contains("ffff"));

        model.toProperty().set(new SchemaChoice.AtRevision(" "));
        model.compare();
        assertThat(refused(model)).as("nothing was asked").hasSize(1);
    }

    @Test
    void the_drift_of_a_database_is_found_when_it_has_answered_and_leads_to_the_comparison() throws Exception {
        var shop = DriftedShop.drifted(folder);
        var model = model(shop);
        try (var workspace = workspace(shop)) {
            var drift = new DriftViewModel(workspace, Background.immediate(), model, messages);
            var ready = ready(workspace);

            drift.show(ready);
            assertThat(drift.stateProperty().get()).isInstanceOf(DriftState.Silent.class);
            drift.show(ready.with(workspace.ask(ready.project())));
            assertThat(drift.stateProperty().get()).isInstanceOfSatisfying(DriftState.Found.class,
                    found -> assertThat(found.differences()).isEqualTo(4));
            assertThat(drift.lead()).isTrue();
            assertThat(model.compared()).isPresent();

            shop.send("UPDATE alembic_version SET version_num = '5eed5eed5eed'");
            drift.show(ready.with(workspace.ask(ready.project())));
            assertThat(drift.stateProperty().get()).isInstanceOf(DriftState.Silent.class);
        }
    }

    @Test
    void a_page_is_written_and_told() throws Exception {
        var model = model(DriftedShop.drifted(folder));
        model.compare();

        model.export(folder.resolve("page.html"), problems -> assertThat(problems).isEmpty());

        assertThat(folder.resolve("page.html")).content().contains("&lt;b&gt;loud&lt;/b&gt;").doesNotContain("<b>loud");
        assertThat(model.toldProperty().get()).isEqualTo("The comparison is written to page.html.");
    }

    private CompareViewModel model(DriftedShop shop) {
        return model(shop, new Profiles(List.of()));
    }

    private CompareViewModel model(DriftedShop shop, Profiles saved) {
        var workspace = workspace(shop);
        var project = ready(workspace).project();
        return new CompareViewModel(workspace, Background.immediate(), messages, () -> Optional.of(project),
                () -> saved);
    }

    private static Workspace workspace(DriftedShop shop) {
        return new Workspace(shop.profile(), Samples.NO_JOURNAL);
    }

    private static WorkspaceState.Ready ready(Workspace workspace) {
        return (WorkspaceState.Ready) workspace.read();
    }

    private static List<Problem> refused(CompareViewModel model) {
        return ((CompareState.Refused) model.stateProperty().get()).problems();
    }

    private List<DifferenceNode> nodes(CompareViewModel model) {
        return DifferenceNode.of(model.compared().orElseThrow().comparison(), messages);
    }

    private List<String> lines(CompareViewModel model) {
        return nodes(model).stream().flatMap(node -> lines(node, "").stream()).toList();
    }

    private static List<String> lines(DifferenceNode node, String indent) {
        var lines = new java.util.ArrayList<String>();
        lines.add(indent + "%s %s %s".formatted(node.sign(), node.word(), node.title()).strip());
        node.children().forEach(child -> lines.addAll(lines(child, indent + "  ")));
        return lines;
    }
}
