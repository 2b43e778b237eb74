package org.athanor.engine.script;

import java.util.List;

import org.athanor.engine.revision.Revision;

/// Reads a revision's script when somebody asks for it, and not before.
public interface ScriptReader {
    Reading read(Revision revision, Direction direction, Occasion occasion);

    /// These will be asked for, in this order, unless somebody stops early. What doesn't hang on the schema before a step may
    /// be made ready meanwhile; nothing of it shows before it is asked for.
    default void expect(List<Revision> route, Direction direction, Occasion start) {}

    /// Nothing more will be asked for: what is worth it may be kept for the next time.
    default void keep() {}
}
