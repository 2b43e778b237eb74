/// Python's grammar as data: what a parsed file holds. The shapes are those of Python's own `ast`.
@NullMarked
package org.athanor.engine.script.python.tree;

import org.jspecify.annotations.NullMarked;
