package org.athanor.app.ui.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.athanor.app.profile.Environment;
import org.athanor.app.text.Messages;
import org.athanor.app.ui.Background;
import org.athanor.app.workspace.Survey;
import org.athanor.engine.graph.GeneratedHistory;
import org.athanor.engine.graph.GeneratedHistory.Shape;
import org.athanor.engine.graph.Histories;
import org.athanor.engine.graph.RevisionGraph;
import org.athanor.engine.revision.RevisionId;
import org.junit.jupiter.api.Test;

/// The graph without a window: no toolkit runs here.
class GraphViewModelTest {
    private static final String SHOP = "a -> b -> c -> d -> e -> f, c -> x[billing] -> y, f+y -> m";

    private final GraphViewModel model = new GraphViewModel(GeneratedProject.profile(), Messages.load(),
            Background.immediate());

    @Test
    void databases_stand_where_their_rows_say() {
        show(SHOP, "c");
        model.showPins(List.of(GeneratedProject.pin("staging", Environment.STAGING, "f", "y"),
                GeneratedProject.pin("prod", Environment.PRODUCTION, "c"),
                new Pin("qa", Environment.STAGING, new Pin.Unreachable("refused"), false),
                GeneratedProject.pin("new", Environment.DEV)));

        assertThat(pins("c")).containsExactly("shop", "prod");
        assertThat(pins("f")).containsExactly("staging");
        assertThat(pins("y")).containsExactly("staging");
        assertThat(model.elsewhereProperty().get()).extracting(pin -> model.words().elsewhere(pin))
                .containsExactly("qa (staging): refused", "new (dev) is empty");
    }

    @Test
    void a_revision_that_only_a_database_has_is_a_ghost_above_all_others() {
        show(SHOP, "zzz");

        model.selectFirst();

        assertThat(model.selectedEntryProperty().get()).get().isInstanceOf(Entry.Ghost.class);
        assertThat(model.selectionProperty().get()).isEmpty();
        assertThat(model.spokenProperty().get())
                .isEqualTo("Revision zzz is not in this folder. shop stands there. Row 1 of 10.");
    }

    @Test
    void a_merge_is_told_with_its_parents_and_what_stands_on_it() {
        show(SHOP, "c");
        model.showPins(List.of(GeneratedProject.pin("prod", Environment.PRODUCTION, "m")));

        model.select(new RevisionId("m"));

        assertThat(model.spokenProperty().get()).isEqualTo("Revision m, Do m. Merges f and y. Pending. Head. "
                + "prod (production) stands here. Row 1 of 9.");
    }

    @Test
    void how_far_a_revision_is_behind_is_told() {
        show(SHOP, "c");

        model.select(new RevisionId("e"));

        assertThat(model.spokenProperty().get()).contains("Pending. 2 behind head.");
    }

    @Test
    void arrows_follow_the_lines_and_shift_takes_the_other_one() {
        show(SHOP, "c");
        model.select(new RevisionId("m"));

        model.toParent(false);
        assertThat(selected()).isEqualTo("y");
        model.toParent(true);
        model.toParent(true);
        assertThat(selected()).isEqualTo("c");
        model.toChild(true);
        assertThat(selected()).isEqualTo("d");
    }

    @Test
    void a_linear_run_is_put_away_and_comes_back() {
        show("a -> b -> c -> d -> e -> f", "a");
        model.select(new RevisionId("f"));

        model.foldAll();

        assertThat(model.contentsProperty().get().orElseThrow().size()).isEqualTo(3);
        assertThat(model.contentsProperty().get().orElseThrow().entry(1)).isInstanceOfSatisfying(Entry.Folded.class,
                run -> assertThat(run.rows()).hasSize(4));
        assertThat(selected()).isEqualTo("f");
        model.select(new RevisionId("c"));
        assertThat(selected()).isEqualTo("c");
        assertThat(model.contentsProperty().get().orElseThrow().size()).isEqualTo(6);
    }

    @Test
    void a_database_keeps_its_revision_from_being_put_away() {
        show("a -> b -> c -> d -> e -> f", "a");
        model.foldAll();

        model.showPins(List.of(GeneratedProject.pin("prod", Environment.PRODUCTION, "c")));

        assertThat(model.contentsProperty().get().orElseThrow().size()).isEqualTo(5);
        assertThat(pins("c")).containsExactly("prod");
    }

