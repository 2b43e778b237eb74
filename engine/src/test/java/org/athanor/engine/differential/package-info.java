/// The engine beside the real Alembic: random histories, the same question to both, and every difference explained.
@NullMarked
package org.athanor.engine.differential;

import org.jspecify.annotations.NullMarked;
