/// What revisions do to a schema, as data, and what becomes of the schema when they do it.
@NullMarked
package org.athanor.engine.operation;

import org.jspecify.annotations.NullMarked;
