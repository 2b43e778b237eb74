package org.athanor.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.athanor.engine.Refusals.refusal;
import static org.athanor.engine.Refusals.refused;
import static org.athanor.engine.graph.Histories.history;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BranchJourneyTest {
    private final Journeys branches = new Journeys(
            history("a -> b -> c1[c1branch] -> d1, b -> c2[c2branch] -> d2"));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            b     | d1              | c1 d1 => d1
            a     | heads           | b c2 d2 c1 d1 => d1 d2
            b     | c2branch@head-1 | c2 => c2
            c1    | c2branch@+1     | c2 => c1 c2
            c1 c2 | c2branch@+1     | d2 => c1 d2
            a     | c1branch@head   | b c1 d1 => d1
            d1    | c2branch@head   | c2 d2 => d1 d2
            ''    | c2branch@+2     | a b => b
            ''    | base+1          | a => a
            ''    | +1              | a => a
            """)
    void an_upgrade_goes_up_the_branch_it_names(String rows, String target, String journey) {
        assertThat(branches.upgrade(rows, target)).isEqualTo(journey);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            d1 d2 | a               | d1 c1 d2 c2 b => a
            d2 d1 | base+2          | d1 c1 d2 c2 => b
            d2 d1 | c2branch@base+2 | d2 c2 => d1
            d2 d1 | c2              | d2 => c2 d1
            d2 d1 | c2branch@base+3 | d2 => c2 d1
            d1 d2 | c1branch@-1     | d1 => c1 d2
            d2 c1 | d2-1            | d2 => c1 c2
            c1 d2 | d2-1            | d2 => c1 c2
            a     | -1              | a =>
            c1 d2 | c1branch@b      | c1 => d2
            c1 d2 | c2branch@b      | d2 c2 => c1
            d1 d2 | c2@b            | d2 c2 => d1
            d1 d2 | d1@b            | d1 c1 => d2
            d1 d2 | c1branch@head-1 | d1 => c1 d2
            d1 c2 | c2              | => c2 d1
            d1 c2 | d1              | => c2 d1
            """)
    void a_downgrade_goes_down_the_branch_it_names(String rows, String target, String journey) {
        assertThat(branches.downgrade(rows, target)).isEqualTo(journey);
    }

    @Test
    void counting_from_two_rows_is_ambiguous() {
        assertThat(refusal(() -> branches.upgrade("c1 c2", "+1"))).isEqualTo(
                "bad-target: It is not clear where to count from: the start may be any of c1, c2");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            d1 d2 | d1, d2
            d2 d1 | d2, d1
            c2 d1 | c2, d1
            c1 d2 | c1, d2
            """)
    void counting_down_from_two_rows_is_ambiguous(String rows, String named) {
        assertThat(refusal(() -> branches.downgrade(rows, "-1"))).isEqualTo(
                "bad-target: It is not clear where to count from: the start may be any of " + named);
    }

    @Test
    void several_heads_are_not_one_place_to_go_down_to() {
        assertThat(refusal(() -> branches.downgrade("d1 d2", "head")))
                .isEqualTo("multiple-heads: There are 2 heads: d1, d2");
        assertThat(refusal(() -> branches.downgrade("d1 d2", "heads")))
                .isEqualTo("multiple-heads: There are 2 heads: d1, d2");
    }

    @Test
    void counting_past_a_branch_point_is_ambiguous() {
        assertThat(refusal(() -> branches.upgrade("b", "+1")))
                .isEqualTo("bad-target: The way is not clear: the graph goes on to c1, c2");
    }

    @Test
    void counting_down_past_a_merge_is_ambiguous() {
        var merged = new Journeys(history("a -> b, a -> c, b+c -> d"));

        assertThat(refusal(() -> merged.downgrade("d", "-1")))
                .isEqualTo("bad-target: The way is not clear: the graph comes from b, c");
    }

    @Test
    void a_branch_with_nothing_above_the_target_is_refused() {
        assertThat(refusal(() -> new Journeys(history("a -> b, a -> c")).downgrade("b c", "a@a")))
                .isEqualTo("not-on-branch: Nothing above a is on branch 'a'");
    }

    @Test
    void a_target_beside_the_branch_it_is_asked_on_is_refused() {
        var journeys = new Journeys(history("a -> b, a -> c, x[other]"));

        assertThat(refusal(() -> journeys.downgrade("b c", "other@a")))
                .isEqualTo("not-on-branch: Revision a is not on branch 'other'");
        assertThat(refusal(() -> journeys.downgrade("b c", "b@c")))
                .isEqualTo("not-on-branch: Revision c is not on branch 'b'");
    }

    @Test
    void a_branch_does_not_take_down_another_that_stands_on_the_same_base() {
        var journeys = new Journeys(history("a -> b -> c[tea], b -> d -> e"));

        assertThat(refused(() -> journeys.downgrade("c e", "tea@base")).text()).isEqualTo("""
                'tea@base' would also take back e, d, which are not on branch 'tea'
                  Both stand on b. To keep d, say tea@b. To take it back too, say d@b first.""");
        assertThat(journeys.downgrade("c e", "tea@b")).isEqualTo("c => e");
        assertThat(journeys.downgrade("c e", "d@b")).isEqualTo("e d => c");
        assertThat(journeys.downgrade("c", "tea@base")).isEqualTo("c b a =>");
    }

    @Test
    void steps_down_a_branch_do_not_take_down_another() {
        var journeys = new Journeys(history("a -> b -> c[tea], b -> d"));

        assertThat(journeys.downgrade("c d", "tea@-1")).isEqualTo("c => d");
        assertThat(refusal(() -> journeys.downgrade("c d", "tea@-2")))
                .isEqualTo("not-on-branch: 'tea@-2' would also take back d, which is not on branch 'tea'");
        assertThat(refusal(() -> journeys.downgrade("c d", "tea@base+1")))
                .isEqualTo("not-on-branch: 'tea@base+1' would also take back d, which is not on branch 'tea'");
    }

    @Test
    void a_branch_that_was_merged_does_not_take_down_the_other_side() {
        var journeys = new Journeys(history("a -> b[tea], a -> c, b+c -> d"));

        assertThat(refusal(() -> journeys.downgrade("d", "tea@base")))
                .isEqualTo("not-on-branch: 'tea@base' would also take back c, which is not on branch 'tea'");
        assertThat(journeys.downgrade("d", "tea@a")).isEqualTo("d b => c");
    }

    @Test
    void two_lines_go_up_and_down_one_after_the_other() {
        var forest = new Journeys(history("a1 -> b1, a2 -> b2"));

        assertThat(forest.upgrade("", "heads")).isEqualTo("a2 b2 a1 b1 => b1 b2");
        assertThat(forest.downgrade("b1 b2", "base")).isEqualTo("b1 a1 b2 a2 =>");
        assertThat(forest.downgrade("b1 b2", "b1@base")).isEqualTo("b1 a1 => b2");
    }

    @Test
    void a_diamond_goes_up_by_its_last_parent_first() {
        var diamond = new Journeys(history("a -> b -> c1, b -> c2, c1+c2 -> d"));

        assertThat(diamond.upgrade("", "head")).isEqualTo("a b c2 c1 d => d");
        assertThat(diamond.downgrade("d", "base")).isEqualTo("d c1 c2 b a =>");
    }

    @Test
    void a_merge_waits_for_both_parents() {
        var merged = new Journeys(history("a -> b -> c1 -> d1, b -> c2[c2branch] -> d2, d1+d2 -> e -> f"));

        assertThat(merged.upgrade("b", "f")).isEqualTo("c2 d2 c1 d1 e f => f");
        assertThat(merged.upgrade("d1", "e")).isEqualTo("c2 d2 e => e");
        assertThat(merged.downgrade("f", "b")).isEqualTo("f e d1 c1 d2 c2 => b");
    }

    @Test
    void a_merge_that_another_line_started_from_takes_its_own_side_only() {
        var graph = history("a1 -> b1 -> c1, a2 -> b2 -> c2, c1+c2 -> d1, c2 -> d2");
        var journeys = new Journeys(graph);

        assertThat(journeys.upgrade("d2 b1", "d1")).isEqualTo("c1 d1 => d1 d2");
        assertThat(journeys.downgrade("d2 d1", "b1")).isEqualTo("d1 c1 => b1 d2");
    }

    @Test
    void a_merge_of_three_lines_leaves_those_that_go_on() {
        var journeys = new Journeys(history(
                "a1 -> b1 -> c1, a2 -> b2 -> c2, a3 -> b3 -> c3, c1+c2+c3 -> d1, c2 -> d2, c3 -> d3"));

        assertThat(journeys.upgrade("d3 d2 b1", "d1")).isEqualTo("c1 d1 => d1 d2 d3");
        assertThat(journeys.downgrade("d3 d2 d1", "b1")).isEqualTo("d1 c1 => b1 d2 d3");
        assertThat(journeys.upgrade("d3 b2 b1", "d1")).isEqualTo("c2 c1 d1 => d1 d3");
        assertThat(journeys.upgrade("d3 d1", "d2")).isEqualTo("d2 => d1 d2 d3");
    }

    @Test
    void two_merges_of_the_same_lines_both_arrive() {
        var twins = new Journeys(history(
                "a -> b1, a -> b2, a -> b3, b1+b2+b3 -> c1 -> d1, b1+b2+b3 -> c2 -> d2"));

        assertThat(twins.planUpgrade("a", "heads").to()).hasToString("[d1, d2]");
        assertThat(twins.downgrade("d1 d2", "a")).endsWith("=> a");
    }

    @Test
    void two_merges_that_share_one_line_both_arrive() {
        var twins = new Journeys(history("a -> b1, a -> b2, a -> b3, b1+b2 -> c1 -> d1, b2+b3 -> c2 -> d2"));

        assertThat(twins.planUpgrade("a", "heads").to()).hasToString("[d1, d2]");
        assertThat(twins.downgrade("d1 d2", "a")).endsWith("=> a");
    }
}
