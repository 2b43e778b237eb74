/// The pure parts of Python's own functions and modules.
@NullMarked
package org.athanor.engine.script.python.library;

import org.jspecify.annotations.NullMarked;
