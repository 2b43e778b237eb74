/// What a revision does: its statements up and down, or why they can't be known.
@NullMarked
package org.athanor.engine.script;

import org.jspecify.annotations.NullMarked;
