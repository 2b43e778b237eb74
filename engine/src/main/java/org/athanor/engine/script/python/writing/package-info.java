/// Operations as Alembic's Python writes them: the other way round from reading.
@NullMarked
package org.athanor.engine.script.python.writing;

import org.jspecify.annotations.NullMarked;
