package org.athanor.app.ui.graph;

import org.athanor.app.export.GraphFormat;
import org.athanor.engine.problem.Problem;
import org.athanor.engine.revision.Revision;

/// What a person can wish for on the graph; somebody else fulfils it.
public interface GraphWishes {
    /// Folder and databases are read again.
    void refresh();

    /// The chosen database goes to a revision.
    void move(Move move);

    /// The plan that brings the chosen database to a revision is shown.
    void reach(GraphRow row);

    /// A database's pin was put on a revision.
    void pinDropped(Pin pin, Revision revision);

    /// A file is opened at its line.
    void open(Problem.Place place);

    /// The graph is written to a file, which is asked for.
    void export(GraphFormat format);
}
