package org.athanor.engine.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.athanor.engine.graph.Histories.history;
import static org.athanor.engine.graph.Histories.names;
import static org.athanor.engine.graph.Histories.pick;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.athanor.engine.revision.Revision;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class NewestFirstTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a -> b -> c                                        | c b a
            a -> b1, a -> b2, b1+b2 -> c -> d                  | d c b1 b2 a
            a -> b, a -> c, c+b -> d                           | d c b a
            a -> b -> c -> d, a -> x, d+x -> e                 | e d c b x a
            a1 -> b1, a2 -> b2                                 | b1 a1 b2 a2
            a -> b, x -> y(needs b)                            | y x b a
            a -> b, x -> y(needs a)                            | b y x a
            a -> b -> c1 -> d1, b -> c2 -> d2, d1+d2 -> e -> f | f e d1 c1 d2 c2 b a
            """)
    void a_line_is_followed_down_before_the_next_is_taken_up(String picture, String newestFirst) {
        assertThat(names(history(picture).newestFirst())).isEqualTo(newestFirst);
    }

    @Test
    void every_revision_of_a_tangle_comes_before_what_it_builds_on() {
        var graph = history("a1 -> a2 -> a3(needs b1), b1 -> b2(needs a2) -> b3, a3+b3 -> m, c(needs m+a1) -> d");
        var order = graph.newestFirst();

        assertThat(order).hasSameSizeAs(graph.revisions()).containsAll(graph.revisions());
        graph.revisions().forEach(r -> graph.directlyBefore(r)
                .forEach(older -> assertThat(order.indexOf(r)).isLessThan(order.indexOf(older))));
    }

    @Test
    void a_part_of_the_graph_has_the_same_order() {
        var graph = history("a -> b -> c1, b -> c2, c1+c2 -> d");

        assertThat(names(graph.newestFirst(graph.set(pick(graph, "b c2 d")), pick(graph, "d")))).isEqualTo("d c2 b");
    }

    @Test
    void a_start_that_is_named_twice_is_walked_once() {
        var graph = history("a -> b -> c");

        assertThat(names(graph.newestFirst(graph.set(pick(graph, "b c")), pick(graph, "c c")))).isEqualTo("c b");
    }

    @Test
    void what_waits_for_itself_comes_first() {
        assertThat(names(history("base -> a -> b -> c -> d, c -> a, base -> x").newestFirst()))
                .isEqualTo("d c b a x base");
    }

    @Test
    void what_can_not_be_reached_is_a_mistake() {
        var graph = history("a -> b, x -> y");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> graph.newestFirst(graph.all(), pick(graph, "b")));
    }

    @ParameterizedTest
    @MethodSource("org.athanor.engine.graph.LanesPropertiesTest#smallHistories")
    void it_is_the_order_that_asking_every_line_each_time_gives(RevisionGraph graph) {
        assertThat(graph.newestFirst()).isEqualTo(askingEveryLine(graph));
    }

    /// The rule, told as plainly as can be.
    private static List<Revision> askingEveryLine(RevisionGraph graph) {
        var order = new ArrayList<Revision>();
        var tips = new ArrayList<>(graph.revisions().stream().filter(r -> graph.directlyAfter(r).isEmpty()).toList());
        int turn = 0;
        while (!tips.isEmpty()) {
            var tip = tips.get(turn);
            int above = IntStream.range(0, tips.size()).filter(i -> !tips.get(i).equals(tip))
                    .filter(i -> graph.ancestors(tips.get(i), Follow.PARENTS_AND_DEPENDENCIES).contains(tip))
                    .findFirst()
                    .orElse(-1);
            if (above >= 0) {
                turn = above;
                continue;
            }
            order.add(tip);
            var next = graph.directlyBefore(tip).stream().filter(r -> !order.contains(r) && !tips.contains(r)).toList();
            if (next.isEmpty()) {
                tips.remove(turn);
                turn = Math.max(0, turn - 1);
            } else {
                tips.set(turn, next.getFirst());
                tips.addAll(next.subList(1, next.size()));
            }
        }
        return order;
    }
}
