package org.athanor.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.athanor.engine.Refusals.refusal;
import static org.athanor.engine.graph.Histories.history;

import org.junit.jupiter.api.Test;

class DependencyJourneyTest {
    @Test
    void what_a_revision_depends_on_goes_up_before_it() {
        var journeys = new Journeys(history(
                "a1[lib1] -> b1 -> c1[c1lib], a2 -> b2 -> c2(needs c1lib), c1 -> d1 -> e1 -> f1"));

        assertThat(journeys.upgrade("a2", "c2")).isEqualTo("a1 b1 c1 b2 c2 => c2");
    }

    @Test
    void a_line_taken_back_to_what_another_depends_on_leaves_no_row() {
        var journeys = new Journeys(history(
                "a1[lib1] -> b1 -> c1, a2 -> b2 -> c2(needs c1), c1 -> d1 -> e1 -> f1"));

        assertThat(journeys.downgrade("c2 d1", "c1")).isEqualTo("d1 => c2");
    }

    @Test
    void merges_that_one_revision_depends_on_come_apart_one_by_one() {
        var journeys = new Journeys(history("a1, a2, a3, a1+a2+a3 -> amerge, b1, b2, b1+b2 -> bmerge,"
                + " c1, c2, c3, c1+c2+c3 -> cmerge, d1(needs a3+b2+c1)"));

        assertThat(journeys.downgrade("amerge bmerge cmerge d1", "b2")).isEqualTo("bmerge => amerge b1 cmerge d1");
        assertThat(journeys.downgrade("amerge d1 b1 cmerge", "d1@base")).isEqualTo("d1 => amerge b1 b2 cmerge");
        assertThat(journeys.downgrade("amerge b1 b2 cmerge", "base"))
                .isEqualTo("amerge a1 b1 b2 cmerge c1 a2 a3 c2 c3 =>");
    }

    @Test
    void lines_that_depend_on_each_other_crosswise_come_apart() {
        var journeys = new Journeys(history("a1 -> a2 -> a3(needs b1), b1 -> b2(needs a2) -> b3"));

        assertThat(journeys.downgrade("a3 b2", "b1")).isEqualTo("b2 => a3");
    }

    @Test
    void a_dependency_on_the_own_parent_changes_nothing() {
        var journeys = new Journeys(history("a1 -> a2(needs a1)"));

        assertThat(journeys.upgrade("", "a2")).isEqualTo("a1 a2 => a2");
        assertThat(journeys.downgrade("a2", "a1")).isEqualTo("a2 => a1");
    }

    @Test
    void what_an_ancestor_depends_on_gets_no_row_of_its_own() {
        var journeys = new Journeys(history("a1 -> a2 -> a3, b1 -> b2(needs a3) -> b3 -> b4(needs a3)"));

        assertThat(journeys.downgrade("b4", "b3")).isEqualTo("b4 => b3");
    }

    @Test
    void a_merge_of_a_line_with_one_that_depends_on_it_restores_the_dependent() {
        var journeys = new Journeys(history("a1, b1(needs a1), a1+b1 -> bmerge"));

        assertThat(journeys.upgrade("a1", "b1")).isEqualTo("b1 => b1");
        assertThat(journeys.upgrade("b1", "bmerge")).isEqualTo("bmerge => bmerge");
        assertThat(journeys.downgrade("bmerge", "a1")).isEqualTo("bmerge => b1");
        assertThat(journeys.downgrade("bmerge", "b1")).isEqualTo("bmerge => b1");
    }

    @Test
    void a_branch_goes_down_alone_while_nothing_depends_on_it() {
        var journeys = new Journeys(
                history("a -> b -> c1[c1branch] -> d1, b -> c2[c2branch] -> d2(needs c1)"));

        assertThat(journeys.downgrade("d1 d2", "c2branch@b")).isEqualTo("d2 c2 => d1");
    }

    @Test
    void a_branch_that_is_depended_on_takes_the_dependent_down_with_it() {
        var journeys = new Journeys(
                history("a -> b -> c1[c1branch] -> d1, b -> c2[c2branch] -> d2(needs c1)"));

        assertThat(journeys.downgrade("d1 d2", "c1branch@b")).isEqualTo("d1 d2 c1 => c2");
    }

    @Test
    void going_below_a_dependency_takes_the_dependent_back() {
        var shop = new Journeys(history("1975 -> 27c6[shoppingcart] -> d747, 1975 -> ae10 -> 55af,"
                + " 3cac[networking] -> 109e -> 29f8 -> 2a95(needs 55af)"));

        assertThat(shop.upgrade("", "heads")).isEqualTo("1975 ae10 55af 3cac 109e 29f8 2a95 27c6 d747 => 2a95 d747");
        assertThat(shop.downgrade("2a95", "1975")).isEqualTo("2a95 55af ae10 => 1975 29f8");
        assertThat(shop.downgrade("2a95 d747", "networking@base")).isEqualTo("2a95 29f8 109e 3cac => 55af d747");
        assertThat(shop.downgrade("2a95 d747", "shoppingcart@1975")).isEqualTo("d747 27c6 => 2a95");
        assertThat(refusal(() -> shop.downgrade("29f8", "shoppingcart@29f8")))
                .isEqualTo("not-on-branch: Revision 29f8 is not on branch 'shoppingcart'");
    }
}
