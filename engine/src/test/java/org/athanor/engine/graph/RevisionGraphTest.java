package org.athanor.engine.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.athanor.engine.graph.Histories.history;
import static org.athanor.engine.graph.Histories.names;
import static org.athanor.engine.graph.Histories.pick;
import static org.athanor.engine.graph.Histories.pickOne;

import java.util.List;

import org.junit.jupiter.api.Test;

class RevisionGraphTest {
    private static final RevisionGraph DIAMOND = history("a -> b -> c1, b -> c2, c1+c2 -> d");

    @Test
    void an_empty_folder_is_an_empty_graph() {
        var graph = RevisionGraph.of(List.of());

        assertThat(graph.isEmpty()).isTrue();
        assertThat(graph.heads()).isEmpty();
        assertThat(graph.bases()).isEmpty();
        assertThat(graph.newestFirst()).isEmpty();
        assertThat(graph.problems()).isEmpty();
    }

    @Test
    void heads_are_those_that_nothing_follows() {
        assertThat(names(history("a -> b -> c1, b -> c2").heads())).isEqualTo("c1 c2");
        assertThat(names(DIAMOND.heads())).isEqualTo("d");
    }

    @Test
    void bases_are_those_that_follow_nothing() {
        assertThat(names(history("a -> b, x -> y, b+y -> z").bases())).isEqualTo("a x");
    }

    @Test
    void a_head_that_somebody_depends_on_is_not_a_real_head() {
        var graph = history("a -> b, x -> y(needs b)");

        assertThat(names(graph.heads())).isEqualTo("b y");
        assertThat(names(graph.realHeads())).isEqualTo("y");
        assertThat(graph.isHead(pickOne(graph, "b"))).isTrue();
        assertThat(graph.isRealHead(pickOne(graph, "b"))).isFalse();
    }

    @Test
    void branch_points_have_two_children_and_dependents_do_not_count() {
        var graph = history("a -> b, a -> c, x -> y(needs b)");

        assertThat(names(graph.revisions().stream().filter(graph::isBranchPoint).toList())).isEqualTo("a");
        assertThat(names(graph.directlyAfter(pickOne(graph, "b")))).isEqualTo("y");
    }

    @Test
    void a_merge_knows_its_parents_and_they_know_it() {
        assertThat(names(DIAMOND.parents(pickOne(DIAMOND, "d")))).isEqualTo("c1 c2");
        assertThat(names(DIAMOND.children(pickOne(DIAMOND, "c2")))).isEqualTo("d");
        assertThat(pickOne(DIAMOND, "d").isMerge()).isTrue();
    }

    @Test
    void ancestors_and_descendants_include_the_revision_itself() {
        assertThat(names(DIAMOND.ancestors(pickOne(DIAMOND, "c1"), Follow.PARENTS))).isEqualTo("a b c1");
        assertThat(names(DIAMOND.descendants(pickOne(DIAMOND, "c1"), Follow.PARENTS))).isEqualTo("c1 d");
    }

    @Test
    void dependencies_count_only_when_asked_for() {
        var graph = history("a -> b, x -> y(needs b) -> z");

        assertThat(names(graph.ancestors(pickOne(graph, "z"), Follow.PARENTS))).isEqualTo("x y z");
        assertThat(names(graph.ancestors(pickOne(graph, "z"), Follow.PARENTS_AND_DEPENDENCIES)))
                .isEqualTo("a b x y z");
        assertThat(names(graph.descendants(pickOne(graph, "a"), Follow.PARENTS_AND_DEPENDENCIES)))
                .isEqualTo("a b y z");
        assertThat(graph.sharesLineage(pickOne(graph, "a"), pickOne(graph, "z"), Follow.PARENTS)).isFalse();
        assertThat(graph.sharesLineage(pickOne(graph, "a"), pickOne(graph, "z"), Follow.PARENTS_AND_DEPENDENCIES))
                .isTrue();
    }

    @Test
    void a_dependency_that_an_ancestor_asks_for_already_is_not_directly_before() {
        var graph = history("a1 -> a2 -> a3, b1 -> b2(needs a3) -> b3 -> b4(needs a3)");

        assertThat(names(graph.directlyBefore(pickOne(graph, "b2")))).isEqualTo("b1 a3");
        assertThat(names(graph.directlyBefore(pickOne(graph, "b4")))).isEqualTo("b3");
        assertThat(names(graph.dependencies(pickOne(graph, "b4")))).isEqualTo("a3");
    }

    @Test
    void dependencies_of_dependencies_do_not_make_a_dependency_superfluous() {
        var graph = history("a1, a2(needs a1), a3(needs a2), b1(needs a1) -> b2(needs a2) -> b3(needs a3)"
                + " -> b4 -> b5(needs a3+a2)");

        assertThat(names(graph.directlyBefore(pickOne(graph, "b2")))).isEqualTo("b1 a2");
        assertThat(names(graph.directlyBefore(pickOne(graph, "b3")))).isEqualTo("b2 a3");
        assertThat(names(graph.directlyBefore(pickOne(graph, "b4")))).isEqualTo("b3");
        assertThat(names(graph.directlyBefore(pickOne(graph, "b5")))).isEqualTo("b4");
    }

    @Test
    void a_parent_that_is_also_a_dependency_stands_once_below() {
        var graph = history("a1 -> a2(needs a1)");

        assertThat(names(graph.directlyBefore(pickOne(graph, "a2")))).isEqualTo("a1");
        assertThat(graph.problems()).isEmpty();
    }

    @Test
    void a_dependency_may_be_a_label_or_the_beginning_of_an_id() {
        var graph = history("a -> b[billing], 1975ea83b712, x(needs billing) -> y(needs 1975)");

        assertThat(names(graph.dependencies(pickOne(graph, "x")))).isEqualTo("b");
        assertThat(names(graph.dependencies(pickOne(graph, "y")))).isEqualTo("1975ea83b712");
    }

    @Test
    void links_say_which_edge_is_a_dependency() {
        var graph = history("a -> b, x(needs b)");

        assertThat(graph.links().edgeSet()).containsExactlyInAnyOrder(
                new Link(pickOne(graph, "a").id(), pickOne(graph, "b").id(), Link.Kind.PARENT),
                new Link(pickOne(graph, "b").id(), pickOne(graph, "x").id(), Link.Kind.DEPENDENCY));
    }

    @Test
    void sets_add_subtract_and_intersect() {
        var ab = DIAMOND.set(pick(DIAMOND, "a b"));
        var bd = DIAMOND.set(pick(DIAMOND, "b d"));

        assertThat(names(ab.plus(bd))).isEqualTo("a b d");
        assertThat(names(ab.minus(bd))).isEqualTo("a");
        assertThat(names(ab.and(bd))).isEqualTo("b");
        assertThat(ab.intersects(bd)).isTrue();
        assertThat(ab.size()).isEqualTo(2);
        assertThat(names(ab)).isEqualTo("a b");
    }

    @Test
    void a_revision_of_another_graph_is_a_mistake() {
        var stranger = pickOne(history("stranger"), "stranger");

        assertThatIllegalArgumentException().isThrownBy(() -> DIAMOND.parents(stranger))
                .withMessage("stranger is not a revision of this graph");
    }
}
