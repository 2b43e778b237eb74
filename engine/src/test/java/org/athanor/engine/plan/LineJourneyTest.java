package org.athanor.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.athanor.engine.Refusals.refusal;
import static org.athanor.engine.graph.Histories.history;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LineJourneyTest {
    private final Journeys line = new Journeys(history("e623 -> 548b -> b7ea -> 1bbe -> 3975"));

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            b7ea | 3975   | 1bbe 3975 => 3975
            ''   | b7ea   | e623 548b b7ea => b7ea
            e623 | +2     | 548b b7ea => b7ea
            e623 | +1     | 548b => 548b
            548b | +3     | b7ea 1bbe 3975 => 3975
            e623 | 548b+2 | 548b b7ea 1bbe => 1bbe
            e623 | 1bbe-2 | 548b => 548b
            ''   | base+1 | e623 => e623
            ''   | +1     | e623 => e623
            ''   | heads  | e623 548b b7ea 1bbe 3975 => 3975
            3975 | head   | => 3975
            3975 | 548b   | => 3975
            """)
    void an_upgrade_runs_what_is_not_applied(String rows, String target, String journey) {
        assertThat(line.upgrade(rows, target)).isEqualTo(journey);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            3975 | b7ea   | 3975 1bbe => b7ea
            b7ea | base   | b7ea 548b e623 =>
            b7ea | -1     | b7ea => 548b
            3975 | -3     | 3975 1bbe b7ea => 548b
            1bbe | e623+2 | 1bbe => b7ea
            1bbe | b7ea-2 | 1bbe b7ea 548b => e623
            e623 | -1     | e623 =>
            e623 | e623   | => e623
            3975 | 3975   | => 3975
            3975 | head   | => 3975
            ''   | base   | =>
            """)
    void a_downgrade_takes_back_what_stands_above(String rows, String target, String journey) {
        assertThat(line.downgrade(rows, target)).isEqualTo(journey);
    }

    @Test
    void an_upgrade_does_not_go_down() {
        assertThat(refusal(() -> line.upgrade("548b", "-2"))).isEqualTo("bad-target: '-2' does not lead upwards");
        assertThat(refusal(() -> line.upgrade("548b", "+0"))).isEqualTo("bad-target: '+0' does not lead upwards");
    }

    @Test
    void a_downgrade_does_not_go_up() {
        assertThat(refusal(() -> line.downgrade("548b", "+2"))).isEqualTo("bad-target: '+2' does not lead downwards");
    }

    @Test
    void more_steps_than_there_are_revisions_are_refused() {
        assertThat(refusal(() -> line.upgrade("548b", "+5")))
                .isEqualTo("bad-target: '+5' goes further than there are revisions");
        assertThat(refusal(() -> line.downgrade("548b", "-5")))
                .isEqualTo("bad-target: '-5' goes further than there are revisions");
        assertThat(refusal(() -> line.upgrade("", "1bbe+2")))
                .isEqualTo("bad-target: '1bbe+2' goes further than there are revisions");
        assertThat(refusal(() -> line.downgrade("3975", "548b-3")))
                .isEqualTo("bad-target: '548b-3' goes further than there are revisions");
    }

    @Test
    void an_empty_database_has_no_way_down() {
        assertThat(refusal(() -> line.downgrade("", "548b")))
                .isEqualTo("bad-target: 548b is not below where the database stands (nothing applied)");
        assertThat(refusal(() -> line.downgrade("", "-1")))
                .isEqualTo("bad-target: '-1' can't be counted: nothing is applied there");
    }

    @Test
    void a_downgrade_to_something_higher_is_refused() {
        assertThat(refusal(() -> line.downgrade("548b", "b7ea")))
                .isEqualTo("bad-target: b7ea is not below where the database stands (548b)");
    }

    @Test
    void a_row_that_the_folder_lacks_stops_every_plan() {
        assertThat(refusal(() -> line.upgrade("bogus", "head")))
                .isEqualTo("unknown-revision: The database stands at bogus, which is not in this folder");
        assertThat(refusal(() -> line.downgrade("bogus", "base")))
                .isEqualTo("unknown-revision: The database stands at bogus, which is not in this folder");
    }

    @Test
    void rows_that_contradict_each_other_stop_every_plan() {
        assertThat(refusal(() -> line.upgrade("548b 1bbe", "head"))).isEqualTo(
                "overlapping-revisions: The version table holds both 1bbe and 548b, which comes before it");
    }

    @Test
    void the_beginning_of_an_id_is_enough_for_a_target() {
        var journeys = new Journeys(history(
                "e6239818bb3a -> 548bbb905360 -> b7ea43dc85e4 -> 1bbe33445780 -> 3975fb1a0125"));

        assertThat(journeys.downgrade("1bbe33445780", "548+1")).isEqualTo("1bbe33445780 => b7ea43dc85e4");
        assertThat(journeys.upgrade("", "548")).isEqualTo("e6239818bb3a 548bbb905360 => 548bbb905360");
        assertThat(refusal(() -> journeys.downgrade("", "548"))).isEqualTo(
                "bad-target: 548bbb905360 is not below where the database stands (nothing applied)");
        assertThat(refusal(() -> journeys.downgrade("548bbb905360", "b7ea"))).isEqualTo(
                "bad-target: b7ea43dc85e4 is not below where the database stands (548bbb905360)");
    }
}
