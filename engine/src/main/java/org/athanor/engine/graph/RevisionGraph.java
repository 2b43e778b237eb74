package org.athanor.engine.graph;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.athanor.engine.problem.Problem;
import org.athanor.engine.revision.Revision;
import org.athanor.engine.revision.RevisionId;
import org.jgrapht.Graph;

/// All revisions of a project and how they follow each other. Immutable; built once from the folder.
///
/// Answers come in load order (the order of the files), which is also what breaks ties everywhere. A graph may have
/// problems: the sound part of it still answers, and whoever changes a database asks [#problems] first.
public final class RevisionGraph {
    private final List<Revision> revisions;
    private final Map<RevisionId, Integer> positions;
    private final Edges edges;
    private final Labels labels;
    private final BitSet tangled;
    private final List<Problem> problems;

    RevisionGraph(List<Revision> revisions, Map<RevisionId, Integer> positions, Edges edges, Labels labels,
            BitSet tangled, List<Problem> problems) {
        this.revisions = List.copyOf(revisions);
        this.positions = positions;
        this.edges = edges;
        this.labels = labels;
        this.tangled = tangled;
        this.problems = List.copyOf(problems);
    }

    public static RevisionGraph of(List<Revision> revisions) {
        return new GraphBuilder(revisions).build();
    }

    public List<Revision> revisions() {
        return revisions;
    }

    public List<Problem> problems() {
        return problems;
    }

    public boolean isEmpty() {
        return revisions.isEmpty();
    }

    public Optional<Revision> find(RevisionId id) {
        return Optional.ofNullable(positions.get(id)).map(revisions::get);
    }

    /// The revision that declares a branch label.
    public Optional<Revision> labelled(String label) {
        return labels.owner(label).map(revisions::get);
    }

    /// Every label that spreads to this revision, its own included, in alphabetical order.
    public Set<String> labels(Revision revision) {
        return labels.isEmpty() ? Set.of() : new TreeSet<>(labels.of(position(revision)));
    }

    /// The labels that revisions declare, each with the revision that does.
    public Set<String> declaredLabels() {
        return labels.declared();
    }

    public List<Revision> parents(Revision revision) {
        return list(edges.parents()[position(revision)]);
    }

    public List<Revision> children(Revision revision) {
        return list(edges.children()[position(revision)]);
    }

    public List<Revision> dependencies(Revision revision) {
        return list(edges.dependencies()[position(revision)]);
    }

    /// Parents, and those dependencies that no ancestor asks for already: what the version table sees below a revision.
    public List<Revision> directlyBefore(Revision revision) {
        return list(edges.before()[position(revision)]);
    }

    /// Revisions that name this one as parent or dependency.
    public List<Revision> directlyAfter(Revision revision) {
        return list(edges.after()[position(revision)]);
    }

    /// The revision itself and everything before it.
    public RevisionSet ancestors(Revision revision, Follow follow) {
        return new RevisionSet(this, Edges.reach(edges.older(follow), position(revision)));
    }

    public RevisionSet ancestors(Collection<Revision> from, Follow follow) {
        return new RevisionSet(this, Edges.reach(edges.older(follow), bits(from)));
    }

    /// The revision itself and everything that builds on it.
    public RevisionSet descendants(Revision revision, Follow follow) {
        return new RevisionSet(this, Edges.reach(edges.newer(follow), position(revision)));
    }

    public RevisionSet descendants(Collection<Revision> from, Follow follow) {
        return new RevisionSet(this, Edges.reach(edges.newer(follow), bits(from)));
    }

    public RevisionSet set(Collection<Revision> members) {
        return new RevisionSet(this, bits(members));
    }

    public RevisionSet all() {
        var all = new BitSet(revisions.size());
        all.set(0, revisions.size());
        return new RevisionSet(this, all);
    }

    /// Whether one of the two is an ancestor of the other, or they are the same.
    public boolean sharesLineage(Revision one, Revision other, Follow follow) {
        return ancestors(one, follow).contains(other) || ancestors(other, follow).contains(one);
    }

    /// The revisions that rows stand for, and the tips that these imply: ends of lines which a row depends on.
    public List<Revision> allCurrent(Collection<Revision> rows) {
        var applied = ancestors(rows, Follow.PARENTS_AND_DEPENDENCIES);
        return applied.toList().stream().filter(r -> children(r).stream().noneMatch(applied::contains)).toList();
    }

    /// Revisions that nothing names as parent.
    public List<Revision> heads() {
        return select(edges.children());
    }

    /// Revisions that nothing names as parent or dependency: upgrade to these and everything is applied.
    public List<Revision> realHeads() {
        return select(edges.after());
    }

    public List<Revision> bases() {
        return revisions.stream().filter(Revision::isBase).toList();
    }

    public boolean isHead(Revision revision) {
        return edges.children()[position(revision)].length == 0;
    }

    public boolean isRealHead(Revision revision) {
        return edges.after()[position(revision)].length == 0;
    }

    public boolean isBranchPoint(Revision revision) {
        return edges.children()[position(revision)].length > 1;
    }

    /// A set of revisions, newest first: each before everything it builds on, walking one line as far as it goes.
    public List<Revision> newestFirst(RevisionSet set, Collection<Revision> from) {
        return new NewestFirst(edges).order(set.members(), bits(from)).mapToObj(revisions::get).toList();
    }

    /// All revisions, newest first. What waits for itself, or builds on something that does, has no place in the order
    /// and comes first.
    public List<Revision> newestFirst() {
        var knots = new RevisionSet(this, Edges.reach(edges.after(), tangled));
        var sound = all().minus(knots);
        return Stream.concat(knots.toList().reversed().stream(), newestFirst(sound).stream()).toList();
    }

    /// A set of revisions that has no rings, newest first, from those that nothing else in it builds on.
    public List<Revision> newestFirst(RevisionSet set) {
        var tips = new BitSet(revisions.size());
        set.members().stream().filter(r -> isNewest(r, set.members())).forEach(tips::set);
        return new NewestFirst(edges).order(set.members(), tips).mapToObj(revisions::get).toList();
    }

    /// All revisions, each after those that build on it, in the order that keeps a drawing of them narrow.
    List<Revision> drawingOrder() {
        return new DrawingOrder(edges).order().mapToObj(revisions::get).toList();
    }

    private boolean isNewest(int revision, BitSet members) {
        for (int newer : edges.after()[revision]) {
            if (members.get(newer)) {
                return false;
            }
        }
        return true;
    }

    /// The same graph for JGraphT's algorithms, made anew: edges run from older to newer.
    public Graph<RevisionId, Link> links() {
        return Links.of(revisions, edges);
    }

    int index(RevisionId id) {
        return positions.getOrDefault(id, -1);
    }

    Revision at(int position) {
        return revisions.get(position);
    }

    private List<Revision> select(int[][] next) {
        return IntStream.range(0, next.length).filter(i -> next[i].length == 0).mapToObj(revisions::get).toList();
    }

    private int position(Revision revision) {
        var position = positions.get(revision.id());
        if (position == null) {
            throw new IllegalArgumentException(revision.id() + " is not a revision of this graph");
        }
        return position;
    }

    private List<Revision> list(int[] members) {
        return Arrays.stream(members).mapToObj(revisions::get).toList();
    }

    private BitSet bits(Collection<Revision> members) {
        var bits = new BitSet(revisions.size());
        members.forEach(r -> bits.set(position(r)));
        return bits;
    }
}
