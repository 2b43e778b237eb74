/// Alembic's directives: what `op` and `batch_op` have.
@NullMarked
package org.athanor.engine.script.python.vocabulary.operations;

import org.jspecify.annotations.NullMarked;
