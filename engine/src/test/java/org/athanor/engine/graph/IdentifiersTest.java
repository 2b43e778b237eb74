package org.athanor.engine.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.athanor.engine.Refusals.refusal;
import static org.athanor.engine.Refusals.refused;
import static org.athanor.engine.graph.Histories.history;
import static org.athanor.engine.graph.Histories.names;
import static org.athanor.engine.graph.Histories.pick;

import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdentifiersTest {
    private static final RevisionGraph TWO_LINES = history(
            "a[abranch] -> b -> somelongername -> c, d -> e[ebranch] -> someothername -> f");

    @ParameterizedTest
    @CsvSource({"c, c", "abranch, a", "ebranch, e", "ebranch, e", "somel, somelongername",
            "abranch@some, somelongername", "ebranch@some, someothername", "ebranch@d, d", "ebranch@ebranch, e",
            "abranch@head, c", "ebranch@head, f", "abranch@heads, c", "heads, c f", "base, ''", "abranch@base, ''",
            "d@f, f", "abra, a", "somelongername@head, c", "ebranch@ebra, e", "e, e", "e@d, d", "someoth@d, d",
            "ebranch@some, someothername", "somelongername@base, ''"})
    void a_name_finds_its_revisions(String name, String found) {
        assertThat(named(TWO_LINES, name)).isEqualTo(found);
    }

    @Test
    void an_exact_id_wins_over_the_beginning_of_another() {
        assertThat(named(history("abcd -> abcde"), "abcd")).isEqualTo("abcd");
    }

    @Test
    void a_few_letters_are_enough_if_only_one_id_begins_with_them() {
        assertThat(named(history("1975ea83b712 -> 27c6a30d7c24"), "1")).isEqualTo("1975ea83b712");
    }

    @Test
    void a_very_short_id_must_be_written_in_full() {
        assertThat(refusal(() -> named(history("abc"), "ab")))
                .isEqualTo("unknown-revision: No revision or branch is called 'ab'");
    }

    @Test
    void the_only_head_is_head() {
        assertThat(named(history("a -> b"), "head")).isEqualTo("b");
        assertThat(named(history(""), "head")).isEmpty();
    }

    @Test
    void several_heads_are_not_head() {
        assertThat(refusal(() -> named(TWO_LINES, "head"))).isEqualTo("multiple-heads: There are 2 heads: c, f");
    }

    @Test
    void several_branches_of_one_base_have_several_heads() {
        var graph = history("a -> b -> c1, b -> c2");

        assertThat(refusal(() -> named(graph, "head"))).isEqualTo("multiple-heads: There are 2 heads: c1, c2");
        assertThat(named(graph, "heads")).isEqualTo("c1 c2");
        assertThat(named(graph, "base")).isEmpty();
    }

    @Test
    void a_branch_may_have_several_heads_too() {
        var graph = history("a[billing] -> b, a -> c, x");

        assertThat(refusal(() -> named(graph, "billing@head")))
                .isEqualTo("multiple-heads: There are 2 heads on branch 'billing': b, c");
        assertThat(named(graph, "billing@heads")).isEqualTo("b c");
    }

    @Test
    void where_one_head_depends_on_all_others_it_is_head() {
        var graph = history("a -> b, x -> y(needs b)");

        assertThat(named(graph, "head")).isEqualTo("y");
        assertThat(named(graph, "heads")).isEqualTo("y");
        assertThat(named(graph, "a@head")).isEqualTo("b");
    }

    @Test
    void the_beginning_of_two_ids_is_ambiguous() {
        assertThat(refusal(() -> named(TWO_LINES, "some"))).isEqualTo("ambiguous-revision:"
                + " 'some' is the beginning of 2 revisions: somelongername, someothername");
    }

    @Test
    void the_beginning_of_many_ids_names_five() {
        var graph = history("abcd1 -> abcd2 -> abcd3 -> abcd4 -> abcd5 -> abcd6");

        assertThat(refusal(() -> named(graph, "abcd"))).isEqualTo("ambiguous-revision:"
                + " 'abcd' is the beginning of 6 revisions: abcd1, abcd2, abcd3, abcd4, abcd5, …");
    }

    @Test
    void a_label_and_the_id_it_stands_for_are_not_ambiguous() {
        assertThat(named(history("billing1[billing2]"), "bill")).isEqualTo("billing1");
    }

    @Test
    void an_unknown_name_is_answered_with_near_ones() {
        var problem = refused(() -> named(TWO_LINES, "ebrunch"));

        assertThat(problem.message()).isEqualTo("No revision or branch is called 'ebrunch'");
        assertThat(problem.hint()).isEqualTo("Did you mean ebranch, abranch? `athanor history` lists all.");
    }

    @Test
    void an_unknown_name_without_near_ones_says_where_to_look() {
        assertThat(refused(() -> named(TWO_LINES, "0815")).hint()).isEqualTo("`athanor history` lists what this folder"
                + " has. Is a file missing, or is this another project's name?");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ebranch@sos     | No revision or branch is called 'sos'
            abranch@qprstuv | No revision or branch is called 'qprstuv'
            abranch@qpr     | No revision or branch is called 'qpr'
            x@d             | No revision or branch is called 'x'
            ebranch@b       | Revision b is not on branch 'ebranch'
            abranch@d       | Revision d is not on branch 'abranch'
            """)
    void what_is_not_there_is_told_with_its_cause(String name, String message) {
        assertThat(refused(() -> named(TWO_LINES, name)).message()).isEqualTo(message);
    }

    @Test
    void an_unknown_branch_is_told() {
        assertThat(refusal(() -> named(TWO_LINES, "nobranch@c")))
                .isEqualTo("unknown-revision: No revision or branch is called 'nobranch'");
        assertThat(refusal(() -> named(TWO_LINES, "nobranch@base")))
                .isEqualTo("unknown-revision: No revision or branch is called 'nobranch'");
    }

    @Test
    void a_revision_of_another_line_is_not_on_the_branch() {
        assertThat(refusal(() -> named(TWO_LINES, "ebranch@c")))
                .isEqualTo("not-on-branch: Revision c is not on branch 'ebranch'");
    }

    @Test
    void revisions_of_a_branch_are_those_before_and_after_its_label() {
        var graph = history("a -> b -> c1[one], b -> c2, c1+c2 -> d");
        var identifiers = new Identifiers(graph);

        assertThat(names(identifiers.onBranch(pick(graph, "a c1 c2 d"), Optional.of("one")))).isEqualTo("a c1 d");
    }

    private static String named(RevisionGraph graph, String name) {
        return names(new Identifiers(graph).named((Target.Named) Target.parse(name)));
    }
}
