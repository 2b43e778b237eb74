package org.athanor.engine.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.athanor.engine.graph.Histories.history;
import static org.athanor.engine.graph.Histories.names;
import static org.athanor.engine.graph.Histories.pick;
import static org.athanor.engine.graph.Histories.pickOne;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a -> b -> c                        | c
            a -> b -> c -> d                   | d
            a -> b -> c1, b -> c2              | c1 c2
            a -> b -> c1, b -> c2, c1 -> d1    | c2 d1
            a1 -> a2, b1 -> b2(needs a1) -> b3 | a2 b3
            """)
    void heads_are_told_in_the_order_of_their_files(String picture, String heads) {
        assertThat(names(history(picture).heads())).isEqualTo(heads);
    }

    @Test
    void a_revision_in_the_middle_of_a_line_that_others_need_makes_no_other_heads() {
        assertThat(names(history("base1[b_1] -> a1a, base1 -> a1b, a1a -> b1a, a1b -> b1b(needs a3),"
                + " base2[b_2] -> a2 -> b2 -> c2(needs a3) -> d2, base3[b_3] -> a3 -> b3").heads()))
                .isEqualTo("b1a b1b d2 b3");
        assertThat(names(history("base1[b_1] -> a1 -> b1 -> c1, base2[b_2](needs b_1) -> a2 -> b2 -> c2 -> d2,"
                + " base3[b_3] -> a3 -> b3 -> c3(needs b2) -> d3").heads())).isEqualTo("c1 d2 d3");
    }

    @Test
    void a_merge_has_the_ancestors_of_all_its_parents() {
        var graph = history("a1 -> a2 -> a3 -> b1, a3 -> b2, b1 -> cb1, b2 -> cb2, cb1 -> db1, cb2 -> db2,"
                + " db1 -> e1b1 -> fe1b1, db1 -> e2b1, db2 -> e2b2, e2b1+e2b2 -> merge");

        assertThat(graph.ancestors(pickOne(graph, "merge"), Follow.PARENTS)).extracting(Object::toString)
                .containsExactlyInAnyOrder("a1", "e2b2", "e2b1", "cb2", "merge", "a3", "a2", "b1", "b2", "db1",
                        "db2", "cb1");
    }

    @Test
    void bases_are_those_that_follow_nothing() {
        assertThat(names(history("a -> b, x -> y, b+y -> z").bases())).isEqualTo("a x");
        assertThat(names(history("a -> b -> c, d -> e -> f").bases())).isEqualTo("a d");
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
