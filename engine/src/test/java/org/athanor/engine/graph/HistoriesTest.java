package org.athanor.engine.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.athanor.engine.graph.Histories.history;
import static org.athanor.engine.graph.Histories.names;
import static org.athanor.engine.graph.Histories.pickOne;
import static org.athanor.engine.graph.Histories.revisions;

import org.junit.jupiter.api.Test;

class HistoriesTest {
    @Test
    void a_picture_becomes_revisions_in_the_order_it_names_them() {
        assertThat(names(revisions("a -> b, a -> c, b+c -> d -> e"))).isEqualTo("a b c d e");
    }

    @Test
    void a_merge_lists_its_parents_in_the_picture_s_order() {
        var graph = history("a -> b, a -> c, c+b -> d");

        assertThat(names(pickOne(graph, "d").downRevisions())).isEqualTo("c b");
    }

    @Test
    void labels_and_dependencies_belong_to_the_revision_they_stand_at() {
        var graph = history("a -> b[billing money], x -> y[tax](needs billing+a)");

        assertThat(pickOne(graph, "b").branchLabels()).containsExactly("billing", "money");
        assertThat(pickOne(graph, "y").branchLabels()).containsExactly("tax");
        assertThat(pickOne(graph, "y").dependsOn()).containsExactly("billing", "a");
    }

    @Test
    void a_revision_that_is_not_there_is_named_and_not_loaded() {
        var revisions = revisions("gone? -> b");

        assertThat(names(revisions)).isEqualTo("b");
        assertThat(names(revisions.getFirst().downRevisions())).isEqualTo("gone");
    }
}
