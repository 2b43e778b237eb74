package org.athanor.engine.script;

import org.athanor.engine.dialect.Dialect;
import org.athanor.engine.revision.Revision;

/// Reads a revision's script when somebody asks for it, and not before.
public interface ScriptReader {
    Script read(Revision revision, Direction direction, Dialect dialect);
}
