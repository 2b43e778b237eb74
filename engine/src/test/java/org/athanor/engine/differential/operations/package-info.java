/// Revisions beside the real Alembic: the same statements, the same tables afterwards, and every difference explained.
@NullMarked
package org.athanor.engine.differential.operations;

import org.jspecify.annotations.NullMarked;
