package org.athanor.engine.script;

import org.athanor.engine.revision.Revision;

/// Reads a revision's script when somebody asks for it, and not before.
public interface ScriptReader {
    Reading read(Revision revision, Direction direction, Occasion occasion);

    /// Nothing more will be asked for: what is worth it may be kept for the next time.
    default void keep() {}
}
