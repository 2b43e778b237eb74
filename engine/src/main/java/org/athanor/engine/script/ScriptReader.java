package org.athanor.engine.script;

import org.athanor.engine.revision.Revision;

/// Reads a revision's script when somebody asks for it, and not before.
public interface ScriptReader {
    Reading read(Revision revision, Direction direction, Occasion occasion);
}
