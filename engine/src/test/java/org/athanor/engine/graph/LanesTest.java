package org.athanor.engine.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.athanor.engine.revision.Revision;
import org.athanor.engine.revision.RevisionFile;
import org.athanor.engine.revision.RevisionId;
import org.junit.jupiter.api.Test;

class LanesTest {
    @Test
    void a_line_stays_in_the_first_lane() {
        assertThat(picture("a -> b, b -> c")).containsExactly("c 0: b-c 0>0>0", "b 0: b-c 0>0>0, a-b 0>0>0",
                "a 0: a-b 0>0>0");
    }

    @Test
    void a_branch_runs_beside_the_main_line_until_they_merge() {
        assertThat(picture("a -> b, a -> c, b+c -> d")).containsExactly("d 0: b-d 0>0>0, c-d 0>1>1",
                "b 0: b-d 0>0>0, c-d 0>1>1, a-b 0>0>0", "c 1: c-d 0>1>1, a-b 0>0>0, a-c 1>1>0",
                "a 0: a-b 0>0>0, a-c 1>1>0");
    }

    @Test
    void a_lane_that_has_ended_is_taken_again() {
        assertThat(lanes("a -> b, a -> c, b+c -> d, d -> e, d -> f, e+f -> g").width()).isEqualTo(2);
    }

    @Test
    void a_dependency_is_told_apart_from_a_parent() {
        var kinds = lanes("a -> b, x -> y, b ~> y").rows().stream().flatMap(row -> row.edges().stream()).distinct()
                .map(Lanes.Edge::link).toList();

        assertThat(kinds).contains(new Link(id("b"), id("y"), Link.Kind.DEPENDENCY),
                new Link(id("x"), id("y"), Link.Kind.PARENT));
    }

    @Test
    void every_edge_runs_from_a_row_to_a_lower_one_and_touches_all_between() {
        var lanes = lanes("a -> b, a -> c, a -> d, b+c -> e, d+e -> f, c ~> d");

        for (var row : lanes.rows()) {
            for (var edge : row.edges()) {
                assertThat(edge.newerRow()).isLessThan(edge.olderRow());
                assertThat(row.number()).isBetween(edge.newerRow(), edge.olderRow());
                assertThat(lanes.rows().get(edge.olderRow()).lane()).isEqualTo(edge.olderLane());
            }
        }
    }

    @Test
    void no_line_runs_through_the_dot_of_a_revision_that_it_does_not_touch() {
        var lanes = lanes("a -> b, a -> c, a -> d, b+c -> e, d+e -> f, c ~> d, b -> g, g -> h");

        for (var row : lanes.rows()) {
            var passing = row.edges().stream().filter(edge -> !edge.startsAt(row) && !edge.endsAt(row));
            assertThat(passing.map(Lanes.Edge::lane)).doesNotContain(row.lane());
        }
    }

    @Test
    void an_empty_graph_has_no_rows() {
        assertThat(Lanes.of(RevisionGraph.of(List.of()))).isEqualTo(new Lanes(List.of(), 0));
    }

    @Test
    void a_long_history_stays_narrow() {
        var history = IntStream.range(0, 10_000).mapToObj(i -> "r%d -> r%d".formatted(i, i + 1))
                .collect(Collectors.joining(", "));

        assertThat(lanes(history).width()).isEqualTo(1);
    }

    private static List<String> picture(String history) {
        return lanes(history).rows().stream()
                .map(row -> "%s %d: %s".formatted(row.revision(), row.lane(), row.edges().stream()
                        .map(e -> "%s-%s %d>%d>%d".formatted(e.link().older(), e.link().newer(), e.newerLane(),
                                e.lane(), e.olderLane()))
                        .collect(Collectors.joining(", "))))
                .toList();
    }

    /// A history written as a picture: `a -> b` is a parent, `b+c -> d` a merge, `a ~> b` a dependency of b on a.
    private static Lanes lanes(String history) {
        Map<String, List<RevisionId>> parents = new LinkedHashMap<>();
        Map<String, List<String>> needed = new LinkedHashMap<>();
        for (var edge : history.split(", ", -1)) {
            var ends = edge.split(" [-~]> ", -1);
            var older = Arrays.asList(ends[0].split("\\+", -1));
            older.forEach(name -> parents.putIfAbsent(name, List.of()));
            if (edge.contains("~>")) {
                needed.put(ends[1], older);
                parents.putIfAbsent(ends[1], List.of());
            } else {
                parents.put(ends[1], older.stream().map(RevisionId::new).toList());
            }
        }
        return Lanes.of(RevisionGraph.of(parents.entrySet().stream()
                .map(e -> new Revision(id(e.getKey()), e.getValue(), needed.getOrDefault(e.getKey(), List.of()),
                        List.of(), "", Optional.empty(),
                        new RevisionFile(Path.of(e.getKey() + ".sql"), RevisionFile.Format.SQL, Map.of())))
                .toList()));
    }

    private static RevisionId id(String name) {
        return new RevisionId(name);
    }
}
