@NullMarked
package org.athanor.engine.compare;

import org.jspecify.annotations.NullMarked;
