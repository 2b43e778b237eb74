package org.athanor.engine.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.athanor.engine.Refusals.refusal;
import static org.athanor.engine.graph.Histories.history;
import static org.athanor.engine.graph.Histories.names;
import static org.athanor.engine.graph.Histories.pick;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Stretches of the graph, in the order in which Alembic walks them.
class HistoryTest {
    private static final RevisionGraph DIAMOND = history("a -> b1, a -> b2, b1+b2 -> c -> d");
    private static final RevisionGraph TWO_LINES = history(
            "a[abranch] -> b -> somelongername -> c, d -> e[ebranch] -> someothername -> f");
    private static final RevisionGraph SHORT_AND_LONG = history("a -> b1, a -> b2, b1 -> c1 -> d11, c1 -> d12");
    private static final RevisionGraph MANY_BRANCHES = history("a -> b1, a -> b2, b1 -> cb1, b2 -> cb2, cb1 -> d1cb1,"
            + " cb1 -> d2cb1, cb2 -> d1cb2, cb2 -> d2cb2, cb2 -> d3cb2, d1cb2+d2cb2 -> d1d2cb2");
    private static final RevisionGraph TRAVEL = history("a1 -> a2 -> a3 -> b1, a3 -> b2, b1 -> cb1, b2 -> cb2,"
            + " cb1 -> db1, cb2 -> db2, db1 -> e1b1 -> fe1b1, db1 -> e2b1, db2 -> e2b2, e2b1+e2b2 -> merge");
    private static final RevisionGraph MANY_BASES = history("base1, base2, base3, base1 -> a1a, base1 -> a1b,"
            + " base2 -> a2, base3 -> a3, a1a -> b1a, a1b -> b1b, a2 -> b2, a3 -> b3, b2 -> c2 -> d2,"
            + " b3+d2 -> mergeb3d2");
    private static final RevisionGraph CROSSED = history("base1[b_1] -> a1a, base1 -> a1b, a1a -> b1a,"
            + " a1b -> b1b(needs a3), base2[b_2] -> a2 -> b2 -> c2(needs a3) -> d2, base3[b_3] -> a3 -> b3");
    private static final RevisionGraph CHAINED = history("base1[b_1] -> a1 -> b1 -> c1,"
            + " base2[b_2](needs b_1) -> a2 -> b2 -> c2 -> d2, base3[b_3] -> a3 -> b3 -> c3(needs b2) -> d3");

    @Test
    void a_diamond_is_walked_side_by_side() {
        assertThat(range(DIAMOND, "a:d")).isEqualTo("d c b1 b2 a");
    }

