/// SQLite's batch mode against the real Alembic's: the same statements, the same rows, the same tables afterwards.
@NullMarked
package org.athanor.engine.differential.batch;

import org.jspecify.annotations.NullMarked;
