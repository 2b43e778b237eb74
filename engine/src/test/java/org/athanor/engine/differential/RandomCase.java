package org.athanor.engine.differential;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import org.athanor.engine.graph.Follow;
import org.athanor.engine.graph.RevisionGraph;
import org.athanor.engine.revision.Revision;
import org.athanor.engine.revision.RevisionId;

/// A random question, wholly told by its seed.
final class RandomCase {
    private final Random random;
    private final List<Revision> revisions;
    private final RevisionGraph graph;
    private final List<String> labels;

    private RandomCase(long seed) {
        this.random = new Random(seed);
        this.revisions = new RandomHistory(random).make();
        this.graph = RevisionGraph.of(revisions);
        this.labels = List.copyOf(graph.declaredLabels());
    }

    static Case of(long seed) {
        return new RandomCase(seed).make();
    }

    private Case make() {
        var rows = rows();
        var verb = switch (random.nextInt(10)) {
            case 0, 1 -> Case.Verb.STAMP;
            case 2, 3, 4, 5 -> Case.Verb.UPGRADE;
            default -> Case.Verb.DOWNGRADE;
        };
        int howMany = verb == Case.Verb.STAMP && random.nextInt(3) == 0 ? 2 + random.nextInt(2) : 1;
        var targets = IntStream.range(0, howMany).mapToObj(_ -> target()).toList();
        return new Case(revisions, rows, verb, targets, verb == Case.Verb.STAMP && random.nextInt(6) == 0);
    }

    /// What a version table holds after some closed set of revisions was applied; now and then what it never should.
    private List<RevisionId> rows() {
        var start = new ArrayList<Revision>();
        int tips = random.nextInt(5);
        IntStream.range(0, tips).forEach(_ -> start.add(any()));
        if (random.nextInt(100) == 0) {
            return start.stream().map(Revision::id).distinct().toList();
        }
        var applied = graph.ancestors(start, Follow.PARENTS_AND_DEPENDENCIES);
        var rows = new ArrayList<RevisionId>();
        for (var revision : applied) {
            if (graph.directlyAfter(revision).stream().noneMatch(applied::contains)) {
                rows.add(revision.id());
            }
        }
        Collections.shuffle(rows, random);
        return rows;
    }

    private String target() {
        return switch (random.nextInt(20)) {
            case 0, 1, 2 -> any().id().value();
            case 3 -> partial();
            case 4 -> "head";
            case 5, 6 -> "heads";
            case 7 -> "base";
            case 8 -> branch() + "@head";
            case 9 -> branch() + "@heads";
            case 10 -> branch() + "@base";
            case 11 -> branch() + "@" + name();
            case 12, 13 -> steps();
            case 14 -> name() + steps();
            case 15, 16 -> branch() + "@" + steps();
            case 17 -> random.nextBoolean() ? "head" + steps() : branch() + "@head" + steps();
            case 18 -> random.nextBoolean() ? branch() + "@base" + steps() : branch() + "@" + name() + steps();
            default -> random.nextInt(3) == 0 ? odd() : branch();
        };
    }

    private String odd() {
        return List.of("nowhere", "b", "ab", "head+", "heads+1", "heads-1", "base+1", "base-1", "nowhere@head",
                "nowhere@+1", any() + "@nowhere", "+0", "-0", any() + "+0", any() + "-0", "bil")
                .get(random.nextInt(16));
    }

    private String name() {
        return random.nextInt(4) == 0 ? branch() : random.nextInt(5) == 0 ? partial() : any().id().value();
    }

    private String branch() {
        return labels.isEmpty() || random.nextInt(4) == 0
                ? any().id().value()
                : labels.get(random.nextInt(labels.size()));
    }

    private String partial() {
        var id = any().id().value();
        return id.substring(0, Math.min(id.length(), 1 + random.nextInt(5)));
    }

    private String steps() {
        return (random.nextBoolean() ? "+" : "-") + (1 + random.nextInt(random.nextInt(4) == 0 ? 6 : 2));
    }

    private Revision any() {
        return revisions.get(random.nextInt(revisions.size()));
    }
}
