/// Tables, columns, constraints and indexes as a revision builds them, and the schema model that they stand for.
@NullMarked
package org.athanor.engine.script.python.vocabulary.schema;

import org.jspecify.annotations.NullMarked;
