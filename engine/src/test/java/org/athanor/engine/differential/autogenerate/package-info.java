/// What we write from differences, beside what the real Alembic finds, and run by it.
@NullMarked
package org.athanor.engine.differential.autogenerate;

import org.jspecify.annotations.NullMarked;
