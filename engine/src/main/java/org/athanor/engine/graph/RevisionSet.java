package org.athanor.engine.graph;

import java.util.BitSet;
import java.util.Iterator;
import java.util.List;

import org.athanor.engine.revision.Revision;
import org.athanor.engine.revision.RevisionId;

/// A set of revisions of one graph, iterated in the order in which their files were loaded.
public final class RevisionSet implements Iterable<Revision> {
    private final RevisionGraph graph;
    private final BitSet members;

    RevisionSet(RevisionGraph graph, BitSet members) {
        this.graph = graph;
        this.members = members;
    }

    public boolean contains(RevisionId id) {
        int index = graph.index(id);
        return index >= 0 && members.get(index);
    }

    public boolean contains(Revision revision) {
        return contains(revision.id());
    }

    public int size() {
        return members.cardinality();
    }

    public boolean isEmpty() {
        return members.isEmpty();
    }

    public boolean intersects(RevisionSet other) {
        return members.intersects(other.members);
    }

    public RevisionSet plus(RevisionSet other) {
        var copy = (BitSet) members.clone();
        copy.or(other.members);
        return new RevisionSet(graph, copy);
    }

    public RevisionSet minus(RevisionSet other) {
        var copy = (BitSet) members.clone();
        copy.andNot(other.members);
        return new RevisionSet(graph, copy);
    }

    public RevisionSet and(RevisionSet other) {
        var copy = (BitSet) members.clone();
        copy.and(other.members);
        return new RevisionSet(graph, copy);
    }

    public List<Revision> toList() {
        return members.stream().mapToObj(graph::at).toList();
    }

    @Override
    public Iterator<Revision> iterator() {
        return toList().iterator();
    }

    @Override
    public String toString() {
        return toList().toString();
    }

    BitSet members() {
        return members;
    }
}
