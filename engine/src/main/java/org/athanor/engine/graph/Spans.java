package org.athanor.engine.graph;

import java.util.ArrayList;
import java.util.List;

import org.athanor.engine.graph.Lanes.Edge;

/// Edges by the rows that they span: a balanced tree, laid over the list in the order of their upper ends, in which each
/// knows the lowest end below it. Finding those of some rows costs no more than a walk down the tree for each.
final class Spans {
    private final List<Edge> edges;
    private final int[] lowest;

    /// The edges in the order of their upper ends.
    Spans(List<Edge> edges) {
        this.edges = List.copyOf(edges);
        this.lowest = new int[edges.size()];
        measure(0, edges.size());
    }

    List<Edge> all() {
        return edges;
    }

    List<Edge> touching(int first, int last) {
        var found = new ArrayList<Edge>();
        collect(0, edges.size(), first, last, found);
        return found;
    }

    private int measure(int from, int to) {
        if (from >= to) {
            return -1;
        }
        int middle = (from + to) / 2;
        lowest[middle] = Math.max(edges.get(middle).olderRow(),
                Math.max(measure(from, middle), measure(middle + 1, to)));
        return lowest[middle];
    }

    private void collect(int from, int to, int first, int last, List<Edge> found) {
        int middle = (from + to) / 2;
        if (from >= to || lowest[middle] < first) {
            return;
        }
        collect(from, middle, first, last, found);
        var edge = edges.get(middle);
        if (edge.newerRow() <= last) {
            if (edge.olderRow() >= first) {
                found.add(edge);
            }
            collect(middle + 1, to, first, last, found);
        }
    }
}
