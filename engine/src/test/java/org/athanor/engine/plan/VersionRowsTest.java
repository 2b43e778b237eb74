package org.athanor.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.athanor.engine.graph.Histories.history;
import static org.athanor.engine.graph.Histories.names;
import static org.athanor.engine.graph.Histories.pick;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VersionRowsTest {
    private static final String DIAMOND = "a -> b, a -> c, b+c -> d";

    @Test
    void the_first_revision_gets_a_row_and_the_next_takes_its_place() {
        assertThat(changes(up("a -> b", "", "b"))).containsExactly("a: +a",
                "b: a>b");
    }

    @Test
    void the_second_child_of_a_branch_point_gets_a_row_of_its_own() {
        assertThat(changes(up("a -> b, a -> c", "a", "heads"))).containsExactly("c: a>c", "b: +b");
    }

    @Test
    void a_merge_takes_the_place_of_its_parents() {
        assertThat(changes(up(DIAMOND, "b c", "d"))).containsExactly("d: -b c>d");
    }

    @Test
    void a_merge_of_three_deletes_all_but_the_last() {
        assertThat(changes(up("a, b, c, a+b+c -> d", "a b c", "d"))).containsExactly("d: -a -b c>d");
    }

    @Test
    void a_merge_leaves_the_parent_that_another_row_implies() {
        assertThat(changes(up("a, b, c, a+b+c -> m, b -> n", "n a c", "m"))).containsExactly("m: -a c>m");
    }

    @Test
    void the_row_of_a_dependency_is_absorbed() {
        assertThat(changes(up("a -> b, x -> y(needs b)", "b x", "y"))).containsExactly("y: -x b>y");
    }

    @Test
    void taking_back_a_merge_restores_its_parents() {
        assertThat(changes(down(DIAMOND, "d", "b@a"))).first().isEqualTo("d: +b d>c");
    }

    @Test
    void taking_back_a_dependent_restores_the_dependency() {
        assertThat(changes(down("a -> b, x -> y(needs b)", "y", "x"))).containsExactly("y: +x y>b");
    }

    @Test
    void a_branch_taken_back_to_the_common_parent_is_deleted_while_its_sibling_stands() {
        assertThat(changes(down("a -> b[left], a -> c", "b c", "left@a"))).containsExactly("b: -b");
    }

    @Test
    void the_last_branch_that_reaches_the_common_parent_becomes_it() {
        assertThat(changes(down("a -> b, a -> c", "b c", "a"))).containsExactly("b: -b", "c: c>a");
    }

    @Test
    void down_to_base_deletes_the_last_row() {
        assertThat(changes(down("a -> b", "b", "base"))).containsExactly("b: b>a", "a: -a");
    }

    @Test
    void a_merge_that_lists_an_ancestor_of_its_other_parent_goes_up_and_down() {
        assertThat(changes(up("a -> b -> c, a+c -> d", "c", "d"))).containsExactly("d: c>d");
        assertThat(changes(down("a -> b -> c, a+c -> d", "d", "c"))).containsExactly("d: d>c");
    }

    @Test
    void a_restored_row_never_stands_below_another_restored_row() {
        assertThat(changes(down("a -> b, a -> c(needs b), x", "c x", "c@a"))).containsExactly("c: c>b");
        assertThat(changes(down("a -> b -> c, a+c -> d, x", "d x", "c"))).containsExactly("d: d>c");
    }

    @Test
    void a_change_becomes_a_statement_as_alembic_writes_it() {
        var plan = down(DIAMOND, "d", "b@a");

        assertThat(plan.steps().getFirst().versionStatements()).extracting("text").containsExactly(
                "INSERT INTO alembic_version (version_num) VALUES ('b')",
                "UPDATE alembic_version SET version_num='c' WHERE alembic_version.version_num = 'd'");
    }

    @Test
    void every_step_tells_the_rows_after_it() {
        assertThat(up(DIAMOND, "", "d").steps()).extracting(s -> s.headsAfter().toString()).containsExactly("[a]",
                "[c]", "[b, c]", "[d]");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            b1+b2+b3 | b1+b2+b3 | b3 b1 b2 c2 d2 c1 d1 | b3, b1 b3, b1 b2 b3, c2, d2, c1 d2, d1 d2
            b1+b2    | b2+b3    | b2 b3 c2 d2 b1 c1 d1 | b2, b2 b3, c2, d2, b1 d2, c1 d2, d1 d2
            """)
    void a_merge_whose_parents_another_merge_took_gets_a_row_of_its_own(String first, String second, String steps,
            String rowsAlong) {
        var graph = history("a -> b1, a -> b2, a -> b3, %s -> c1 -> d1, %s -> c2 -> d2".formatted(first, second));
        var rows = new VersionRows(graph, pick(graph, "a"));

        var seen = new ArrayList<String>();
        for (var revision : pick(graph, steps)) {
            rows.apply(revision);
            seen.add(names(rows.ids()));
        }
        assertThat(String.join(", ", seen)).isEqualTo(rowsAlong);
    }

    private static Plan up(String picture, String rows, String target) {
        return new Journeys(history(picture)).planUpgrade(rows, target);
    }

    private static Plan down(String picture, String rows, String target) {
        return new Journeys(history(picture)).planDowngrade(rows, target);
    }

    private static List<String> changes(Plan plan) {
        return plan.steps().stream().map(step -> step.name() + ": " + step.versionChanges().stream()
                .map(VersionRowsTest::told).collect(Collectors.joining(" "))).toList();
    }

    private static String told(VersionChange change) {
        return switch (change) {
            case VersionChange.Insert(var id) -> "+" + id;
            case VersionChange.Delete(var id) -> "-" + id;
            case VersionChange.Update(var from, var to) -> from + ">" + to;
        };
    }
}
