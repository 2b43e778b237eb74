package org.athanor.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.athanor.engine.graph.Histories.history;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

import org.athanor.engine.graph.Follow;
import org.athanor.engine.graph.RevisionGraph;
import org.athanor.engine.problem.Refusal;
import org.athanor.engine.revision.Revision;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What holds on every journey through every graph: nothing runs before what it builds on, and the version table's
/// rows are the applied revisions that no other applied one builds on.
class RandomJourneyTest {
    private static final int GRAPHS = 400;

    static IntStream seeds() {
        return IntStream.range(0, GRAPHS);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void steps_keep_their_order_and_rows_stay_minimal(int seed) {
        var random = new Random(seed);
        var picture = picture(random);
        var graph = history(picture);
        assertThat(graph.problems()).as(picture).isEmpty();
        var traveller = new Traveller(picture, graph);

        for (int i = 0; i < 6; i++) {
            traveller.go(random.nextBoolean(), target(graph, random));
        }
        traveller.go(true, "heads");
        assertThat(traveller.applied).as(picture).hasSameSizeAs(graph.revisions());
        traveller.go(false, "base");
        assertThat(traveller.applied).as(picture).isEmpty();
    }

    private static String target(RevisionGraph graph, Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> "heads";
            case 1 -> "base";
            default -> graph.revisions().get(random.nextInt(graph.revisions().size())).id().value();
        };
    }

    private static String picture(Random random) {
        var lines = new ArrayList<String>();
        int size = 3 + random.nextInt(8);
        for (int i = 0; i < size; i++) {
            var parents = some(random, i, i == 0 || random.nextInt(6) == 0 ? 0 : 1 + random.nextInt(10) / 7);
            var needed = some(random, i, random.nextInt(4) == 0 ? 1 : 0);
            lines.add((parents.isEmpty() ? "" : String.join("+", parents) + " -> ") + "r" + i
                    + (needed.isEmpty() ? "" : "(needs " + String.join("+", needed) + ")"));
        }
        return String.join(", ", lines);
    }

    private static Set<String> some(Random random, int below, int howMany) {
        var some = new LinkedHashSet<String>();
        IntStream.range(0, below == 0 ? 0 : howMany).forEach(_ -> some.add("r" + random.nextInt(below)));
        return some;
    }

    /// Goes up and down a graph and checks every step of every plan.
    private static final class Traveller {
        private final String picture;
        private final RevisionGraph graph;
        private final Journeys journeys;
        private final Set<Revision> applied = new LinkedHashSet<>();

        Traveller(String picture, RevisionGraph graph) {
            this.picture = picture;
            this.graph = graph;
            this.journeys = new Journeys(graph);
        }

        void go(boolean up, String target) {
            var rows = String.join(" ", rows());
            Plan plan;
            try {
                plan = up ? journeys.planUpgrade(rows, target) : journeys.planDowngrade(rows, target);
            } catch (Refusal _) {
                return;
            }
            for (var step : plan.steps()) {
                var told = "%s: from [%s] %s to %s, at %s".formatted(picture, rows, up ? "up" : "down", target,
                        step.name());
                check(step, told);
                assertThat(step.headsAfter()).as(told).extracting(id -> id.value()).isEqualTo(rows());
            }
        }

        private void check(Step step, String told) {
            var revision = step.revision().orElseThrow();
            if (step.move() == Move.UPGRADE) {
                assertThat(applied.containsAll(graph.parents(revision))).as(told).isTrue();
                assertThat(applied.containsAll(graph.dependencies(revision))).as(told).isTrue();
                assertThat(applied.add(revision)).as(told).isTrue();
            } else {
                assertThat(graph.directlyAfter(revision).stream().noneMatch(applied::contains)).as(told).isTrue();
                assertThat(applied.remove(revision)).as(told).isTrue();
            }
        }

        private List<String> rows() {
            return applied.stream().filter(r -> applied.stream().noneMatch(other -> !other.equals(r)
                    && graph.ancestors(other, Follow.PARENTS_AND_DEPENDENCIES).contains(r)))
                    .map(Revision::toString).sorted().toList();
        }
    }
}
