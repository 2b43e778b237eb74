/// Python's values, as far as revisions use them.
@NullMarked
package org.athanor.engine.script.python.value;

import org.jspecify.annotations.NullMarked;
