package org.athanor.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.athanor.engine.Refusals.refusal;
import static org.athanor.engine.graph.Histories.history;

import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StampsTest {
    private final Journeys shop = new Journeys(history("1975 -> 27c6[shoppingcart] -> d747, 1975 -> ae10 -> 55af,"
            + " 3cac[networking] -> 109e -> 29f8 -> 2a95(needs 55af)"));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''        | heads             | 2a95 d747
            2a95 d747 | base              | ''
            ae10      | heads             | 2a95 d747
            2a95 d747 | 1975              | 1975
            d747 55af | 27c6              | 27c6 55af
            d747 55af | ae10 27c6         | 27c6 ae10
            2a95 d747 | shoppingcart@base | 2a95
            2a95      | 55af              | 55af
            2a95      | 29f8              | 29f8
            29f8      | d747              | 29f8 d747
            1975      | ae10 27c6         | 27c6 ae10
            2a95 d747 | d747              | 2a95 d747
            """)
    void rows_on_the_line_of_a_stamp_give_way_and_others_stay(String rows, String targets, String after) {
        assertThat(shop.stamp(rows, targets)).isEqualTo(after);
    }

    @Test
    void a_row_on_another_line_survives_a_stamp_to_the_heads() {
        assertThat(new Journeys(history("a -> b, c")).stamp("a c", "heads")).isEqualTo("b c");
    }

    @Test
    void two_targets_of_which_one_implies_the_other_are_refused() {
        assertThat(refusal(() -> shop.stamp("1975", "d747 27c6")))
                .isEqualTo("overlapping-revisions: 27c6 comes before d747, so that the two can't both be rows");
    }

    @Test
    void steps_are_no_place_to_stand() {
        assertThat(refusal(() -> shop.stamp("1975", "+1")))
                .isEqualTo("bad-target: '+1' counts steps, and a stamp names revisions");
    }

    @Test
    void a_stamp_sets_rows_right_that_contradict_each_other() {
        var line = new Journeys(history("a -> b -> c, x"));

        assertThat(line.stamp("a b x", "b")).isEqualTo("b x");
        assertThat(line.stamp("a c x", "b")).isEqualTo("b x");
        assertThat(line.planStamp("b x", "b").isEmpty()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            d     | base          | delete d
            d1 c2 | b             | delete d1, c2 becomes b
            d1 c2 | c1branch@base | delete d1
            d1 c2 | c2branch@head | c2 becomes d2
            """)
    void a_branch_is_stamped_row_by_row(String rows, String target, String changes) {
        var branched = "a -> b -> c1[c1branch] -> d1, b -> c2[c2branch] -> d2";

        assertThat(changes(rows.equals("d") ? "a -> b -> c -> d" : branched, rows, target)).isEqualTo(changes);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            e     | c2            | e becomes c2
            e     | a             | e becomes a
            c2    | e             | c2 becomes e
            d1 c2 | c2branch@head | delete d1, c2 becomes f
            d1 c2 | e             | delete d1, c2 becomes e
            b     | e             | b becomes e
            """)
    void a_merge_is_stamped_row_by_row(String rows, String target, String changes) {
        assertThat(changes("a -> b -> c1 -> d1, b -> c2[c2branch] -> d2, d1+d2 -> e -> f", rows, target))
                .isEqualTo(changes);
    }

    @Test
    void a_stamp_below_a_dependency_replaces_the_dependent_too() {
        var journeys = new Journeys(history("a1[lib1] -> b1 -> c1, a2 -> b2 -> c2(needs c1), c1 -> d1 -> e1 -> f1"));

        assertThat(journeys.stamp("e1 c2", "b1")).isEqualTo("b1");
    }

    @Test
    void a_target_that_is_named_twice_counts_once() {
        assertThat(new Journeys(history("a -> b -> c")).stamp("a", "c c")).isEqualTo("c");
    }

    @Test
    void all_heads_of_a_forest_are_stamped_and_stay() {
        assertThat(changes("a1 -> b1, a2 -> b2", "", "heads")).isEqualTo("insert b1, insert b2");
        assertThat(changes("a1 -> b1, a2 -> b2", "b1 b2", "heads")).isEmpty();
    }

    private static String changes(String picture, String rows, String target) {
        return new Journeys(history(picture)).planStamp(rows, target).steps().stream()
                .flatMap(step -> step.versionChanges().stream()).map(change -> switch (change) {
                    case VersionChange.Insert(var id) -> "insert " + id;
                    case VersionChange.Delete(var id) -> "delete " + id;
                    case VersionChange.Update(var from, var to) -> from + " becomes " + to;
                }).collect(Collectors.joining(", "));
    }
}
