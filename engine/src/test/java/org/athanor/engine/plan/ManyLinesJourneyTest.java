package org.athanor.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.athanor.engine.Refusals.refusal;
import static org.athanor.engine.graph.Histories.history;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Journeys through histories of many lines and branches: which come first, and which stay where they are.
class ManyLinesJourneyTest {
    private static final Journeys TWO_LINES = new Journeys(history(
            "a[abranch] -> b -> somelongername -> c, d -> e[ebranch] -> someothername -> f"));
    private static final Journeys MANY_BRANCHES = new Journeys(history("a -> b1, a -> b2, b1 -> cb1, b2 -> cb2,"
            + " cb1 -> d1cb1, cb1 -> d2cb1, cb2 -> d1cb2, cb2 -> d2cb2, cb2 -> d3cb2, d1cb2+d2cb2 -> d1d2cb2"));
    private static final Journeys TRAVEL = new Journeys(history("a1 -> a2 -> a3 -> b1, a3 -> b2, b1 -> cb1,"
            + " b2 -> cb2, cb1 -> db1, cb2 -> db2, db1 -> e1b1 -> fe1b1, db1 -> e2b1, db2 -> e2b2,"
            + " e2b1+e2b2 -> merge"));
    private static final Journeys MANY_BASES = new Journeys(history("base1, base2, base3, base1 -> a1a,"
            + " base1 -> a1b, base2 -> a2, base3 -> a3, a1a -> b1a, a1b -> b1b, a2 -> b2, a3 -> b3,"
            + " b2 -> c2 -> d2, b3+d2 -> mergeb3d2"));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            c  | ebranch@+2   | d e => c e
            '' | ebranch@some | d e someothername => someothername
            a  | abranch@some | b somelongername => somelongername
            c  | e@f          | d e someothername f => c f
            """)
    void an_upgrade_keeps_to_the_line_of_its_label(String rows, String target, String journey) {
        assertThat(TWO_LINES.upgrade(rows, target)).isEqualTo(journey);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            c f | ebranch@base | f someothername e d => c
            c f | abranch@base | c somelongername b a => f
            c f | e@base       | f someothername e d => c
            c f | ebranch@d    | f someothername e => c d
            c f | ebranch@-2   | f someothername => c e
            """)
    void a_downgrade_keeps_to_the_line_of_its_label(String rows, String target, String journey) {
        assertThat(TWO_LINES.downgrade(rows, target)).isEqualTo(journey);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a | d1d2cb2 | b2 cb2 d2cb2 d1cb2 d1d2cb2 => d1d2cb2
            a | d3cb2   | b2 cb2 d3cb2 => d3cb2
            """)
    void an_upgrade_leaves_branches_alone_that_do_not_lead_to_its_target(String rows, String target, String journey) {
        assertThat(MANY_BRANCHES.upgrade(rows, target)).isEqualTo(journey);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            d2cb2 d3cb2       | a    | d2cb2 d3cb2 cb2 b2 => a
            d1d2cb2           | a    | d1d2cb2 d1cb2 d2cb2 cb2 b2 => a
            d3cb2 cb1         | base | cb1 b1 d3cb2 cb2 b2 a =>
            d1cb1 d2cb2 d3cb2 | b2   | d2cb2 d3cb2 cb2 => b2 d1cb1
            """)
    void a_downgrade_takes_back_all_branches_above_its_target(String rows, String target, String journey) {
        assertThat(MANY_BRANCHES.downgrade(rows, target)).isEqualTo(journey);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            b1    | d1cb1 | bad-target: d1cb1 is not below where the database stands (b1)
            d2cb2 | b1    | bad-target: b1 is not below where the database stands (d2cb2)
            ''    | d1cb1 | bad-target: d1cb1 is not below where the database stands (nothing applied)
            """)
    void a_downgrade_that_leads_nowhere_is_refused(String rows, String target, String reason) {
        assertThat(refusal(() -> MANY_BRANCHES.downgrade(rows, target))).isEqualTo(reason);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            db1     | merge | b2 cb2 db2 e2b2 e2b1 merge => merge
            cb1 cb2 | heads | db2 e2b2 db1 e2b1 merge e1b1 fe1b1 => fe1b1 merge
            a3      | heads | b2 cb2 db2 e2b2 b1 cb1 db1 e2b1 merge e1b1 fe1b1 => fe1b1 merge
            ''      | fe1b1 | a1 a2 a3 b1 cb1 db1 e1b1 fe1b1 => fe1b1
            """)
    void an_upgrade_fills_in_what_a_merge_still_lacks(String rows, String target, String journey) {
        assertThat(TRAVEL.upgrade(rows, target)).isEqualTo(journey);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            merge fe1b1   | a3   | fe1b1 e1b1 merge e2b1 db1 cb1 b1 e2b2 db2 cb2 b2 => a3
            merge fe1b1   | a1   | fe1b1 e1b1 merge e2b1 db1 cb1 b1 e2b2 db2 cb2 b2 a3 a2 => a1
            merge         | b1   | merge e2b1 db1 cb1 => b1 e2b2
            merge         | a2   | merge e2b1 db1 cb1 b1 e2b2 db2 cb2 b2 a3 => a2
            e2b1 b2 fe1b1 | base | b2 fe1b1 e1b1 e2b1 db1 cb1 b1 a3 a2 a1 =>
            """)
    void branches_come_down_to_where_they_began_before_what_is_older(String rows, String target, String journey) {
        assertThat(TRAVEL.downgrade(rows, target)).isEqualTo(journey);
    }

    @Test
    void rows_of_which_one_comes_before_another_stop_every_plan() {
        assertThat(refusal(() -> TRAVEL.downgrade("db1 b2 fe1b1", "base"))).isEqualTo(
                "overlapping-revisions: The version table holds both fe1b1 and db1, which comes before it");
        assertThat(refusal(() -> MANY_BASES.upgrade("a2 b2", "c2"))).isEqualTo(
                "overlapping-revisions: The version table holds both b2 and a2, which comes before it");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''    | heads | base2 a2 b2 c2 d2 base3 a3 b3 mergeb3d2 base1 a1b b1b a1a b1a => b1a b1b mergeb3d2
            c2    | heads | d2 base3 a3 b3 mergeb3d2 base1 a1b b1b a1a b1a => b1a b1b mergeb3d2
            base3 | b3    | a3 b3 => b3
            b3    | b2    | base2 a2 b2 => b2 b3
            """)
    void an_upgrade_starts_lines_that_nothing_is_applied_of(String rows, String target, String journey) {
        assertThat(MANY_BASES.upgrade(rows, target)).isEqualTo(journey);
    }

    @Test
    void several_bases_come_down_one_after_the_other() {
        assertThat(MANY_BASES.downgrade("b1a b1b mergeb3d2", "base"))
                .isEqualTo("b1a a1a b1b a1b base1 mergeb3d2 b3 a3 base3 d2 c2 b2 a2 base2 =>");
    }
}
