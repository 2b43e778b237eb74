package org.athanor.app.ui.revision;

import org.athanor.engine.revision.Revision;
import org.athanor.engine.script.Direction;

/// The wish to bring the database to a revision.
public record Move(Direction direction, Revision revision) {}
