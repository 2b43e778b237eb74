/// What differs between database products.
@NullMarked
package org.athanor.engine.dialect;

import org.jspecify.annotations.NullMarked;
