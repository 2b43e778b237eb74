package org.athanor.engine.differential;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

import org.athanor.engine.revision.Revision;
import org.athanor.engine.revision.RevisionFile;
import org.athanor.engine.revision.RevisionId;

/// Makes sound histories of every shape: lines, branches, merges, several bases, labels and dependencies.
final class RandomHistory {
    private static final String LETTERS = "abc12";
    private static final List<String> LABELS = List.of("billing", "bill", "shop", "tax", "networking");
    private static final Path FOLDER = Path.of("versions");

    private final Random random;
    private final List<Revision> made = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();
    private final List<String> labels = new ArrayList<>();
    private final int idLength;
    private final int branching;

    RandomHistory(Random random) {
        this.random = random;
        this.idLength = random.nextInt(5) == 0 ? 2 : 5 + random.nextInt(3);
        this.branching = 1 + random.nextInt(5);
    }

    /// In load order, which says nothing about who follows whom.
    List<Revision> make() {
        int size = 3 + (random.nextBoolean() ? random.nextInt(6) : random.nextInt(23));
        var unused = new ArrayList<>(LABELS);
        Collections.shuffle(unused, random);
        for (int i = 0; i < size; i++) {
            var parents = new ArrayList<>(parents());
            var needs = needs();
            var own = new ArrayList<String>();
            while (!unused.isEmpty() && random.nextInt(size) == 0) {
                own.add(unused.removeLast());
            }
            made.add(revision(newId(), parents, needs, own));
            labels.addAll(own);
        }
        var loaded = new ArrayList<>(made);
        Collections.shuffle(loaded, random);
        return loaded;
    }

    private Set<RevisionId> parents() {
        var parents = new LinkedHashSet<RevisionId>();
        if (made.isEmpty() || random.nextInt(9) == 0) {
            return parents;
        }
        int count = random.nextInt(5) == 0 ? 2 + random.nextInt(3) : 1;
        for (int i = 0; i < count; i++) {
            parents.add(recent().id());
        }
        return parents;
    }

    private List<String> needs() {
        var needs = new LinkedHashSet<String>();
        while (!made.isEmpty() && random.nextInt(6) == 0) {
            needs.add(labels.isEmpty() || random.nextInt(3) > 0
                    ? made.get(random.nextInt(made.size())).id().value()
                    : labels.get(random.nextInt(labels.size())));
        }
        return List.copyOf(needs);
    }

    private Revision recent() {
        return made.get(made.size() - 1 - random.nextInt(Math.min(made.size(), branching)));
    }

    private String newId() {
        while (true) {
            var id = new StringBuilder();
            for (int i = 0; i < idLength; i++) {
                id.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
            }
            if (ids.add(id.toString())) {
                return id.toString();
            }
        }
    }

    static Revision revision(String id, List<RevisionId> parents, List<String> needs, List<String> labels) {
        return new Revision(new RevisionId(id), parents, needs, labels, "Do " + id, Optional.empty(),
                new RevisionFile(FOLDER.resolve(id + ".sql"), RevisionFile.Format.SQL, Map.of()));
    }
}
