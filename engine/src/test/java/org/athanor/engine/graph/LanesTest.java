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
                "b 0: b-d 0>0>0, c-d 0>1>1, a-b 0>0>0", "c 1: c-d 0>1>1, a-b 0>0>0, a-c 1>0>0",
                "a 0: a-b 0>0>0, a-c 1>0>0");
    }

    @Test
    void a_lane_that_has_ended_is_taken_again() {
        assertThat(lanes("a -> b, a -> c, b+c -> d, d -> e, d -> f, e+f -> g").width()).isEqualTo(2);
    }

    @Test
    void a_dependency_is_told_apart_from_a_parent() {
        var kinds = lanes("a -> b, x -> y, b ~> y").edges().stream().map(Lanes.Edge::link).toList();

        assertThat(kinds).contains(new Link(id("b"), id("y"), Link.Kind.DEPENDENCY),
                new Link(id("x"), id("y"), Link.Kind.PARENT));
    }

    @Test
    void an_empty_graph_has_no_rows() {
        var none = Lanes.of(RevisionGraph.of(List.of()));

        assertThat(none.rows()).isEmpty();
        assertThat(none.edges()).isEmpty();
        assertThat(none.width()).isZero();
    }

    @Test
    void a_long_history_stays_narrow() {
        var history = IntStream.range(0, 10_000).mapToObj(i -> "r%d -> r%d".formatted(i, i + 1))
                .collect(Collectors.joining(", "));

        assertThat(lanes(history).width()).isEqualTo(1);
    }

    @Test
    void branches_that_end_on_a_trunk_take_one_lane_beside_it() {
        assertThat(Lanes.of(GeneratedHistory.graph(GeneratedHistory.Shape.HALF_HEADS, 1_000)).width()).isEqualTo(2);
    }

    @Test
    void lines_to_the_same_place_share_a_lane() {
        assertThat(lanes("a -> b, a -> c, a -> d, a -> e").width()).isEqualTo(2);
    }

    @Test
    void only_what_was_asked_for_is_drawn_and_edges_to_the_rest_are_left_out() {
        var graph = Histories.history("a -> b -> c -> d");

        var lanes = Lanes.of(graph, Histories.pick(graph, "d c a"));

        assertThat(lanes.edges()).extracting(edge -> edge.link().newer().value()).containsExactly("d");
    }

    private static List<String> picture(String history) {
        var lanes = lanes(history);
        return lanes.rows().stream()
                .map(row -> "%s %d: %s".formatted(row.revision(), row.lane(), lanes.edges(row).stream()
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
