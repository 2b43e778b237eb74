/// What a revision is: its id, its parents and what its file says about it.
@NullMarked
package org.athanor.engine.revision;

import org.jspecify.annotations.NullMarked;
