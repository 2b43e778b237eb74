package org.athanor.engine.project;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import org.athanor.engine.graph.Identifiers;
import org.athanor.engine.graph.RevisionGraph;
import org.athanor.engine.graph.Target;
import org.athanor.engine.problem.ProblemKind;
import org.athanor.engine.problem.Refusal;
import org.athanor.engine.project.ProjectConfig.NewFiles.Format;
import org.athanor.engine.revision.Revision;
import org.athanor.engine.revision.RevisionId;

/// Where a new revision comes into the graph: its parents, its dependencies, and whether its names are still free.
final class NewPlace {
    private static final Pattern BAD_ID = Pattern.compile("[^\\p{L}\\p{N}_.]");
    private static final Pattern BAD_LABEL = Pattern.compile("[@:+,\\s'\"\\\\]");
    private static final Pattern STEP = Pattern.compile(".*-\\d+");
    /// What the version table of Alembic can hold.
    private static final int LONGEST_ID = 32;

    private final RevisionGraph graph;
    private final Format format;

    NewPlace(RevisionGraph graph, Format format) {
        this.graph = graph;
        this.format = format;
    }

    /// The revisions that the names stand for; none for a new first revision.
    List<Revision> parents(List<String> names, boolean splice) {
        var parents = new ArrayList<Revision>();
        boolean base = false;
        for (var name : names) {
            var found = named(name);
            base |= found.isEmpty() && !name.equals(Target.HEAD) && !name.equals(Target.HEADS);
            parents.addAll(found);
        }
        if (base && names.size() > 1) {
            throw new Refusal(ProblemKind.BAD_TARGET, "The base can't be merged with a revision",
                    "Name revisions only.");
        }
        if (new HashSet<>(parents).size() < parents.size()) {
            throw new Refusal(ProblemKind.BAD_TARGET,
                    "Two of the names mean the same revision: " + String.join(", ", names),
                    "Name each revision once.");
        }
        parents.stream().filter(parent -> !splice && !graph.isHead(parent)).findFirst().ifPresent(parent -> {
            throw new Refusal(ProblemKind.NOT_A_HEAD,
                    "Revision %s is not a head: %s follows it".formatted(parent, graph.children(parent).getFirst()),
                    "Say --splice if a new branch is to begin after %s, or name a head. `athanor heads` lists them."
                            .formatted(parent));
        });
        return parents;
    }

    private List<Revision> named(String name) {
        return switch (Target.parse(name)) {
            case Target.Named named -> new Identifiers(graph).named(named);
            case Target.Relative _ -> throw new Refusal(ProblemKind.BAD_TARGET,
                    "'%s' counts steps, and a name is wanted here".formatted(name),
                    "Name the revision: an id or its beginning, a branch label, head, heads, base or label@head.");
        };
    }

    /// Dependencies as they are written: labels as they are, the beginnings of ids in full.
    List<String> dependencies(List<String> names) {
        return names.stream().map(name -> {
            var found = named(name);
            if (found.size() != 1) {
                throw new Refusal(ProblemKind.BAD_TARGET,
                        "'%s' is not one revision that could be depended on".formatted(name),
                        "Name one revision or a branch label.");
            }
            return graph.labels(found.getFirst()).contains(name) ? name : found.getFirst().id().value();
        }).distinct().toList();
    }

    /// Refuses an id that can't be one, or that stands for something already.
    void refuseUnlessFree(String id) {
        if (id.isEmpty() || BAD_ID.matcher(id).find() || RevisionId.WORDS.contains(id)) {
            throw new Refusal(ProblemKind.BAD_ID, "'%s' can't be a revision id".formatted(id),
                    "Use letters, digits and underscores, and none of the words " + String.join(", ", RevisionId.WORDS)
                            + ".");
        }
        boolean longOnes = graph.revisions().stream().anyMatch(r -> r.id().value().length() > LONGEST_ID);
        if (id.length() > LONGEST_ID && !longOnes) {
            throw new Refusal(ProblemKind.BAD_ID,
                    "'%s' has %d characters; the version table holds %d".formatted(id, id.length(), LONGEST_ID),
                    "Use a shorter one.");
        }
        holder(id).ifPresent(revision -> {
            throw new Refusal(ProblemKind.DUPLICATE_ID,
                    "'%s' is taken: %s has it".formatted(id, revision.path()),
                    "Leave --rev-id out for a new id, or choose another.");
        });
    }

    boolean isFree(String id) {
        return holder(id).isEmpty();
    }

    /// Refuses a label that can't be one, or that stands for something already.
    void refuseLabelUnlessFree(String label) {
        if (label.isEmpty() || BAD_LABEL.matcher(label).find() || STEP.matcher(label).matches()
                || RevisionId.WORDS.contains(label) || format == Format.SQL && label.contains("-")) {
            throw new Refusal(ProblemKind.BAD_ID, "'%s' can't be a branch label".formatted(label),
                    "Use letters, digits and underscores, and none of the words " + String.join(", ", RevisionId.WORDS)
                            + ".");
        }
        holder(label).ifPresent(revision -> {
            throw new Refusal(ProblemKind.DUPLICATE_LABEL,
                    "'%s' is taken: %s has it".formatted(label, revision.path()), "Choose another label.");
        });
    }

    private Optional<Revision> holder(String name) {
        return graph.find(new RevisionId(name)).or(() -> graph.labelled(name));
    }
}
