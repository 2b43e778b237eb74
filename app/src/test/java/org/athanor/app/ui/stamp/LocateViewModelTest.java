package org.athanor.app.ui.stamp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.athanor.app.text.Messages;
import org.athanor.app.ui.Background;
import org.athanor.app.ui.Samples;
import org.athanor.app.ui.compare.DifferenceNode;
import org.athanor.app.ui.compare.DriftedShop;
import org.athanor.app.ui.compare.FindingNodes;
import org.athanor.app.workspace.Workspace;
import org.athanor.app.workspace.WorkspaceState;
import org.athanor.engine.problem.ProblemKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocateViewModelTest {
    private final Messages messages = Messages.load();
    private final LocateWords words = new LocateWords(messages, "shop");
    @TempDir
    private Path folder = Path.of("");

    @Test
    void a_database_without_its_version_table_is_found() throws Exception {
        var model = model(DriftedShop.at(folder, "DROP TABLE alembic_version", "DROP VIEW loyal"));

        model.locate();

        var found = found(model);
        assertThat(words.summary(found.location())).isEqualTo("shop is at bbbbbbbbbbbb, by its schema.");
        assertThat(found.candidates().getFirst()).satisfies(candidate -> {
            assertThat(candidate.isExact()).isTrue();
            assertThat(candidate.targets()).isEqualTo("bbbbbbbbbbbb");
            assertThat(candidate.others()).isFalse();
            assertThat(words.detail(candidate)).isEqualTo("the same schema");
        });
    }

    @Test
    void rows_that_say_otherwise_have_to_go_first() throws Exception {
        var model = model(DriftedShop.at(folder, "DROP VIEW loyal"));

        model.locate();

        assertThat(found(model).candidates()).filteredOn(Candidate::isExact).singleElement()
                .satisfies(candidate -> assertThat(candidate.others()).isTrue());
        assertThat(found(model).candidates()).filteredOn(Candidate::recorded).singleElement()
                .satisfies(candidate -> assertThat(words.detail(candidate))
                        .isEqualTo("1 difference; its version table says so"));
    }

    @Test
    void what_the_schema_does_not_tell_apart_is_a_tie() throws Exception {
        var shop = DriftedShop.at(folder, "DROP TABLE alembic_version");
        rowsOnly(shop.folder());
        var model = model(shop);

        model.locate();

        assertThat(words.summary(found(model).location())).startsWith("shop is at one of 2 places");
        assertThat(found(model).candidates()).filteredOn(Candidate::isExact).extracting(Candidate::targets)
                .containsExactly("cccccccccccc", "dddddddddddd");
    }

    @Test
    void the_nearest_come_with_what_speaks_against_them() throws Exception {
        var model = model(DriftedShop.at(folder, "DROP TABLE alembic_version", "DROP INDEX customer_name",
                "ALTER TABLE customer ADD nickname text", "CREATE TABLE visitor (id integer)"));

        model.locate();

        var found = found(model);
        assertThat(words.summary(found.location()))
                .isEqualTo("No revision makes the very schema of shop. The nearest:");
        var nearest = found.candidates().stream().filter(c -> c.targets().equals("cccccccccccc")).findFirst()
                .orElseThrow();
        assertThat(lines(nearest)).containsExactly("customer", "  − extra column nickname",
                "  + missing index customer_name", "No revision makes these; they don't matter here",
                "  stranger table visitor");
        assertThat(model.command()).endsWith(" locate");
    }

    @Test
    void a_broken_folder_is_refused_with_its_problem() throws Exception {
        var shop = DriftedShop.at(folder);
        Files.delete(folder.resolve("versions/bbbbbbbbbbbb.sql"));
        var model = model(shop);

        model.locate();

        assertThat(model.stateProperty().get()).isInstanceOfSatisfying(LocateState.Refused.class,
                refused -> assertThat(refused.problems().getFirst().kind()).isEqualTo(ProblemKind.MISSING_PARENT));
        model.forget();
        assertThat(model.stateProperty().get()).isInstanceOf(LocateState.Unasked.class);
    }

    static void rowsOnly(Path project) throws Exception {
        Files.writeString(project.resolve("versions/dddddddddddd.sql"), """
                -- revision: dddddddddddd
                -- down_revision: cccccccccccc
                -- message: Rows only

                -- +upgrade
                INSERT INTO customer (name) VALUES ('Ada');

                -- +downgrade
                DELETE FROM customer WHERE name = 'Ada';
                """);
    }

    private static LocateViewModel model(DriftedShop shop) {
        var workspace = new Workspace(shop.profile(), Samples.NO_JOURNAL);
        var project = ((WorkspaceState.Ready) workspace.read()).project();
        return new LocateViewModel(workspace, Background.immediate(), () -> Optional.of(project));
    }

    private static LocateState.Found found(LocateViewModel model) {
        return (LocateState.Found) model.stateProperty().get();
    }

    private List<String> lines(Candidate candidate) {
        return FindingNodes.of(candidate.finding().orElseThrow(), messages).stream()
                .flatMap(node -> lines(node, "").stream()).toList();
    }

    private static List<String> lines(DifferenceNode node, String indent) {
        var lines = new java.util.ArrayList<String>();
        lines.add(indent + "%s %s %s".formatted(node.sign(), node.word(), node.title()).strip());
        node.children().forEach(child -> lines.addAll(lines(child, indent + "  ")));
        return lines;
    }
}
