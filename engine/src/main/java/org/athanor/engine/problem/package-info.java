/// What a person can fix, as data: what happened, where, and what to do.
@NullMarked
package org.athanor.engine.problem;

import org.jspecify.annotations.NullMarked;
