package org.athanor.engine.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What is true of every drawing, whatever the history.
class LanesPropertiesTest {
    static Stream<RevisionGraph> histories() {
        var shapes = Stream.of(GeneratedHistory.Shape.values()).map(shape -> GeneratedHistory.graph(shape, 700));
        return Stream.concat(shapes, smallHistories());
    }

    static Stream<RevisionGraph> smallHistories() {
        var shapes = Stream.of(GeneratedHistory.Shape.values()).map(shape -> GeneratedHistory.graph(shape, 60));
        return Stream.concat(shapes, IntStream.range(0, 60).mapToObj(LanesPropertiesTest::anyHistory));
    }

    /// Any revision may follow, or depend on, any that are older.
    static RevisionGraph anyHistory(int seed) {
        var random = new Random(seed);
        var lines = new ArrayList<String>();
        for (int i = 0; i < 40; i++) {
            var older = new ArrayList<String>();
            for (int n = random.nextInt(4); n > 0 && i > 0; n--) {
                older.add("r" + random.nextInt(i));
            }
            var parents = String.join("+", new HashSet<>(older));
            var needs = i > 0 && random.nextInt(3) == 0 ? "(needs r" + random.nextInt(i) + ")" : "";
            lines.add((parents.isEmpty() ? "" : parents + " -> ") + "r" + i + needs);
        }
        return Histories.history(String.join(", ", lines));
    }

    @ParameterizedTest
    @MethodSource("histories")
    void every_revision_has_one_row_above_all_that_it_builds_on(RevisionGraph graph) {
        var lanes = Lanes.of(graph);

        assertThat(lanes.rows()).extracting(Lanes.Row::revision).containsExactlyInAnyOrderElementsOf(graph.revisions());
        assertThat(lanes.edges()).hasSize(links(graph))
                .allSatisfy(edge -> assertThat(edge.newerRow()).isLessThan(edge.olderRow()));
    }

    @ParameterizedTest
    @MethodSource("histories")
    void edges_end_at_their_revisions_and_never_pass_through_another(RevisionGraph graph) {
        var lanes = Lanes.of(graph);

        for (var edge : lanes.edges()) {
            assertThat(lanes.rows().get(edge.newerRow()).lane()).isEqualTo(edge.newerLane());
            assertThat(lanes.rows().get(edge.olderRow()).lane()).isEqualTo(edge.olderLane());
            assertThat(lanes.rows().subList(edge.newerRow() + 1, edge.olderRow()))
                    .noneMatch(row -> row.lane() == edge.lane());
        }
    }

    @ParameterizedTest
    @MethodSource("histories")
    void a_lane_is_shared_only_by_lines_to_the_same_place(RevisionGraph graph) {
        var lanes = Lanes.of(graph);

        for (var row : lanes.rows()) {
            var targets = new ArrayList<String>();
            running(lanes, row).forEach(edge -> targets.add(edge.lane() + " to " + edge.olderRow()));
            var distinct = new HashSet<>(targets);
            assertThat(distinct.stream().map(target -> target.split(" ", 2)[0])).doesNotHaveDuplicates();
        }
    }

    @ParameterizedTest
    @MethodSource("histories")
    void there_are_no_more_lanes_than_run_side_by_side(RevisionGraph graph) {
        var lanes = Lanes.of(graph);

        int most = lanes.rows().stream().mapToInt(row -> sideBySide(lanes, row)).max().orElse(0);

        assertThat(lanes.width()).isEqualTo(most);
    }

    @ParameterizedTest
    @MethodSource("histories")
    void the_edges_of_some_rows_are_those_that_touch_them(RevisionGraph graph) {
        var lanes = Lanes.of(graph);
        int first = lanes.rows().size() / 3;
        int last = first + 5;

        assertThat(lanes.edges(first, last)).isEqualTo(lanes.edges().stream()
                .filter(edge -> edge.newerRow() <= last && edge.olderRow() >= first).toList());
    }

    /// The lanes that are taken at or just below a row: by its dot, and by lines that haven't ended.
    private static int sideBySide(Lanes lanes, Lanes.Row row) {
        var at = new HashSet<>(passing(lanes, row));
        at.add(row.lane());
        var below = new HashSet<Integer>();
        running(lanes, row).forEach(edge -> below.add(edge.lane()));
        return Math.max(at.size(), below.size());
    }

    private static List<Integer> passing(Lanes lanes, Lanes.Row row) {
        return lanes.edges(row).stream().filter(edge -> !edge.startsAt(row) && !edge.endsAt(row))
                .map(Lanes.Edge::lane).toList();
    }

    private static List<Lanes.Edge> running(Lanes lanes, Lanes.Row row) {
        return lanes.edges(row).stream().filter(edge -> !edge.endsAt(row)).toList();
    }

    private static int links(RevisionGraph graph) {
        return graph.revisions().stream().mapToInt(r -> graph.parents(r).size() + graph.dependencies(r).size()).sum();
    }
}
