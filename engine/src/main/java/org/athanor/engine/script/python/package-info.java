/// Alembic's Python revisions: read, never run.
@NullMarked
package org.athanor.engine.script.python;

import org.jspecify.annotations.NullMarked;
