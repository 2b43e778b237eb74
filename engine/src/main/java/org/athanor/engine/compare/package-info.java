/// What differs between two schemas, and what makes one into the other.
@NullMarked
package org.athanor.engine.compare;

import org.jspecify.annotations.NullMarked;