    @Test
    void a_run_ends_where_lines_branch() {
        show(SHOP, "a");

        assertThat(model.isFoldable(new RevisionId("e"))).isTrue();
        assertThat(model.isFoldable(new RevisionId("c"))).isFalse();
        assertThat(model.isFoldable(new RevisionId("m"))).isFalse();
        model.fold(new RevisionId("e"));
        assertThat(model.contentsProperty().get().orElseThrow().size()).isEqualTo(7);
    }

    @Test
    void search_finds_ids_messages_labels_and_tables() {
        show(SHOP, "a");
        model.showSurvey(new Survey(Map.of(new RevisionId("d"),
                new Survey.Finding(false, false, false, Set.of("customer")))));

        assertThat(hits("BILLING")).isEqualTo(1);
        assertThat(selected()).isEqualTo("x");
        assertThat(hits("customer")).isEqualTo(1);
        assertThat(selected()).isEqualTo("d");
        assertThat(hits("nowhere to be found")).isZero();
    }

    @Test
    void ten_thousand_revisions_are_searched_and_hits_are_walked_in_a_ring() {
        show(GeneratedHistory.graph(Shape.BRANCHES, 10_000));

        assertThat(hits("number 77")).isEqualTo(111);
        assertThat(model.search().positionProperty().get()).isEqualTo(1);
        var first = selected();
        model.search().next();
        assertThat(model.search().positionProperty().get()).isEqualTo(2);
        model.search().previous();
        model.search().previous();
        assertThat(model.search().positionProperty().get()).isEqualTo(111);
        model.search().next();
        assertThat(selected()).isEqualTo(first);
    }

    @Test
    void a_hit_that_is_put_away_comes_back() {
        show("a -> b -> c -> d -> e -> f", "a");
        model.foldAll();

        hits("do d");

        assertThat(selected()).isEqualTo("d");
    }

    @Test
    void one_label_can_be_shown_alone() {
        show("a -> b -> c, a -> x[billing] -> y", "a");

        model.filter(Optional.of("billing"));

        assertThat(model.rowsProperty().get()).extracting(row -> row.revision().id().value()).contains("x", "y")
                .doesNotContain("b", "c");
        model.filter(Optional.empty());
        assertThat(model.rowsProperty().get()).hasSize(5);
    }

    @Test
    void a_refresh_keeps_selection_and_what_is_put_away() {
        show("a -> b -> c -> d -> e -> f", "a");
        model.foldAll();
        model.selectLast();

        show("a -> b -> c -> d -> e -> f -> g", "a");

        assertThat(selected()).isEqualTo("a");
        assertThat(model.contentsProperty().get().orElseThrow().size()).isEqualTo(4);
    }

    @Test
    void jumps_go_round_the_heads_and_to_where_the_database_stands() {
        show("a -> b -> c, a -> x -> y", "b");

        model.jumpToHead();
        var one = selected();
        model.jumpToHead();
        assertThat(Set.of(one, selected())).containsExactlyInAnyOrder("c", "y");
        model.jumpToCurrent();
        assertThat(selected()).isEqualTo("b");
        model.jumpToBase();
        assertThat(selected()).isEqualTo("a");
    }

    @Test
    void what_the_scripts_say_is_marked() {
        show("a -> b", "a");
        model.showSurvey(new Survey(Map.of(new RevisionId("b"), new Survey.Finding(true, false, true, Set.of()))));

        model.select(new RevisionId("b"));

        assertThat(model.selectionProperty().get().orElseThrow().badges()).containsExactlyInAnyOrder(Badge.LIVE,
                Badge.IRREVERSIBLE);
        assertThat(model.spokenProperty().get()).contains("Live: ").contains("Irreversible: ");
    }

    private void show(String picture, String... rows) {
        model.show(GeneratedProject.ready(Histories.history(picture), rows));
    }

    private void show(RevisionGraph graph) {
        model.show(GeneratedProject.ready(graph));
    }

    private int hits(String text) {
        model.search().search(text);
        return model.search().countProperty().get();
    }

    private String selected() {
        return model.selectedEntryProperty().get().map(entry -> entry.id().value()).orElse("nothing");
    }

    private List<String> pins(String id) {
        return model.rowsProperty().get().stream().filter(row -> row.revision().id().value().equals(id))
                .flatMap(row -> row.pins().stream()).map(Pin::name).toList();
    }
}
