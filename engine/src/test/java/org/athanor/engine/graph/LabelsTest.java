package org.athanor.engine.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.athanor.engine.graph.Histories.history;
import static org.athanor.engine.graph.Histories.names;
import static org.athanor.engine.graph.Histories.pickOne;

import org.junit.jupiter.api.Test;

class LabelsTest {
    @Test
    void in_a_plain_line_a_label_reaches_all() {
        assertThat(labelled("a -> b[billing] -> c -> d", "billing")).isEqualTo("a b c d");
    }

    @Test
    void a_label_on_a_branch_point_does_not_go_down() {
        assertThat(labelled("a -> b[billing] -> c, b -> d", "billing")).isEqualTo("b c d");
    }

    @Test
    void a_label_whose_line_is_merged_later_does_not_go_down() {
        assertThat(labelled("a -> b[billing] -> c, x -> y, c+y -> m -> n", "billing")).isEqualTo("b c m n");
    }

    @Test
    void a_label_goes_down_to_the_branch_point_and_not_onto_it() {
        assertThat(labelled("a -> b, a -> c -> d[billing] -> e", "billing")).isEqualTo("c d e");
    }

    @Test
    void a_label_stops_above_a_merge() {
        assertThat(labelled("a, b, a+b -> m -> n -> o[billing]", "billing")).isEqualTo("n o");
    }

    @Test
    void a_label_stops_above_a_revision_that_another_line_depends_on() {
        assertThat(labelled("a -> b -> c -> d[billing], x -> y(needs b)", "billing")).isEqualTo("c d");
    }

    @Test
    void a_label_does_not_follow_dependencies() {
        assertThat(labelled("a -> b[billing], x -> y(needs b)", "billing")).isEqualTo("a b");
    }

    @Test
    void a_label_is_looked_up_by_the_revision_that_declares_it() {
        var graph = history("a -> b[billing] -> c");

        assertThat(graph.labelled("billing")).contains(pickOne(graph, "b"));
        assertThat(graph.labelled("tax")).isEmpty();
        assertThat(graph.declaredLabels()).containsExactly("billing");
    }

    @Test
    void several_labels_are_told_in_alphabetical_order() {
        var graph = history("a -> b[tax billing] -> c[archive]");

        assertThat(graph.labels(pickOne(graph, "b"))).containsExactly("archive", "billing", "tax");
    }

    private static String labelled(String picture, String label) {
        var graph = history(picture);
        return names(graph.revisions().stream().filter(r -> graph.labels(r).contains(label)).toList());
    }
}