    @Test
    void nothing_is_walked_in_an_empty_folder() {
        assertThat(range(history(""), "base:head")).isEmpty();
        assertThat(range(history(""), ":")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ebranch@base:heads | f someothername e d
            abranch@base:heads | c somelongername b a
            base:ebranch@head  | f someothername e d
            base:abranch@head  | c somelongername b a
            ebranch@head:heads | f
            ebranch@d:heads    | f someothername e d
            e@base:heads       | f someothername e d
            c@base:heads       | c somelongername b a
            somelongername@base:heads | c somelongername b a
            ebranch@-2:heads   | f someothername e
            base:ebranch@+2    | e d
            """)
    void labels_keep_to_their_line(String range, String walked) {
        assertThat(range(TWO_LINES, range)).isEqualTo(walked);
    }

    @Test
    void the_shorter_branch_comes_before_the_longer_one() {
        assertThat(range(SHORT_AND_LONG, "base:heads")).isEqualTo("b2 d11 d12 c1 b1 a");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a:d1d2cb2  | d1d2cb2 d1cb2 d2cb2 cb2 b2 a
            a:d3cb2    | d3cb2 cb2 b2 a
            base:d3cb2 | d3cb2 cb2 b2 a
            """)
    void one_of_many_branches_is_walked_alone(String range, String walked) {
        assertThat(range(MANY_BRANCHES, range)).isEqualTo(walked);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            d1cb1:b1   | d1cb1 is not below b1
            b1:d2cb2   | b1 is not below d2cb2
            d1cb1:base | d1cb1 is not below
            """)
    void a_range_that_leads_nowhere_is_refused(String range, String reason) {
        assertThat(refusal(() -> range(MANY_BRANCHES, range))).contains(reason);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a1:merge   | merge e2b1 db1 cb1 b1 e2b2 db2 cb2 b2 a3 a2 a1
            a2:merge   | merge e2b1 db1 cb1 b1 e2b2 db2 cb2 b2 a3 a2
            b1:merge   | merge e2b1 db1 cb1 b1
            a3:heads   | fe1b1 e1b1 merge e2b1 db1 cb1 b1 e2b2 db2 cb2 b2 a3
            a1:heads   | fe1b1 e1b1 merge e2b1 db1 cb1 b1 e2b2 db2 cb2 b2 a3 a2 a1
            base:fe1b1 | fe1b1 e1b1 db1 cb1 b1 a3 a2 a1
            """)
    void branches_end_where_they_began_before_what_is_older(String range, String walked) {
        assertThat(range(TRAVEL, range)).isEqualTo(walked);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            base:heads | b1a a1a b1b a1b base1 mergeb3d2 b3 a3 base3 d2 c2 b2 a2 base2
            :          | b1a a1a b1b a1b base1 mergeb3d2 b3 a3 base3 d2 c2 b2 a2 base2
            c2:heads   | mergeb3d2 d2 c2
            base3:b3   | b3 a3 base3
            """)
    void several_bases_are_walked_one_after_the_other(String range, String walked) {
        assertThat(range(MANY_BASES, range)).isEqualTo(walked);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            base:heads     | b1a a1a b1b a1b base1 d2 c2 b2 a2 base2 b3 a3 base3
            base:b_2@head  | d2 c2 b2 a2 base2 a3 base3
            base:b_3@head  | b3 a3 base3
            base:b1b@head  | b1b a1b base1 a3 base3
            b_2@base:heads | d2 c2 b2 a2 base2 a3 base3
            b_3@base:heads | b3 a3 base3
            """)
    void what_a_line_needs_is_walked_with_it(String range, String walked) {
        assertThat(range(CROSSED, range)).isEqualTo(walked);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            base:heads     | c1 b1 a1 d2 c2 d3 c3 b3 a3 base3 b2 a2 base2 base1
            base:b_2@head  | d2 c2 b2 a2 base2 base1
            base:b_3@head  | d3 c3 b3 a3 base3 b2 a2 base2 base1
            base:b_1@head  | c1 b1 a1 base1
            b_1@base:heads | c1 b1 a1 base1
            b_2@base:heads | d2 c2 b2 a2 base2 base1
            b_3@base:heads | d3 c3 b3 a3 base3 b2 a2 base2 base1
            """)
    void lines_that_need_each_other_in_a_chain_are_walked_once(String range, String walked) {
        assertThat(range(CHAINED, range)).isEqualTo(walked);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            d2:b2 | d2 is not below b2
            d2:b3 | d2 is not below b3
            """)
    void a_dependent_is_not_below_what_it_needs(String range, String reason) {
        assertThat(refusal(() -> range(CROSSED, range))).contains(reason);
    }

    @Test
    void a_revision_without_parents_but_with_a_dependency_comes_before_it() {
        assertThat(range(history("base1 -> a1 -> b1, c2(needs a1) -> c3"), "base:heads"))
                .isEqualTo("b1 c3 c2 a1 base1");
    }

    @Test
    void a_parent_that_is_also_needed_is_walked_once() {
        assertThat(range(history("user_foo -> user(needs user_foo)"), ":heads")).isEqualTo("user user_foo");
        assertThat(range(history("user_foo -> user"), ":heads")).isEqualTo("user user_foo");
        assertThat(range(history("user_foo, user(needs user_foo)"), ":heads")).isEqualTo("user user_foo");
    }

    @Test
    void current_stands_for_where_the_database_is() {
        var here = new History(TWO_LINES, pick(TWO_LINES, "b"));

        assertThat(names(here.range("current:"))).startsWith("c somelongername b");
        assertThat(names(here.range(":current"))).isEqualTo("b a");
        assertThat(names(here.range("current:abranch@head"))).isEqualTo("c somelongername b");
        assertThat(History.asksForCurrent("current:head")).isTrue();
        assertThat(History.asksForCurrent("a:head")).isFalse();
    }

    @Test
    void what_is_no_range_is_told() {
        assertThat(refusal(() -> range(DIAMOND, "a"))).isEqualTo("bad-target: 'a' is not a range");
        assertThat(refusal(() -> range(DIAMOND, "a:b:c"))).isEqualTo("bad-target: 'a:b:c' is not a range");
    }

    @Test
    void the_whole_graph_comes_in_an_order_that_keeps_every_parent_below() {
        for (var graph : List.of(DIAMOND, TWO_LINES, MANY_BRANCHES, TRAVEL, MANY_BASES, CROSSED, CHAINED)) {
            var walked = new History(graph, List.of()).range(":");
            assertThat(walked).hasSameSizeAs(graph.revisions()).doesNotHaveDuplicates();
            for (int i = 0; i < walked.size(); i++) {
                assertThat(walked.subList(i + 1, walked.size())).containsAll(graph.directlyBefore(walked.get(i)));
            }
        }
    }

    private static String range(RevisionGraph graph, String range) {
        return names(new History(graph, List.of()).range(range));
    }
}
