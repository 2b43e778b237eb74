/// At which revision a database really is, whatever its version table says.
@NullMarked
package org.athanor.engine.locate;

import org.jspecify.annotations.NullMarked;
