package org.athanor.engine.graph;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import org.athanor.engine.revision.Revision;
import org.athanor.engine.revision.RevisionFile;
import org.athanor.engine.revision.RevisionId;

/// Histories drawn as text, without files.
///
/// A picture is a list of lines, separated by commas; a line is a chain of revisions, oldest first:
///
/// - `a -> b -> c`: b follows a, c follows b
/// - `b+c -> d`: d merges b and c
/// - `b[billing]`: b declares the label; several with a blank between them: `b[billing money]`
/// - `x -> y(needs c)`: y follows x and depends on c; several: `y(needs c+billing)`
/// - `gone? -> b`: b follows a revision that is not there
///
/// Revisions are loaded in the order in which the picture first names them. Each has a file of its own,
/// `versions/<id>.sql`, with the id on line 1, parents on line 2, labels on line 3 and dependencies on line 4.
public final class Histories {
    private static final Pattern NODE = Pattern
            .compile("([^\\[\\](?\\s]+)(\\?)?\\s*(?:\\[([^]]*)])?\\s*(?:\\(needs ([^)]*)\\))?");

    private final Path folder;
    private final Map<String, Drawn> drawn = new LinkedHashMap<>();

    private Histories(Path folder) {
        this.folder = folder;
    }

    /// The picture as a graph.
    public static RevisionGraph history(String picture) {
        return RevisionGraph.of(revisions(picture));
    }

    public static List<Revision> revisions(String picture) {
        return revisions(picture, Path.of("versions"));
    }

    public static List<Revision> revisions(String picture, Path folder) {
        var histories = new Histories(folder);
        Arrays.stream(picture.split(",")).map(String::strip).filter(line -> !line.isEmpty())
                .forEach(histories::drawLine);
        return histories.drawn.values().stream().filter(d -> !d.missing).map(d -> d.revision(folder)).toList();
    }

    /// The revisions that a list of ids names, separated by blanks.
    public static List<Revision> pick(RevisionGraph graph, String ids) {
        return ids(ids).stream().map(id -> graph.find(id).orElseThrow()).toList();
    }

    public static Revision pickOne(RevisionGraph graph, String id) {
        return graph.find(new RevisionId(id)).orElseThrow();
    }

    public static List<RevisionId> ids(String ids) {
        return Arrays.stream(ids.split(" ")).filter(id -> !id.isEmpty()).map(RevisionId::new).toList();
    }

    /// Revisions as one text: `a b c`.
    public static String names(Iterable<?> revisions) {
        var names = new ArrayList<String>();
        revisions.forEach(r -> names.add(r.toString()));
        return String.join(" ", names);
    }

    private void drawLine(String line) {
        List<Drawn> before = List.of();
        for (var group : List.of(line.split("->"))) {
            var nodes = drawGroup(group);
            for (var node : nodes) {
                before.forEach(parent -> node.parents.add(parent.id));
            }
            before = nodes;
        }
    }

    private List<Drawn> drawGroup(String group) {
        var nodes = new ArrayList<Drawn>();
        for (var text : List.of(group.split("\\+(?![^(]*\\))"))) {
            nodes.add(drawNode(text.strip()));
        }
        return nodes;
    }

    private Drawn drawNode(String text) {
        var node = NODE.matcher(text);
        if (!node.matches()) {
            throw new IllegalArgumentException("'%s' is no part of a picture, in %s".formatted(text, folder));
        }
        var revision = drawn.computeIfAbsent(node.group(1), Drawn::new);
        revision.missing |= node.group(2) != null;
        Optional.ofNullable(node.group(3)).ifPresent(labels -> revision.labels.addAll(List.of(labels.split(" "))));
        Optional.ofNullable(node.group(4)).ifPresent(needs -> revision.needs.addAll(List.of(needs.split("\\+"))));
        return revision;
    }

    private static final class Drawn {
        private final String id;
        private final List<String> parents = new ArrayList<>();
        private final List<String> labels = new ArrayList<>();
        private final List<String> needs = new ArrayList<>();
        private boolean missing;

        Drawn(String id) {
            this.id = id;
        }

        Revision revision(Path folder) {
            var lines = Map.of("revision", 1, "down_revision", 2, "branch_labels", 3, "depends_on", 4);
            return new Revision(new RevisionId(id), parents.stream().map(RevisionId::new).toList(), needs, labels,
                    "Do " + id, Optional.empty(),
                    new RevisionFile(folder.resolve(id + ".sql"), RevisionFile.Format.SQL, lines));
        }
    }
}
