/// Python's meaning: a parsed file becomes the values of its names, and its functions can be called. Nothing is run
/// outside of this: no process, no network, no file but those of the project, and those are only read.
@NullMarked
package org.athanor.engine.script.python.evaluation;

import org.jspecify.annotations.NullMarked;
