package org.athanor.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.athanor.engine.Refusals.refusal;
import static org.athanor.engine.graph.Histories.history;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Journeys through lines that depend on each other: up, what is needed comes along; down, what needs it.
class CrossedLinesJourneyTest {
    private static final Journeys CROSSED = new Journeys(history("base1[b_1] -> a1a, base1 -> a1b, a1a -> b1a,"
            + " a1b -> b1b(needs a3), base2[b_2] -> a2 -> b2 -> c2(needs a3) -> d2, base3[b_3] -> a3 -> b3"));
    private static final Journeys CHAINED = new Journeys(history("base1[b_1] -> a1 -> b1 -> c1,"
            + " base2[b_2](needs b_1) -> a2 -> b2 -> c2 -> d2, base3[b_3] -> a3 -> b3 -> c3(needs b2) -> d3"));
    private static final Journeys NEEDED_TWICE = new Journeys(history(
            "a1 -> a2 -> a3, b1 -> b2(needs a3) -> b3 -> b4(needs a3) -> b5(needs b4)"));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            heads    | base3 a3 b3 base2 a2 b2 c2 d2 base1 a1b b1b a1a b1a => b1a b1b b3 d2
            b_2@head | base3 a3 base2 a2 b2 c2 d2 => d2
            b_3@head | base3 a3 b3 => b3
            b1b@head | base3 a3 base1 a1b b1b => b1b
            """)
    void a_line_that_two_others_need_goes_up_first(String target, String journey) {
        assertThat(CROSSED.upgrade("", target)).isEqualTo(journey);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            b1a b1b d2 b3 | base     | b1a a1a b1b a1b base1 d2 c2 b2 a2 base2 b3 a3 base3 =>
            d2            | b_2@base | d2 c2 b2 a2 base2 => a3
            b3            | base     | b3 a3 base3 =>
            b1b           | b1b@base | b1b a1b base1 => a3
            b1a b1b d2 b3 | b_2@base | d2 c2 b2 a2 base2 => b1a b1b b3
            b1a b1b d2 b3 | b_3@base | b1b d2 c2 b3 a3 base3 => a1b b1a b2
            """)
    void a_line_that_two_others_need_takes_down_what_needs_it_and_no_more(String rows, String target, String journey) {
        assertThat(CROSSED.downgrade(rows, target)).isEqualTo(journey);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            b2 | d2 | bad-target: d2 is not below where the database stands (b2)
            b3 | d2 | bad-target: d2 is not below where the database stands (b3)
            """)
    void a_dependent_is_not_below_what_it_needs(String rows, String target, String reason) {
        assertThat(refusal(() -> CROSSED.downgrade(rows, target))).isEqualTo(reason);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            heads    | base1 base2 a2 b2 base3 a3 b3 c3 d3 c2 d2 a1 b1 c1 => c1 d2 d3
            b_1@head | base1 a1 b1 c1 => c1
            b_2@head | base1 base2 a2 b2 c2 d2 => d2
            b_3@head | base1 base2 a2 b2 base3 a3 b3 c3 d3 => d3
            """)
    void lines_that_need_each_other_in_a_chain_go_up_from_its_beginning(String target, String journey) {
        assertThat(CHAINED.upgrade("", target)).isEqualTo(journey);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            base     | c1 b1 a1 d2 c2 d3 c3 b3 a3 base3 b2 a2 base2 base1 =>
            b_1@base | c1 b1 a1 d2 c2 d3 c3 b2 a2 base2 base1 => b3
            b_2@base | d2 c2 d3 c3 b2 a2 base2 => b3 c1
            b_3@base | d3 c3 b3 a3 base3 => c1 d2
            """)
    void lines_that_need_each_other_in_a_chain_come_down_from_its_end(String target, String journey) {
        assertThat(CHAINED.downgrade("c1 d2 d3", target)).isEqualTo(journey);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            x2 y2 | x2 => y2
            y2    | y2 x1 => y1
            """)
    void a_step_down_a_branch_starts_from_what_stands_highest_on_it(String rows, String journey) {
        assertThat(new Journeys(history("y1[y], x1[x], y1 -> y2(needs x1), x1 -> x2")).downgrade(rows, "x@-1"))
                .isEqualTo(journey);
    }

    @Test
    void a_row_that_another_row_needs_stops_every_plan() {
        var journeys = new Journeys(history("y1[y], x1[x], y1 -> y2(needs x1), x1 -> x2"));

        assertThat(refusal(() -> journeys.downgrade("x1 y2", "x@-1"))).isEqualTo(
                "overlapping-revisions: The version table holds both y2 and x1, which comes before it");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            b4 | b1@base | b4 b3 b2 b1 => a3
            b5 | base    | b5 b4 b3 b2 b1 a3 a2 a1 =>
            b5 | a2      | b5 b4 b3 b2 a3 => a2 b1
            """)
    void what_is_needed_twice_comes_down_once(String rows, String target, String journey) {
        assertThat(NEEDED_TWICE.downgrade(rows, target)).isEqualTo(journey);
    }

    @Test
    void what_is_needed_twice_goes_up_once() {
        assertThat(NEEDED_TWICE.upgrade("b1", "b5")).isEqualTo("a1 a2 a3 b2 b3 b4 b5 => b5");
        assertThat(new Journeys(history("c1, a1 -> a2(needs c1) -> a3(needs c1),"
                + " b1 -> b2(needs a3) -> b3 -> b4(needs a3) -> b5")).upgrade("b1", "b5"))
                .isEqualTo("c1 a1 a2 a3 b2 b3 b4 b5 => b5");
    }
}
