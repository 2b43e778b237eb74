package org.athanor.engine.graph;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

import org.athanor.engine.revision.Revision;
import org.athanor.engine.revision.RevisionFile;
import org.athanor.engine.revision.RevisionId;

/// Histories of any size in the shapes that are hard to draw, the same every time. Revisions come oldest first.
public final class GeneratedHistory {
    private static final int TEETH = 500;
    private static final int OCTOPUS_ARMS = 8;

    private final Random random = new Random(20_261_121);
    private final List<Revision> revisions = new ArrayList<>();
    private final List<RevisionId> open = new ArrayList<>();

    private GeneratedHistory() {}

    /// What a history looks like: `COMB` keeps 500 lines open from its base to the merge at its head, `COMB_OPEN` never
    /// merges them; in `WOVEN` the 500 lines depend on each other; `HALF_HEADS` leaves every second revision without a
    /// child.
    public enum Shape {
        LINEAR, BRANCHES, HALF_HEADS, COMB, COMB_OPEN, WOVEN, OCTOPUS, DEPENDENCIES
    }

    public static List<Revision> of(Shape shape, int size) {
        var history = new GeneratedHistory();
        switch (shape) {
            case LINEAR -> history.linear(size);
            case BRANCHES -> history.branches(size);
            case HALF_HEADS -> history.halfHeads(size);
            case COMB -> history.comb(size, true);
            case COMB_OPEN -> history.comb(size, false);
            case WOVEN -> history.woven(size);
            case OCTOPUS -> history.octopus(size);
            case DEPENDENCIES -> history.dependencies(size);
        }
        return List.copyOf(history.revisions);
    }

    public static RevisionGraph graph(Shape shape, int size) {
        return RevisionGraph.of(of(shape, size));
    }

    private void linear(int size) {
        var tip = add(List.of());
        while (revisions.size() < size) {
            tip = add(List.of(tip));
        }
    }

    /// 15% of the revisions begin a branch, and about as many merge one back, the more the more are open.
    private void branches(int size) {
        open.add(add(List.of()));
        while (revisions.size() < size) {
            double dice = random.nextDouble();
            if (dice < 0.15) {
                open.add(add(List.of(anyTip())));
            } else if (dice < 0.15 + 0.05 * (open.size() - 1)) {
                var other = open.remove(1 + random.nextInt(open.size() - 1));
                open.set(0, add(List.of(open.getFirst(), other)));
            } else {
                int line = random.nextInt(open.size());
                open.set(line, add(List.of(open.get(line))));
            }
        }
    }

    /// A trunk with a branch of one revision at each of its own.
    private void halfHeads(int size) {
        var trunk = add(List.of());
        while (revisions.size() < size) {
            add(List.of(trunk));
            if (revisions.size() < size) {
                trunk = add(List.of(trunk));
            }
        }
    }

    private void comb(int size, boolean merged) {
        var base = add(List.of());
        int teeth = Math.min(TEETH, size / 3);
        for (int tooth = 0; tooth < teeth; tooth++) {
            open.add(base);
        }
        for (int turn = 0; revisions.size() < size - 1; turn++) {
            open.set(turn % teeth, add(List.of(open.get(turn % teeth))));
        }
        add(merged ? open : List.of(open.getFirst()));
    }

    /// Each revision also depends on the line beside it, so that all lines must be drawn at once.
    private void woven(int size) {
        int teeth = Math.min(TEETH, size / 3);
        for (int tooth = 0; tooth < teeth; tooth++) {
            open.add(add(List.of()));
        }
        for (int turn = 0; revisions.size() < size; turn++) {
            var beside = open.get((turn + 1) % teeth);
            open.set(turn % teeth, add(List.of(open.get(turn % teeth)), List.of(beside.value())));
        }
    }

    private void octopus(int size) {
        var tip = add(List.of());
        while (revisions.size() < size) {
            var arms = new ArrayList<RevisionId>();
            for (int arm = 0; arm < OCTOPUS_ARMS && revisions.size() < size - 1; arm++) {
                arms.add(add(List.of(tip)));
            }
            tip = add(arms.isEmpty() ? List.of(tip) : arms);
        }
    }

    /// Ten lines of their own, one revision in five depending on a revision of another line.
    private void dependencies(int size) {
        for (int line = 0; line < Math.min(10, size); line++) {
            open.add(add(List.of()));
        }
        while (revisions.size() < size) {
            int line = random.nextInt(open.size());
            var needed = random.nextInt(5) == 0 ? List.of(anyTip().value()) : List.<String>of();
            var tip = open.get(line);
            open.set(line, add(List.of(tip), needed.contains(tip.value()) ? List.of() : needed));
        }
    }

    private RevisionId anyTip() {
        return open.get(random.nextInt(open.size()));
    }

    private RevisionId add(List<RevisionId> parents) {
        return add(parents, List.of());
    }

    private RevisionId add(List<RevisionId> parents, List<String> needed) {
        int number = revisions.size();
        var id = new RevisionId("%012x".formatted(number * 0x9E3779B97F4AL & 0xFFFFFFFFFFFFL));
        var labels = number % 5_000 == 7 && parents.size() == 1 ? List.of("label" + number) : List.<String>of();
        revisions.add(new Revision(id, parents, needed, labels, "Change number %d of the shop".formatted(number),
                Optional.of("2026-%02d-%02d".formatted(1 + number % 12, 1 + number % 28)),
                new RevisionFile(Path.of("versions", id + ".sql"), RevisionFile.Format.SQL, Map.of())));
        return id;
    }
}
