package org.athanor.engine.graph;

import java.util.List;

import org.athanor.engine.revision.Revision;
import org.athanor.engine.revision.RevisionId;
import org.jgrapht.Graph;
import org.jgrapht.graph.DefaultDirectedGraph;

/// Builds the graph in JGraphT's form, for those who want its algorithms.
final class Links {
    private Links() {}

    static Graph<RevisionId, Link> of(List<Revision> revisions, Edges edges) {
        var links = new DefaultDirectedGraph<RevisionId, Link>(null, null, false);
        revisions.forEach(revision -> links.addVertex(revision.id()));
        for (int newer = 0; newer < revisions.size(); newer++) {
            add(links, revisions, edges.parents()[newer], newer, Link.Kind.PARENT);
            add(links, revisions, edges.dependencies()[newer], newer, Link.Kind.DEPENDENCY);
        }
        return links;
    }

    /// An edge that is both parent and dependency stands as parent.
    private static void add(Graph<RevisionId, Link> links, List<Revision> revisions, int[] older, int newer,
            Link.Kind kind) {
        for (int position : older) {
            var link = new Link(revisions.get(position).id(), revisions.get(newer).id(), kind);
            links.addEdge(link.older(), link.newer(), link);
        }
    }
}
