/// Python's words and expressions.
@NullMarked
package org.athanor.engine.script.python.syntax;

import org.jspecify.annotations.NullMarked;
