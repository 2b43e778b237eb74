/// One immutable model for what a database has, what revisions build and what a target wants.
@NullMarked
package org.athanor.engine.schema;

import org.jspecify.annotations.NullMarked;
