package org.athanor.engine.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.athanor.engine.graph.Histories.history;
import static org.athanor.engine.graph.Histories.names;
import static org.athanor.engine.graph.Histories.pickOne;
import static org.athanor.engine.graph.Histories.revisions;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.athanor.engine.problem.Problem;
import org.athanor.engine.problem.ProblemKind;
import org.athanor.engine.revision.Revision;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GraphProblemsTest {
    @Test
    void a_missing_parent_is_told_with_its_line() {
        var graph = history("a -> b, gone? -> c");

        assertThat(graph.problems()).containsExactly(problem("c", 2, ProblemKind.MISSING_PARENT,
                "c follows gone, which is not in this folder",
                "Was a file removed or not yet pulled? Restore it, or change the parent of c."));
    }

    @Test
    void the_sound_part_of_a_broken_graph_still_answers() {
        var graph = history("a -> b, gone?+b -> c");

        assertThat(names(graph.heads())).isEqualTo("c");
        assertThat(names(graph.parents(pickOne(graph, "c")))).isEqualTo("b");
    }

    @Test
    void all_problems_are_told_and_not_only_the_first() {
        assertThat(told("gone? -> a, lost? -> b(needs nothing)")).containsExactly(
                "versions/a.sql:2 missing-parent: a follows gone, which is not in this folder",
                "versions/b.sql:2 missing-parent: b follows lost, which is not in this folder",
                "versions/b.sql:4 missing-dependency: b depends on nothing, which is neither a revision nor a branch"
                        + " label of this folder");
    }

    @Test
    void a_dependency_that_two_ids_begin_with_is_not_guessed() {
        assertThat(told("abcd1, abcd2, x(needs abcd)")).containsExactly("versions/x.sql:4 missing-dependency:"
                + " x depends on abcd, which is the beginning of abcd1, abcd2");
    }

    @Test
    void a_ring_is_told_with_its_way_around() {
        assertThat(told("a -> b -> c -> a")).containsExactly(
                "versions/a.sql:2 cycle: These revisions wait for each other: a -> c -> b -> a");
    }

    @Test
    void a_ring_with_a_way_in_and_a_way_out_is_found() {
        assertThat(told("base -> a -> b -> c -> d, c -> a")).containsExactly(
                "versions/a.sql:2 cycle: These revisions wait for each other: a -> c -> b -> a");
    }

    @Test
    void two_rings_are_two_problems() {
        assertThat(told("a -> b -> a, x -> y -> x")).containsExactly(
                "versions/a.sql:2 cycle: These revisions wait for each other: a -> b -> a",
                "versions/x.sql:2 cycle: These revisions wait for each other: x -> y -> x");
    }

    @Test
    void a_ring_through_a_branch_shows_the_shortest_way() {
        assertThat(told("a -> b -> c -> d -> a, b -> d")).containsExactly(
                "versions/a.sql:2 cycle: These revisions wait for each other: a -> d -> b -> a");
    }

    @Test
    void a_ring_through_dependencies_is_a_kind_of_its_own() {
        assertThat(told("a -> b(needs y), x -> y(needs b)")).containsExactly(
                "versions/b.sql:4 dependency-cycle: These revisions wait for each other: b -> y -> b");
    }

    @Test
    void a_ring_of_a_parent_and_a_dependency_is_found() {
        assertThat(told("a(needs c) -> b -> c")).containsExactly(
                "versions/a.sql:4 dependency-cycle: These revisions wait for each other: a -> c -> b -> a");
    }

    @Test
    void a_sound_ring_of_ids_that_contain_each_other_is_no_ring() {
        assertThat(told("user -> user_foo -> us, fo(needs user_foo)")).isEmpty();
    }

    @Test
    void a_revision_that_names_itself_is_told() {
        assertThat(told("a -> a")).containsExactly("versions/a.sql:2 self-reference: a names itself in down_revision");
        assertThat(told("a(needs a)")).containsExactly("versions/a.sql:4 self-reference: a names itself in depends_on");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a -> a, a -> b -> c                     | a.sql:2 self-reference: a names itself in down_revision
            a -> b, b+c -> c                        | c.sql:2 self-reference: c names itself in down_revision
            a+b -> b, b -> c1, b -> c2              | b.sql:2 self-reference: b names itself in down_revision
            a -> b1, a -> b2, b1+b2+c -> c          | c.sql:2 self-reference: c names itself in down_revision
            a(needs a) -> b -> c                    | a.sql:4 self-reference: a names itself in depends_on
            a -> b -> c(needs c)                    | c.sql:4 self-reference: c names itself in depends_on
            a -> b(needs b) -> c1, b -> c2          | b.sql:4 self-reference: b names itself in depends_on
            a -> b1, a -> b2, b1+b2 -> c(needs c)   | c.sql:4 self-reference: c names itself in depends_on
            """)
    void a_revision_that_names_itself_is_found_wherever_it_stands(String picture, String told) {
        assertThat(told(picture)).containsExactly("versions/" + told);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            c -> a -> b -> c                    | a.sql:2 cycle             | a -> c -> b -> a
            c -> a -> b -> c, d -> e            | a.sql:2 cycle             | a -> c -> b -> a
            c -> a -> b -> c -> d -> e          | a.sql:2 cycle             | a -> c -> b -> a
            a -> b, b+e -> c -> d -> e          | c.sql:2 cycle             | c -> e -> d -> c
            a(needs c) -> b -> c                | a.sql:4 dependency-cycle  | a -> c -> b -> a
            a(needs c) -> b -> c, d -> e        | a.sql:4 dependency-cycle  | a -> c -> b -> a
            a(needs c) -> b -> c -> d -> e      | a.sql:4 dependency-cycle  | a -> c -> b -> a
            c(needs b) -> a -> b                | c.sql:4 dependency-cycle  | a -> c -> b -> a
            a -> b -> c(needs e) -> d -> e      | c.sql:4 dependency-cycle  | c -> e -> d -> c
            """)
    void a_ring_is_found_wherever_it_stands(String picture, String kind, String ring) {
        assertThat(told(picture)).containsExactly(
                "versions/%s: These revisions wait for each other: %s".formatted(kind, ring));
    }

    @Test
    void a_label_that_its_own_revision_depends_on_is_a_self_reference() {
        assertThat(told("a[x](needs x)")).containsExactly(
                "versions/a.sql:4 self-reference: a names itself in depends_on");
    }

    @Test
    void the_second_file_with_the_same_id_is_told_and_left_out() {
        var loaded = Stream.concat(revisions("a -> b").stream(), revisions("b", Path.of("copy")).stream()).toList();
        var graph = RevisionGraph.of(loaded);

        assertThat(graph.problems()).containsExactly(Problem.at(Path.of("copy/b.sql"), 1, ProblemKind.DUPLICATE_ID,
                "Revision b is already declared in versions/b.sql:1",
                "Give one of the two files an id of its own, or remove the copy."));
        assertThat(names(graph.revisions())).isEqualTo("a b");
        assertThat(names(graph.parents(pickOne(graph, "b")))).isEqualTo("a");
    }

    @Test
    void a_label_belongs_to_one_revision() {
        assertThat(told("a[billing] -> b[billing]")).containsExactly(
                "versions/b.sql:3 duplicate-label: Branch label 'billing' of b is already used by a");
    }

    @Test
    void a_label_belongs_to_one_line() {
        assertThat(told("a -> b -> c[xy1], d -> e[xy1] -> f")).containsExactly(
                "versions/e.sql:3 duplicate-label: Branch label 'xy1' of e is already used by c");
    }

    @Test
    void a_label_can_not_be_an_id() {
        assertThat(told("a -> b[a]")).containsExactly(
                "versions/b.sql:3 duplicate-label: Branch label 'a' of b is also a revision id");
    }

    private static List<String> told(String picture) {
        return history(picture).problems().stream().map(p -> "%s %s: %s"
                .formatted(p.place().orElseThrow(), p.kind().code(), p.message())).toList();
    }

    private static Problem problem(String id, int line, ProblemKind kind, String message, String hint) {
        Revision revision = pickOne(history(id), id);
        return Problem.at(revision.path(), line, kind, message, hint);
    }
}
